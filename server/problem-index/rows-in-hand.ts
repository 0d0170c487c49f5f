import { type ProblemState, problemStates } from "../../domain/problem.ts";
import { fromE7 } from "../../domain/spatial/lng-lat.ts";
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

/**
 * What passes the filter and is with one unit: handed to it by a person, or to nobody and `holds` says that duties name it
 * for the spot, as with reports that came in dispatched from elsewhere. One pass, and a question for each of the latter.
 */
export function rowsInHand(
  index: ProblemIndex,
  filter: RowFilter,
  unitMark: number,
  holds: (lng: number, lat: number, category: number) => boolean,
): RowInHand[] {
  const { columns } = index;
  const matches = index.match(filter);
  const found: RowInHand[] = [];
  for (let i = 0; i < matches.count; i++) {
    const row = matches.rows[i]!;
    const mark = columns.unit[row]!;
    const [lng, lat] = [fromE7(columns.lngE7[row]!), fromE7(columns.latE7[row]!)];
    const isHeld = mark === 0 ? holds(lng, lat, columns.category[row]!) : mark === unitMark;
    if (!isHeld) continue;
    const state = problemStates[columns.state[row]!];
    if (state === undefined) continue;
    found.push({ seq: columns.serial[row]! + 1, state, dueAt: columns.dueAt[row]! });
  }
  return found;
}
