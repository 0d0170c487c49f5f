import type { z } from "zod";
import type { CityPack } from "../../domain/city-pack.ts";
import type { Note, Noted } from "../../domain/note.ts";
import { AlertRule } from "../../domain/screen/alert-rule.ts";
import { defaultScreen } from "../../domain/screen/default-screen.ts";
import { RateTargets } from "../../domain/screen/rate-targets.ts";
import { Scene, sceneLayers, scenePanels } from "../../domain/screen/scene.ts";
import { RotationSettings, ScreenPlan, SnapshotSettings } from "../../domain/screen/screen-plan.ts";
import { outline } from "../../domain/text/printable.ts";
import { isObject } from "./reading/feature-file.ts";
import { readFileText } from "./reading/file-text.ts";
import { parseJsonText } from "./reading/json-text.ts";
import { noteOfFlaw } from "./reading/read-properties.ts";
import { type Flaw, salvage } from "./reading/salvage.ts";

export const SCREEN_FILE = "screen.json";

/**
 * What the pack says of the city's walls: sound scenes and rules, a note for each that is not. Null where there is no file
 * or no scene in it to work with.
 */
export async function readScreen({
  folder,
}: Pick<CityPack, "folder">): Promise<Noted<ScreenPlan | null>> {
  const file = SCREEN_FILE;
  const { text, isMissing, notes: textNotes } = await readFileText(folder, file, "json");
  if (isMissing || text === null) return { value: null, notes: isMissing ? [] : textNotes };
  const { value, notes: jsonNotes } = parseJsonText(text, file);
  const notes: Note[] = [...textNotes, ...jsonNotes];
  if (value === undefined) return { value: null, notes };
  if (!isObject(value)) {
    notes.push({ code: "bad-field", file, value: outline(value), detail: "object" });
    return { value: null, notes };
  }
  const { scenes: _, alerts: __, ...others } = value;
  const scenes = readList(Scene, withKnownNames(value.scenes, notes), "scenes", notes);
  if (scenes.length === 0) {
    notes.push({ code: "missing-field", file, field: "scenes", detail: "list" });
    return { value: null, notes };
  }
  const alerts = readList(AlertRule, value.alerts, "alerts", notes);
  return { value: { ...readSettings(others, notes), scenes, alerts }, notes };
}

/** Layers and panels by name; one that is none costs itself, not the whole list. */
function withKnownNames(list: unknown, notes: Note[]): unknown {
  if (!Array.isArray(list)) return list;
  return list.map((scene: unknown, i) => {
    if (!isObject(scene)) return scene;
    const known = { ...scene };
    for (const [member, names] of [
      ["layers", sceneLayers],
      ["panels", scenePanels],
    ] as const) {
      if (!Array.isArray(scene[member])) continue;
      known[member] = scene[member].filter((name: unknown, at) => {
        const isKnown = names.some((each) => each === name);
        const field = `scenes[${i}].${member}[${at}]`;
        const place = { file: SCREEN_FILE, field, value: outline(name) };
        if (!isKnown) notes.push({ code: "ignored-field", ...place, detail: names.join(" | ") });
        return isKnown;
      });
    }
    return known;
  });
}

const settingsSchema = ScreenPlan.omit({ scenes: true, alerts: true });

function readSettings(given: Readonly<Record<string, unknown>>, notes: Note[]) {
  const draft = {
    ...given,
    rotation: readPart(RotationSettings, given.rotation, "rotation", notes),
    snapshots: readPart(SnapshotSettings, given.snapshots, "snapshots", notes),
    targets: readPart(RateTargets, given.targets, "targets", notes),
  };
  const { value, flaws } = salvage(settingsSchema, draft);
  for (const flaw of flaws) notes.push({ file: SCREEN_FILE, ...noteOfFlaw(flaw, false) });
  return value ?? settingsSchema.parse(defaultScreen);
}

function readPart<S extends z.ZodType>(
  schema: S,
  given: unknown,
  field: string,
  notes: Note[],
): z.infer<S> {
  const { value, flaws } = salvage(schema, given ?? {});
  for (const flaw of flaws) notes.push(noteAt(field, flaw, false));
  return value ?? schema.parse({});
}

/** The sound items; a wrong optional member costs only itself, of equal ids the first stays. */
function readList<S extends z.ZodType<{ readonly id: string }>>(
  schema: S,
  list: unknown,
  field: string,
  notes: Note[],
): z.infer<S>[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) {
    const value = outline(list);
    notes.push({ code: "bad-field", file: SCREEN_FILE, field, value, detail: "list" });
    return [];
  }
  const indexOfId = new Map<string, number>();
  return list.flatMap((item: unknown, i): z.infer<S>[] => {
    const { value, flaws } = salvage(schema, item);
    for (const flaw of flaws) notes.push(noteAt(`${field}[${i}]`, flaw, flaw.isFatal));
    if (value === null) return [];
    const first = indexOfId.get(value.id);
    if (first !== undefined) {
      const place = { file: SCREEN_FILE, field: `${field}[${i}].id` };
      notes.push({ code: "duplicate-id", ...place, value: value.id, detail: String(first + 1) });
      return [];
    }
    indexOfId.set(value.id, i);
    return [value];
  });
}

function noteAt(field: string, flaw: Flaw, isFatal: boolean): Note {
  return { file: SCREEN_FILE, ...noteOfFlaw({ ...flaw, path: [field, ...flaw.path] }, isFatal) };
}
