import { STATUS } from "../../domain/problem.ts";
import { type CityClock, HOUR_MS } from "../../domain/time.ts";
import type { ProblemIndex } from "./problem-index.ts";
import type { RowFilter } from "./row-filter.ts";
import { daysUpTo, lastClosing } from "./trend-problems.ts";

/** By hour of the wall clock, 0 … 23. */
export type ByHour = { readonly reported: readonly number[]; readonly closed: readonly number[] };

/** Every offset of a clock is a multiple of it. */
const QUARTER_MS = HOUR_MS / 4;
/** Days before today that tell what is usual at an hour. */
export const USUAL_DAYS = 7;

/**
 * What of the reports that pass came in and was closed in each hour of the day that holds T, up to T, and on the mean of
 * the seven days before. Closings count with the one that stands at T. One pass.
 */
export function hourCounts(
  index: ProblemIndex,
  filter: RowFilter,
  clock: CityClock,
): { readonly today: ByHour; readonly usual: ByHour } {
  const { columns } = index;
  const days = daysUpTo(filter.asOf, clock, USUAL_DAYS + 1);
  const [first, midnight] = [days[0]!, days[USUAL_DAYS]!];
  const quarters = Math.floor((filter.asOf - first) / QUARTER_MS) + 1;
  const reported = new Uint32Array(quarters);
  const closed = new Uint32Array(quarters);
  const matches = index.match(filter);
  for (let i = 0; i < matches.count; i++) {
    const row = matches.rows[i]!;
    const reportedAt = columns.reportedAt[row]!;
    if (reportedAt >= first) reported[Math.floor((reportedAt - first) / QUARTER_MS)]!++;
    if (matches.status[i]! !== STATUS.closed) continue;
    const closedAt = Math.max(reportedAt, lastClosing(index, row, filter.asOf));
    if (closedAt >= first) closed[Math.floor((closedAt - first) / QUARTER_MS)]!++;
  }
  const hoursOf = (from: number, to: number, days: number): ByHour => {
    const hour = (quarter: number) => clock.toLocal(first + quarter * QUARTER_MS).hour;
    const sums = { reported: new Array<number>(24).fill(0), closed: new Array<number>(24).fill(0) };
    for (let quarter = 0; quarter < quarters; quarter++) {
      const at = first + quarter * QUARTER_MS;
      if (at < from || at >= to) continue;
      sums.reported[hour(quarter)]! += reported[quarter]! / days;
      sums.closed[hour(quarter)]! += closed[quarter]! / days;
    }
    return sums;
  };
  return {
    today: hoursOf(midnight, Number.POSITIVE_INFINITY, 1),
    usual: hoursOf(first, midnight, USUAL_DAYS),
  };
}
