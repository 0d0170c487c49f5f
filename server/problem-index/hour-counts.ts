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
 * the seven days before, for which it does not matter when a report has to have come in. Closings count with the one that
 * stands at T. One pass.
 */
export function hourCounts(
  index: ProblemIndex,
  filter: RowFilter,
  clock: CityClock,
): { readonly today: ByHour; readonly usual: ByHour } {
  const { columns } = index;
  const days = daysUpTo(filter.asOf, clock, USUAL_DAYS + 1);
  const [first, midnight] = [days[0]!, days[USUAL_DAYS]!];
  const quarterOf = (t: number) => Math.floor((t - first) / QUARTER_MS);
  const quarters = quarterOf(filter.asOf) + 1;
  const reported = new Uint32Array(quarters);
  const closed = new Uint32Array(quarters);
  const matches = index.match({
    ...filter,
    from: Number.NEGATIVE_INFINITY,
    to: Number.POSITIVE_INFINITY,
  });
  for (let i = 0; i < matches.count; i++) {
    const row = matches.rows[i]!;
    const reportedAt = columns.reportedAt[row]!;
    const isAsked = reportedAt >= filter.from && reportedAt < filter.to;
    const end = isAsked ? Number.POSITIVE_INFINITY : midnight;
    if (reportedAt >= first && reportedAt < end) reported[quarterOf(reportedAt)]!++;
    if (matches.status[i]! !== STATUS.closed) continue;
    const closedAt = Math.max(reportedAt, lastClosing(index, row, filter.asOf));
    if (closedAt >= first && closedAt < end) closed[quarterOf(closedAt)]!++;
  }
  const hourOf = (quarter: number) => clock.toLocal(first + quarter * QUARTER_MS).hour;
  const begin = quarterOf(midnight);
  const byHour = (from: number, to: number, days: number): ByHour => ({
    reported: meanByHour(reported.subarray(from, to), from, days, hourOf),
    closed: meanByHour(closed.subarray(from, to), from, days, hourOf),
  });
  return { today: byHour(begin, quarters, 1), usual: byHour(0, begin, USUAL_DAYS) };
}

/** Sums of quarters, the first of which has the number `first`, over so many days. */
function meanByHour(
  quarters: Uint32Array,
  first: number,
  days: number,
  hourOf: (quarter: number) => number,
): number[] {
  const hours = new Array<number>(24).fill(0);
  quarters.forEach((count, i) => {
    hours[hourOf(first + i)]! += count;
  });
  return hours.map((count) => count / days);
}
