import { type CityClock, DAY_MS } from "./time.ts";

/** Monday to Sunday by the city's clock: [from, to) in epoch milliseconds. */
export type Week = {
  readonly from: number;
  readonly to: number;
  /** The moment that what stands is told of: the last of the week, sooner where asOf lies in it. */
  readonly at: number;
  /** False while the week runs. */
  readonly isComplete: boolean;
};

/** The week that holds `t`, as known at `asOf`; null when it begins after that. */
export function weekAround(clock: CityClock, t: number, asOf: number): Week | null {
  const from = mondayOf(clock, t, 0);
  const to = mondayOf(clock, t, 1);
  if (from > asOf) return null;
  return { from, to, at: Math.min(to - 1, asOf), isComplete: to <= asOf };
}

/** The week before, over by then. */
export function weekBefore(clock: CityClock, { from }: Week): Week {
  return { from: mondayOf(clock, from, -1), to: from, at: from - 1, isComplete: true };
}

/** The last week that was over at `asOf`. */
export function lastCompleteWeek(clock: CityClock, asOf: number): Week {
  const to = mondayOf(clock, asOf, 0);
  return { from: mondayOf(clock, asOf, -1), to, at: to - 1, isComplete: true };
}

/** Local midnight of the Monday so many weeks after the one whose week holds `t`; days that are not 24 hours long included. */
function mondayOf(clock: CityClock, t: number, weeksLater: number): number {
  const { year, month, day } = clock.toLocal(t);
  const noon = new Date(0);
  noon.setUTCFullYear(year, month - 1, day);
  const sinceMonday = (noon.getUTCDay() + 6) % 7;
  const monday = new Date(noon.getTime() + (7 * weeksLater - sinceMonday) * DAY_MS);
  return clock.toEpoch({
    year: monday.getUTCFullYear(),
    month: monday.getUTCMonth() + 1,
    day: monday.getUTCDate(),
    hour: 0,
    minute: 0,
    second: 0,
    millisecond: 0,
  });
}

/** ISO 8601 number of the week, 1 … 53: that of its Thursday. */
export function weekNumber(clock: CityClock, { from }: Week): number {
  const { year, month, day } = clock.toLocal(from);
  const thursday = new Date(Date.UTC(year, month - 1, day + 3));
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return 1 + Math.floor((thursday.getTime() - newYear) / (7 * DAY_MS));
}
