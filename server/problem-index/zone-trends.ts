import { STATUS } from "../../domain/problem.ts";
import type { CityClock } from "../../domain/time.ts";
import type { ProblemIndex } from "./problem-index.ts";
import type { RowFilter } from "./row-filter.ts";
import { topZones } from "./top-zones.ts";
import { dayIndex, daysUpTo, lastClosing } from "./trend-problems.ts";

/** How a zone stands at T, and what stood open there at the end of each day, at T on the last. */
export type ZoneTrend = {
  readonly zone: string;
  readonly open: number;
  readonly overdue: number;
  readonly trend: readonly number[];
};

/** `trendProblems` of every zone of the first level, in one pass over the rows. */
export function zoneTrends(
  index: ProblemIndex,
  filter: RowFilter,
  clock: CityClock,
  dayCount: number,
): ZoneTrend[] {
  const { columns } = index;
  const { zones, of } = topZones(index, filter.asOf);
  const days = daysUpTo(filter.asOf, clock, dayCount);
  const first = days[0]!;
  /** Per zone: open, overdue, open before the first day, then what each day changed. */
  const width = 3 + dayCount;
  const sums = new Int32Array(width * zones.length);
  const slotOf = (t: number) => (t < first ? 2 : 3 + dayIndex(days, t));

  const matches = index.match(filter);
  for (let i = 0; i < matches.count; i++) {
    const row = matches.rows[i]!;
    const status = matches.status[i]!;
    const reportedAt = columns.reportedAt[row]!;
    let closedAt = Number.POSITIVE_INFINITY;
    if (status === STATUS.closed) {
      closedAt = Math.max(reportedAt, lastClosing(index, row, filter.asOf));
      if (closedAt < first) continue;
    }
    const zone = of[columns.territory[row]!]!;
    if (zone < 0) continue;
    const at = zone * width;
    if (status === STATUS.closed) sums[at + slotOf(closedAt)]!--;
    else {
      sums[at]!++;
      sums[at + 1]! += Number(status === STATUS.overdue);
    }
    sums[at + slotOf(reportedAt)]!++;
  }
  return zones.map(({ id }, zone) => {
    const [open = 0, overdue = 0, before = 0, ...changes] = sums.subarray(
      zone * width,
      (zone + 1) * width,
    );
    let standing = before;
    const trend = changes.map((change) => {
      standing += change;
      return standing;
    });
    return { zone: id, open, overdue, trend };
  });
}
