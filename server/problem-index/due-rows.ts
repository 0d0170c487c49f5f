import { fromE7 } from "../../domain/spatial/lng-lat.ts";
import type { ProblemIndex } from "./problem-index.ts";
import type { RowFilter } from "./row-filter.ts";

/** An open report whose time runs out. */
export type DueRow = {
  readonly id: string;
  readonly at: readonly [lng: number, lat: number];
  readonly dueAt: number;
};

/** What passes, by when its time runs out, at most `limit`. One pass and a sort of what passed. */
export function dueRows(index: ProblemIndex, filter: RowFilter, limit: number): DueRow[] {
  const { columns } = index;
  const matches = index.match(filter);
  return [...matches.rows.subarray(0, matches.count)]
    .sort((a, b) => columns.dueAt[a]! - columns.dueAt[b]!)
    .slice(0, limit)
    .map((row) => ({
      id: index.idOfRow(row),
      at: [fromE7(columns.lngE7[row]!), fromE7(columns.latE7[row]!)],
      dueAt: columns.dueAt[row]!,
    }));
}
