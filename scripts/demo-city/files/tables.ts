import type { ImplementingUnit } from "../../../domain/implementing-unit.ts";
import type { DutyRow } from "../people/duty-roster.ts";

export function unitsCsv(units: readonly ImplementingUnit[]): string {
  return csv(
    ["id", "name", "kind", "parentId"],
    units.map(({ id, name, kind, parentId }) => [id, name, kind, parentId]),
  );
}

export function dutiesCsv(duties: readonly DutyRow[]): string {
  const header = [
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
  return csv(
    header,
    duties.map((duty) => header.map((column) => duty[column])),
  );
}

/** RFC 4180 with line feeds; null is empty. */
function csv(header: readonly string[], rows: readonly (readonly (string | null)[])[]): string {
  const line = (cells: readonly (string | null)[]) => cells.map(quoted).join(",");
  return `${[header, ...rows].map(line).join("\n")}\n`;
}

function quoted(cell: string | null): string {
  if (cell === null) return "";
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
