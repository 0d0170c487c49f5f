import type { UnitId } from "../../domain/ids.ts";
import { ImplementingUnit } from "../../domain/implementing-unit.ts";
import type { Note, Noted } from "../../domain/note.ts";
import { clip } from "../../domain/text/printable.ts";
import { idOfPlace, readProperties } from "./reading/read-properties.ts";
import type { TableFile } from "./reading/read-table.ts";

export const UNITS_FILE = "units.csv";
export const unitColumns = ["id", "name", "kind", "parentId"] as const;
type UnitColumn = (typeof unitColumns)[number];

/** Units in file order. A parent that is not there, or that would close a circle, is dropped. */
export function readUnits({ file, rows, notes }: TableFile<UnitColumn>): Noted<ImplementingUnit[]> {
  const found: Note[] = [...notes];
  const rowOfId = new Map<string, number>();
  const units: ImplementingUnit[] = [];
  for (const { row, cells } of rows) {
    const place = { file, row, ...idOfPlace(cells.id) };
    const filled = Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== ""));
    const unit = readProperties(ImplementingUnit, { parentId: null, ...filled }, place, found);
    if (!unit) continue;
    const first = rowOfId.get(unit.id);
    if (first !== undefined) {
      found.push({ ...place, code: "duplicate-id", value: clip(unit.id), detail: String(first) });
      continue;
    }
    rowOfId.set(unit.id, row);
    units.push(unit);
  }
  return { value: withSoundParents(units, file, rowOfId, found), notes: found };
}

function withSoundParents(
  units: readonly ImplementingUnit[],
  file: string,
  rowOfId: ReadonlyMap<string, number>,
  notes: Note[],
): ImplementingUnit[] {
  const parentOf = new Map<UnitId, UnitId | null>(units.map(({ id, parentId }) => [id, parentId]));
  return units.map((unit) => {
    const { id, parentId } = unit;
    if (parentId === null) return unit;
    const isKnown = parentOf.has(parentId);
    if (isKnown && !closesCircle(id, parentOf)) return unit;
    parentOf.set(id, null);
    const place = { file, row: rowOfId.get(id) ?? 1, id, field: "parentId", value: clip(parentId) };
    notes.push({ code: "reference-dropped", ...place, detail: isKnown ? "cycle" : "unknown" });
    return { ...unit, parentId: null };
  });
}

/** Whether going up from `id` comes back to it. */
function closesCircle(id: UnitId, parentOf: ReadonlyMap<UnitId, UnitId | null>): boolean {
  const seen = new Set<UnitId>();
  let at = parentOf.get(id) ?? null;
  while (at !== null && !seen.has(at)) {
    if (at === id) return true;
    seen.add(at);
    at = parentOf.get(at) ?? null;
  }
  return false;
}
