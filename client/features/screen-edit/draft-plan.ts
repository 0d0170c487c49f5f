import type { AlertRule } from "../../../domain/screen/alert-rule.ts";
import { defaultScreen } from "../../../domain/screen/default-screen.ts";
import { Scene, type SceneKind } from "../../../domain/screen/scene.ts";
import type { ScreenPlan } from "../../../domain/screen/screen-plan.ts";

/** The list with one item moved by so many places, as far as there are. */
export function moved<T>(items: readonly T[], index: number, by: number): T[] {
  const to = Math.max(0, Math.min(items.length - 1, index + by));
  const rest = items.filter((_, i) => i !== index);
  const item = items[index];
  return item === undefined ? rest : [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** Switches a member on, at the end, or off. */
export function toggled<T>(items: readonly T[], item: T): T[] {
  return items.includes(item) ? items.filter((each) => each !== item) : [...items, item];
}

export function withScene(plan: ScreenPlan, id: string, change: Partial<Scene>): ScreenPlan {
  const scenes = plan.scenes.map((scene) => (scene.id === id ? { ...scene, ...change } : scene));
  return { ...plan, scenes };
}

export function withoutScene(plan: ScreenPlan, id: string): ScreenPlan {
  const scenes = plan.scenes.filter((scene) => scene.id !== id);
  const { scene, ...others } = plan.snapshots;
  return { ...plan, scenes, snapshots: scene === id ? others : plan.snapshots };
}

/** Whether every scene and every rule has a name. */
export function isNamed({ scenes, alerts }: ScreenPlan): boolean {
  return [...scenes, ...alerts].every(({ name }) => name.trim() !== "");
}

export function withRule(plan: ScreenPlan, id: string, change: object): ScreenPlan {
  const alerts = plan.alerts.map((rule) =>
    rule.id === id ? ({ ...rule, ...change } as AlertRule) : rule,
  );
  return { ...plan, alerts };
}

/** A scene of a kind as it usually is, at the end. */
export function withNewScene(plan: ScreenPlan, kind: SceneKind, name: string): ScreenPlan {
  const usual = defaultScreen.scenes.find((scene) => scene.kind === kind);
  const id = freshId(kind, new Set(plan.scenes.map((scene) => scene.id)));
  const scene = Scene.parse({ ...usual, id, kind, name });
  return { ...plan, scenes: [...plan.scenes, scene] };
}

function freshId(kind: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const id = number === 1 ? kind : `${kind}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** Text of a list of times, `07:30, 18:00`; null where one is none. */
export function readTimes(text: string): string[] | null {
  const times = text
    .split(/[,，、\s]+/)
    .filter((time) => time !== "")
    .map((time) => time.replace("：", ":").padStart(5, "0"));
  return times.every((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)) ? times : null;
}
