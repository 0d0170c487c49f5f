import { type ProblemState, problemStates } from "../../domain/problem.ts";
import { fromE7 } from "../../domain/spatial/lng-lat.ts";
import { unplacedRows } from "./match-rows.ts";
import type { ProblemIndex } from "./problem-index.ts";
import type { RowFilter } from "./row-filter.ts";

/** Between dispatch and closing, as a unit's hands have it. */
export const statesInHand = [
  "dispatched",
  "suspended",
  "rectified",
] as const satisfies readonly ProblemState[];

/** A report that a unit holds. */
export type RowInHand = {
  readonly seq: number;
  readonly state: ProblemState;
  /** Infinity: none, or it does not run. */
  readonly dueAt: number;
};

/** Whether duties name the unit for a spot. */
type Holds = (lng: number, lat: number, category: number) => boolean;

/**
 * What passes the filter and is with one unit: handed to it by a person, without a position too, or to nobody and `holds`
 * says that duties name it for the spot, as with reports that came in dispatched from elsewhere. Two passes, and a
 * question for each of the latter.
 */
export function rowsInHand(
  index: ProblemIndex,
  filter: RowFilter,
  unitMark: number,
  holds: Holds,
): RowInHand[] {
  const { columns } = index;
  const found: RowInHand[] = [];
  const take = (row: number) => {
    const state = problemStates[columns.state[row]!];
    if (state === undefined) return;
    found.push({ seq: columns.serial[row]! + 1, state, dueAt: columns.dueAt[row]! });
  };
  const placed = index.match(filter);
  for (let i = 0; i < placed.count; i++) {
    const row = placed.rows[i]!;
    const mark = columns.unit[row]!;
    const [lng, lat] = [fromE7(columns.lngE7[row]!), fromE7(columns.latE7[row]!)];
    if (mark === 0 ? holds(lng, lat, columns.category[row]!) : mark === unitMark) take(row);
  }
  const unplaced = index.match(filter, unplacedRows);
  for (let i = 0; i < unplaced.count; i++) {
    const row = unplaced.rows[i]!;
    if (columns.unit[row] === unitMark) take(row);
  }
  return found;
}
