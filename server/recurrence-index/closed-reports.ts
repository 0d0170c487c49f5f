import type { ClosedProblem } from "../../domain/case/suggested-visits.ts";
import { HIDDEN, rowFlags } from "../../domain/columns/problem-columns.ts";
import { standingClosedAt } from "../../domain/problem.ts";
import { noFilter } from "../../domain/problem-filter.ts";
import { lambda30Of } from "../../domain/recurrence/place-rate.ts";
import type { ProblemIndex } from "../problem-index/problem-index.ts";
import type { Sight } from "../problem-index/sight.ts";
import { MeasuresAt } from "./measures-at.ts";
import { returnsOf } from "./places-of.ts";
import type { RecurrenceIndex } from "./recurrence-index.ts";

export type ClosedReport = ClosedProblem & { readonly seq: number };

/** Reports that somebody may see, whose closing stands at T and is after `from`, in no order. O(reports). */
export function closedSince(
  index: RecurrenceIndex,
  sight: Sight | null,
  from: number,
  t: number,
): ClosedReport[] {
  const { problems } = index;
  const { columns } = problems;
  const rate = rateAt(index, t);
  const filter = problems.compile({ ...noFilter, states: ["closed"], asOf: t }, t, sight);
  const matches = problems.match(filter);
  const found: ClosedReport[] = [];
  for (let i = 0; i < matches.count; i++) {
    const row = matches.rows[i]!;
    const serial = columns.serial[row]!;
    const closedAt = closedAtOf(problems, row);
    if (closedAt <= from || closedAt > t) continue;
    const place = index.placeOf(serial);
    const placeId = place < 0 ? null : place;
    const lambda30 = placeId === null ? null : rate(placeId);
    found.push({ id: problems.idOfRow(row), seq: serial + 1, closedAt, placeId, lambda30 });
  }
  return found;
}

/** Infinity while it is open. Only what was ever reopened has more than one closing to look at. */
function closedAtOf(problems: ProblemIndex, row: number): number {
  const { flags, closedAt, serial } = problems.columns;
  if ((flags[row]! & rowFlags.hasHistory) === 0) return closedAt[row]!;
  return standingClosedAt(problems.closingsOf(serial[row]!)) ?? Number.POSITIVE_INFINITY;
}

/** λ30 of places that came back, each asked for once. */
function rateAt(index: RecurrenceIndex, t: number) {
  const measuresAt = new MeasuresAt(index, t);
  const known = new Map<number, number | null>();
  return (place: number): number | null => {
    const kept = known.get(place);
    if (kept !== undefined) return kept;
    const rank = index.rankOf(place);
    const isRecurring = rank >= 0 && returnsOf(index, rank, -Infinity, t).length > 0;
    const prior = index.priorOf(index.anchors.category[place] ?? 0);
    const rate = isRecurring ? lambda30Of(measuresAt.ofRank(rank), prior) : null;
    known.set(place, rate);
    return rate;
  };
}

/** Whether a report of the place that counts is open: then it is known that it did not hold. */
export function isPlaceOpen(index: RecurrenceIndex, place: number, t: number): boolean {
  const { problems } = index;
  for (const serial of index.membersOf(place)) {
    const row = problems.rowOf(serial);
    const isHidden = (problems.columns.flags[row]! & HIDDEN) !== 0;
    if (!isHidden && !problems.isRowClosedAt(row, t)) return true;
  }
  return false;
}
