import { rowFlags } from "../../domain/columns/problem-columns.ts";
import { type CityClock, DAY_MS } from "../../domain/time.ts";
import type { ProblemIndex } from "./problem-index.ts";
import type { RowFilter } from "./row-filter.ts";

/** Per day of the city, oldest first; `open` at the end of the day, or at T on the last. */
export type ProblemTrendDays = {
  /** Local midnight that begins each day. */
  readonly days: readonly number[];
  readonly reported: Uint32Array;
  readonly closed: Uint32Array;
  readonly open: Int32Array;
};

/**
 * How the reports that pass developed over the `dayCount` days up to T: what came in, what was closed, what stood open.
 * Closings count with the standing one of T only. One pass, whatever the number of days.
 */
export function trendProblems(
  index: ProblemIndex,
  filter: RowFilter,
  clock: CityClock,
  dayCount: number,
): ProblemTrendDays {
  const days = daysUpTo(filter.asOf, clock, dayCount);
  const first = days[0]!;
  const dayOf = (t: number) => dayIndex(days, t);
  const reported = new Uint32Array(dayCount);
  const closed = new Uint32Array(dayCount);
  const open = new Int32Array(dayCount);
  let openBefore = 0;

  const matches = index.match(filter);
  for (let i = 0; i < matches.count; i++) {
    const row = matches.rows[i]!;
    const reportedAt = index.columns.reportedAt[row]!;
    if (reportedAt < first) openBefore++;
    else {
      const day = dayOf(reportedAt);
      reported[day]!++;
      open[day]!++;
    }
    if (!index.isRowClosedAt(row, filter.asOf)) continue;
    const closedAt = Math.max(reportedAt, lastClosing(index, row, filter.asOf));
    if (closedAt < first) openBefore--;
    else {
      const day = dayOf(closedAt);
      closed[day]!++;
      open[day]!--;
    }
  }
  let standing = openBefore;
  for (let day = 0; day < dayCount; day++) {
    standing += open[day]!;
    open[day] = standing;
  }
  return { days, reported, closed, open };
}

/** The last closing at or before T of a report that is closed at T. */
export function lastClosing(index: ProblemIndex, row: number, t: number): number {
  const { flags, closedAt, serial } = index.columns;
  if ((flags[row]! & rowFlags.hasHistory) === 0) return closedAt[row]!;
  const closings = index.closingsOf(serial[row]!);
  return closings.findLast(({ closedAt }) => closedAt <= t)?.closedAt ?? t;
}

/** Local midnights that begin the `count` days up to T, oldest first. */
export function daysUpTo(t: number, clock: CityClock, count: number): number[] {
  const days = [clock.dayStart(t)];
  while (days.length < count) days.unshift(clock.dayStart(days[0]! - DAY_MS / 2));
  return days;
}

/** The last day that begins at or before t, 0 for what is older. Days are nearly equal, so the guess is off by one at most. */
export function dayIndex(days: readonly number[], t: number): number {
  let day = Math.min(days.length - 1, Math.max(0, Math.floor((t - days[0]!) / DAY_MS)));
  while (day + 1 < days.length && days[day + 1]! <= t) day++;
  while (day > 0 && days[day]! > t) day--;
  return day;
}
