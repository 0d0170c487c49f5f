import type { ProblemMapping } from "../problem-mapping.ts";
import { columnName } from "./foreign-record.ts";
import { columnsOf } from "./record-text.ts";

export type MappedColumn = {
  /** The field of a problem that is read from it. */
  readonly field: string;
  readonly column: string;
  /** Without it no row can become a problem. */
  readonly isRequired: boolean;
};

type From = Parameters<typeof columnsOf>[0];

/** Every column that a mapping reads, in the form of `columnName`. */
export function mappedColumns(mapping: ProblemMapping): readonly MappedColumn[] {
  const { id, position, closings, photos } = mapping;
  const list: MappedColumn[] = [];
  const add = (field: string, from: From | undefined, isRequired = false) => {
    const columns = from === undefined ? [] : columnsOf(from);
    for (const column of columns) {
      list.push({ field, column, isRequired: isRequired && columns.length === 1 });
    }
  };
  if (typeof id === "object" && "hashOf" in id) add("id", { firstOf: id.hashOf });
  else add("id", id, true);
  add("category", mapping.category, true);
  add("source", mapping.source, true);
  add("reportedAt", mapping.reportedAt, true);
  add("dueAt", mapping.dueAt);
  add("closedAt", mapping.closedAt);
  add("status", mapping.state);
  add("description", mapping.description);
  add("address", mapping.address);
  add("assetId", mapping.assetId);
  add("unitId", mapping.unitId);
  add("isHardDeduction", mapping.isHardDeduction);
  for (const column of positionColumns(position)) add("position", column);
  if (closings && "json" in closings) add("closings", closings.json);
  else {
    for (const { closedAt, reopenedAt } of closings ?? []) {
      add("closings", closedAt);
      add("closings", reopenedAt);
    }
  }
  if (photos && "json" in photos) add("photos", photos.json);
  else for (const { column } of photos ?? []) add("photos", column);
  return list;
}

function positionColumns(position: ProblemMapping["position"]): readonly string[] {
  const sources = Array.isArray(position) ? position : [position];
  return sources.flatMap((source) => {
    if (source === "geometry") return [];
    if ("wkt" in source) return [columnName(source.wkt)];
    if ("text" in source) return [columnName(source.text)];
    return [columnName(source.lng), columnName(source.lat)];
  });
}
