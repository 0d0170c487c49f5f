import { z } from "zod";
import type { CategoryTree } from "../../domain/category.ts";
import {
  type Duty,
  type DutyScope,
  dutyRoles,
  type ScopeType,
  scopeTypes,
} from "../../domain/duty.ts";
import { DutyId, UnitId } from "../../domain/ids.ts";
import type { Note, Noted } from "../../domain/note.ts";
import { clip } from "../../domain/text/printable.ts";
import type { CityClock } from "../../domain/time.ts";
import { idOfPlace, type Place, readProperties } from "./reading/read-properties.ts";
import type { TableFile } from "./reading/read-table.ts";

export const DUTIES_FILE = "duties.csv";
export const dutyColumns = [
  "id",
  "role",
  "person",
  "unitId",
  "scopeType",
  "scopeId",
  "also",
  "from",
  "to",
  "phone",
] as const;
type DutyColumn = (typeof dutyColumns)[number];

/** What scopes and units of duties are looked up in. */
export type DutyTargets = {
  readonly zoneIds: ReadonlySet<string>;
  readonly sectionIds: ReadonlySet<string>;
  readonly riverIds: ReadonlySet<string>;
  readonly unitIds: ReadonlySet<string>;
  readonly tree: CategoryTree;
  readonly clock: CityClock;
};

const DutyCells = z.object({
  id: DutyId,
  role: z.enum(dutyRoles),
  person: z.string().max(60).optional(),
  unitId: UnitId.optional(),
  scopeType: z.enum(scopeTypes),
  scopeId: z.string().max(100).default(""),
  also: z.string().max(200).optional(),
  from: z.string(),
  to: z.string().optional(),
  phone: z.string().max(40).optional(),
});
type DutyCells = z.infer<typeof DutyCells>;

/**
 * Duties in file order. Left out: a duty whose scope, or whose second scope, is not there (it
 * would hold nowhere, or too widely), one that nobody holds, one that ends before it begins. An
 * unknown unit beside a person is dropped and the duty stays.
 */
export function readDuties(
  { file, rows, notes }: TableFile<DutyColumn>,
  targets: DutyTargets,
): Noted<Duty[]> {
  const found: Note[] = [...notes];
  const rowOfId = new Map<string, number>();
  const duties: Duty[] = [];
  for (const { row, cells } of rows) {
    const place = { file, row, ...idOfPlace(cells.id) };
    const filled = Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== ""));
    const sound = readProperties(DutyCells, filled, place, found);
    const duty = sound && dutyOf(sound, targets, place, found);
    if (!duty) continue;
    const first = rowOfId.get(duty.id);
    if (first !== undefined) {
      found.push({ ...place, code: "duplicate-id", value: clip(duty.id), detail: String(first) });
      continue;
    }
    rowOfId.set(duty.id, row);
    duties.push(duty);
  }
  return { value: duties, notes: found };
}

/** Undefined when the duty must be left out; looks at everything first, so that all defects are noted. */
function dutyOf(cells: DutyCells, targets: DutyTargets, place: Place, notes: Note[]) {
  const { id, role, person = null, phone = null } = cells;
  const say = (note: Omit<Note, "file" | "row" | "id">) => notes.push({ ...place, ...note });
  const scope = scopeOf("scopeId", cells.scopeType, cells.scopeId, targets, say);
  const also = cells.also === undefined ? null : secondScope(cells.also, targets, say);
  const unitId = cells.unitId === undefined ? null : unitOf(cells.unitId, person, targets, say);
  const from = timeOf("from", cells.from, targets, say);
  const to = cells.to === undefined ? null : timeOf("to", cells.to, targets, say);
  const isHeld = person !== null || cells.unitId !== undefined;
  if (!isHeld) say({ code: "missing-field", field: "person", detail: "person-or-unit" });
  const endsFirst = typeof to === "number" && from !== undefined && to <= from;
  if (endsFirst) {
    const [value, detail] = [clip(cells.to ?? ""), clip(cells.from)];
    say({ code: "duty-ends-before-start", value, detail });
  }
  if (scope === undefined || also === undefined || unitId === undefined) return undefined;
  if (from === undefined || to === undefined || !isHeld || endsFirst) return undefined;
  return { id, role, person, unitId, scope, also, from, to, phone } satisfies Duty;
}

type Say = (note: Omit<Note, "file" | "row" | "id">) => void;

function scopeOf(
  field: "scopeId" | "also",
  type: ScopeType,
  id: string,
  targets: DutyTargets,
  say: Say,
): DutyScope | undefined {
  if (type === "city") return { type, id: "" };
  if (id === "") {
    say({ code: "missing-field", field });
    return undefined;
  }
  if (type === "category") {
    if (targets.tree.has(id)) return { type, id };
    const detail = targets.tree.nearest(id).join(", ");
    say({ code: "unknown-category", field, value: clip(id), detail });
    return undefined;
  }
  const ids = { zone: targets.zoneIds, section: targets.sectionIds, river: targets.riverIds }[type];
  if (ids.has(id)) return { type, id };
  say({ code: "unknown-reference", field, value: clip(id) });
  return undefined;
}

/** `zone:Z03`; `city` alone is everything. */
function secondScope(also: string, targets: DutyTargets, say: Say): DutyScope | undefined {
  const colon = also.indexOf(":");
  const word = colon < 0 ? also : also.slice(0, colon);
  const type = scopeTypes.find((each) => each === word);
  if (type === undefined || (colon < 0 && type !== "city")) {
    say({ code: "bad-field", field: "also", value: clip(also), detail: "scope-type:scope-id" });
    return undefined;
  }
  return scopeOf("also", type, also.slice(colon + 1), targets, say);
}

function unitOf(
  unitId: UnitId,
  person: string | null,
  { unitIds }: DutyTargets,
  say: Say,
): UnitId | null | undefined {
  if (unitIds.has(unitId)) return unitId;
  const about = { field: "unitId", value: clip(unitId) };
  if (person === null) {
    say({ code: "unknown-reference", ...about });
    return undefined;
  }
  say({ code: "reference-dropped", ...about, detail: "unknown" });
  return null;
}

function timeOf(
  field: "from" | "to",
  text: string,
  { clock }: DutyTargets,
  say: Say,
): number | undefined {
  const time = clock.parse(text);
  if (time !== null) return time;
  say({ code: "bad-field", field, value: clip(text), detail: "date" });
  return undefined;
}
