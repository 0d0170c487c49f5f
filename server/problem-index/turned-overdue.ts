import { HIDDEN } from "../../domain/columns/problem-columns.ts";
import { fromE7 } from "../../domain/spatial/lng-lat.ts";
import type { ProblemIndex } from "./problem-index.ts";

/** An open problem that ran out of time. */
export type TurnedOverdue = {
  readonly position: readonly [lng: number, lat: number];
  readonly territory: number;
  /** Ordinal. */
  readonly category: number;
  /** Mark of the unit that it was handed to. */
  readonly unit: number;
};

/** Open problems that ran out of time in (since, t]: their status changed though nobody wrote. One pass over the rows. */
export function turnedOverdue(index: ProblemIndex, since: number, t: number): TurnedOverdue[] {
  const { columns } = index;
  const found: TurnedOverdue[] = [];
  for (let row = 0; row < columns.count; row++) {
    const dueAt = columns.dueAt[row]!;
    // Overdue is past the limit, so a limit at `since` itself turns only now.
    if (!(dueAt >= since && dueAt < t) || columns.flags[row]! & HIDDEN) continue;
    if (index.isRowClosedAt(row, t)) continue;
    found.push({
      position: [fromE7(columns.lngE7[row]!), fromE7(columns.latE7[row]!)],
      territory: columns.territory[row]!,
      category: columns.category[row]!,
      unit: columns.unit[row]!,
    });
  }
  return found;
}
