import type { Step } from "./expand-scenes.ts";
import type { RotationSettings } from "./screen-plan.ts";

/** A problem that somebody had shown, whatever the scene. */
export type Focus = { readonly problem: string; readonly at: readonly [lng: number, lat: number] };

/** Where a wall stands in its scenes. Times are ms of whatever clock the events are given in; it need not be the day's. */
export type Rotation = {
  readonly steps: readonly Step[];
  /** Of the step shown; -1 where there is none. */
  readonly position: number;
  /** Since when the step has its turn. */
  readonly since: number;
  /** Touched by hand: goes on at that time. */
  readonly heldUntil: number | null;
  /** Stopped by a person until a person lets it go on. */
  readonly isPaused: boolean;
  /** What is shown stays, focus or step, until it is cleared. */
  readonly isPinned: boolean;
  readonly focus: Focus | null;
  readonly focusUntil: number | null;
  /** Which way the step shown was come to; those that have nothing to show are passed over the same way. */
  readonly direction: Direction;
  /** Steps in a row that had nothing to show. */
  readonly emptySteps: number;
};

type Direction = 1 | -1;

export type RotationEvent =
  | { readonly kind: "tick" | "touch" | "next" | "previous" | "pin" | "clear" }
  | { readonly kind: "pause" | "resume" }
  /** The step shown has nothing to show: its turn is over. */
  | { readonly kind: "empty"; readonly key: string }
  | { readonly kind: "scene"; readonly scene: string }
  | { readonly kind: "fly"; readonly focus: Focus }
  /** Other scenes, or other zones. */
  | { readonly kind: "steps"; readonly steps: readonly Step[] };

export function startRotation(steps: readonly Step[], at: number): Rotation {
  return {
    steps,
    position: firstOn(steps),
    since: at,
    heldUntil: null,
    isPaused: false,
    isPinned: false,
    focus: null,
    focusUntil: null,
    direction: 1,
    emptySteps: 0,
  };
}

const nothingKept = { isPinned: false, focus: null, focusUntil: null } as const;

/** What becomes of it; the very same value where nothing does. */
export function rotate(
  rotation: Rotation,
  event: RotationEvent,
  at: number,
  settings: RotationSettings,
): Rotation {
  switch (event.kind) {
    case "tick":
      return ticked(rotation, at);
    case "touch":
      return touched(rotation, at + settings.resumeAfterS * 1000);
    case "next":
      return moved(rotation, 1, at);
    case "previous":
      return moved(rotation, -1, at);
    case "empty":
      return skipped(rotation, event.key, at);
    case "scene": {
      const position = rotation.steps.findIndex(({ scene }) => scene.id === event.scene);
      return position < 0 ? rotation : shown(rotation, position, at);
    }
    case "fly":
      return {
        ...rotation,
        ...nothingKept,
        focus: event.focus,
        focusUntil: at + settings.flyS * 1000,
      };
    case "pin":
      return { ...rotation, isPinned: true, focusUntil: null };
    case "clear":
      return { ...rotation, ...nothingKept, heldUntil: null, since: at };
    case "pause":
      return { ...rotation, isPaused: true };
    case "resume":
      return { ...rotation, ...nothingKept, isPaused: false, heldUntil: null, since: at };
    case "steps":
      return withSteps(rotation, event.steps, at);
  }
}

export function stepOf({ steps, position }: Rotation): Step | null {
  return steps[position] ?? null;
}

/** Whether time alone brings the next step. */
export function isTurning({ isPaused, isPinned, heldUntil, focus }: Rotation): boolean {
  return !isPaused && !isPinned && heldUntil === null && focus === null;
}

/** Until the next step, ms; null while time alone brings none. */
export function leftMs(rotation: Rotation, at: number): number | null {
  const step = stepOf(rotation);
  if (!step || !isTurning(rotation)) return null;
  const gone = Math.max(0, at - rotation.since);
  return Math.max(0, step.scene.durationS * 1000 - gone);
}

/** What is shown for a while is not taken from under somebody's hands. */
function touched(rotation: Rotation, heldUntil: number): Rotation {
  const { focusUntil } = rotation;
  const isBrief = focusUntil !== null && focusUntil < heldUntil;
  return { ...rotation, heldUntil, focusUntil: isBrief ? heldUntil : focusUntil };
}

/** A clock that was set back starts the turn anew, else a step would stay for as long as that. */
function ticked(rotation: Rotation, at: number): Rotation {
  if (at < rotation.since) return { ...rotation, since: at };
  const { focusUntil, heldUntil } = rotation;
  if (focusUntil !== null && at >= focusUntil) {
    return { ...rotation, focus: null, focusUntil: null, since: at };
  }
  if (heldUntil !== null && at >= heldUntil) return { ...rotation, heldUntil: null, since: at };
  const step = stepOf(rotation);
  if (!step || !isTurning(rotation)) return rotation;
  if (at - rotation.since < step.scene.durationS * 1000) return rotation;
  const next = neighbour(rotation, 1);
  return next === rotation.position ? { ...rotation, since: at } : moved(rotation, 1, at);
}

function moved(rotation: Rotation, direction: Direction, at: number): Rotation {
  return { ...shown(rotation, neighbour(rotation, direction), at), direction };
}

/** Where all steps are empty in turn, the one shown stays. */
function skipped(rotation: Rotation, key: string, at: number): Rotation {
  if (stepOf(rotation)?.key !== key || !isTurning(rotation)) return rotation;
  const emptySteps = rotation.emptySteps + 1;
  if (emptySteps >= rotation.steps.length) return { ...rotation, emptySteps };
  return { ...moved(rotation, rotation.direction, at), emptySteps };
}

/** A person who calls a step wants it: what was held in its stead is let go. */
function shown(rotation: Rotation, position: number, at: number): Rotation {
  return { ...rotation, ...nothingKept, direction: 1, emptySteps: 0, position, since: at };
}

/** The next step that has its turn, in a circle; where none has, all have. */
function neighbour({ steps, position }: Rotation, direction: Direction): number {
  const isAnyOn = steps.some(({ scene }) => scene.isOn);
  for (let away = 1; away <= steps.length; away++) {
    const index = (position + direction * away + steps.length * 2) % steps.length;
    if (!isAnyOn || steps[index]?.scene.isOn) return index;
  }
  return position;
}

/** The same step goes on where it is still among them, else the same scene, else the first. */
function withSteps(rotation: Rotation, steps: readonly Step[], at: number): Rotation {
  const before = stepOf(rotation);
  const same = steps.findIndex(({ key }) => key === before?.key);
  if (same >= 0) return { ...rotation, steps, position: same };
  const sibling = steps.findIndex(({ scene }) => scene.id === before?.scene.id);
  const position = sibling >= 0 ? sibling : firstOn(steps);
  return { ...rotation, steps, position, since: at, direction: 1, emptySteps: 0 };
}

function firstOn(steps: readonly Step[]): number {
  const on = steps.findIndex(({ scene }) => scene.isOn);
  return on >= 0 ? on : Math.min(0, steps.length - 1);
}
