import { rowFlags } from "../../domain/columns/problem-columns.ts";
import { problemStates, STATUS } from "../../domain/problem.ts";
import { allRows } from "./match-rows.ts";
import type { ProblemIndex } from "./problem-index.ts";
import type { RowFilter } from "./row-filter.ts";

/** What the rates of handling take from the reports themselves; see CaseCounts. */
export type RowCaseCounts = {
  reported: number;
  accepted: number;
  toClose: number;
  closed: number;
  closedInTime: number;
};

const WAITING = problemStates.indexOf("reported");

/**
 * Reports of a period and cases due in it, [from, to) in epoch ms, as they stand at the filter's T; what was withdrawn or
 * merged counts nowhere, what was rejected counts as reported. One pass; `visit` is told every row that passes the filter.
 */
export function caseCounts(
  index: ProblemIndex,
  filter: RowFilter,
  from: number,
  to: number,
  visit: (row: number) => void,
): RowCaseCounts {
  const { columns } = index;
  const counts = { reported: 0, accepted: 0, toClose: 0, closed: 0, closedInTime: 0 };
  const matches = index.match(filter, allRows);
  for (let i = 0; i < matches.count; i++) {
    const row = matches.rows[i]!;
    const flags = columns.flags[row]!;
    if (flags & rowFlags.withdrawn) continue;
    visit(row);
    const isRejected = (flags & rowFlags.dropped) !== 0;
    const reportedAt = columns.reportedAt[row]!;
    if (reportedAt >= from && reportedAt < to) {
      counts.reported++;
      if (!isRejected && columns.state[row] !== WAITING) counts.accepted++;
    }
    const dueAt = columns.dueAt[row]!;
    if (isRejected || dueAt < from || dueAt >= to) continue;
    counts.toClose++;
    if (matches.status[i] !== STATUS.closed) continue;
    counts.closed++;
    if (closedAt(index, row, filter.asOf) <= dueAt) counts.closedInTime++;
  }
  return counts;
}

/** Of a row that is closed at T. */
function closedAt(index: ProblemIndex, row: number, t: number): number {
  const { columns } = index;
  if ((columns.flags[row]! & rowFlags.hasHistory) === 0) return columns.closedAt[row]!;
  const closings = index.closingsOf(columns.serial[row]!);
  return closings.findLast((closing) => closing.closedAt <= t)?.closedAt ?? t;
}
