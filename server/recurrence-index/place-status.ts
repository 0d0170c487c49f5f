import { HIDDEN } from "../../domain/columns/problem-columns.ts";
import { STATUS } from "../../domain/problem.ts";
import type { ProblemIndex } from "../problem-index/problem-index.ts";
import type { RowFilter } from "../problem-index/row-filter.ts";
import type { RecurrenceIndex } from "./recurrence-index.ts";

/** How a place stands at a time. */
export type PlaceStanding = { readonly isOpen: boolean; readonly isOverdue: boolean };

/**
 * Whether a recurring place stands at T as one of the statuses asked for: open where one of its reports is open, overdue
 * where one of them is overdue, closed where none is open. A few comparisons; its reports are read only where T lies before
 * the place's last event and inside an episode.
 */
export function placeStands(
  index: RecurrenceIndex,
  rank: number,
  statusMask: number,
  t: number,
): boolean {
  const { isOpen, isOverdue } = standingAt(index, rank, t);
  const wants = (status: number) => ((statusMask >>> status) & 1) === 1;
  if (!isOpen) return wants(STATUS.closed);
  return wants(STATUS.open) || (isOverdue && wants(STATUS.overdue));
}

/** Whether one of a place's reports that are known at T is at a stage, with a unit and due as asked for. */
export function hasReportLike(
  index: RecurrenceIndex,
  rank: number,
  { stateMask, assignees, dueBefore, asOf }: RowFilter,
): boolean {
  const { problems, recurring } = index;
  const { columns } = problems;
  for (const serial of index.membersOf(recurring.place[rank]!)) {
    const row = problems.rowOf(serial);
    if (columns.flags[row]! & HIDDEN || columns.reportedAt[row]! > asOf) continue;
    const isAtStage = stateMask === -1 || ((stateMask >>> columns.state[row]!) & 1) === 1;
    const isWith = assignees === null || assignees[columns.unit[row]!] === 1;
    if (isAtStage && isWith && isDue(problems, row, asOf, dueBefore)) return true;
  }
  return false;
}

function isDue(problems: ProblemIndex, row: number, from: number, before: number | null): boolean {
  if (before === null) return true;
  const dueAt = problems.columns.dueAt[row]!;
  return dueAt >= from && dueAt < before && !problems.isRowClosedAt(row, from);
}

export function standingAt(index: RecurrenceIndex, rank: number, t: number): PlaceStanding {
  const { recurring } = index;
  if (t >= recurring.settledAt[rank]!) {
    return { isOpen: recurring.isOpen[rank] === 1, isOverdue: recurring.overdueFrom[rank]! < t };
  }
  if (recurring.hasStale[rank] === 0 && recurring.end[recurring.lastBegun(rank, t)]! <= t) {
    return closed;
  }
  return readReports(index, recurring.place[rank]!, t);
}

const closed: PlaceStanding = { isOpen: false, isOverdue: false };

function readReports(index: RecurrenceIndex, place: number, t: number): PlaceStanding {
  const { problems } = index;
  const { columns } = problems;
  let isOpen = false;
  for (const serial of index.membersOf(place)) {
    const row = problems.rowOf(serial);
    if (columns.flags[row]! & HIDDEN || columns.reportedAt[row]! > t) continue;
    if (problems.isRowClosedAt(row, t)) continue;
    if (columns.dueAt[row]! < t) return { isOpen: true, isOverdue: true };
    isOpen = true;
  }
  return { isOpen, isOverdue: false };
}
