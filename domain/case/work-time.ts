import { type CityClock, DAY_MS, HOUR_MS, SECOND_MS } from "../time.ts";
import type { TimeLimit } from "./time-limit.ts";
import { dayNumber, minuteOfDay, type WorkCalendar } from "./work-calendar.ts";

/**
 * Arithmetic in a city's work time; instants are epoch ms, amounts ms. Every answer costs O(days passed over). Periods are
 * read on the wall clock of their day, so one that a change to summer time cuts is as much shorter.
 */
export type WorkTime = {
  /** Of a `YYYY-MM-DD`. */
  isWorkDay(date: string): boolean;
  /** Work time from `a` to `b`; negative where b is before a. */
  workMsBetween(a: number, b: number): number;
  /**
   * The first instant with so much work time after `t`: the end of a period rather than the start of the next. Backwards the
   * last instant, for a negative amount; `t` itself for none.
   */
  addWorkMs(t: number, ms: number): number;
  /**
   * When a limit that starts to run at `from` is over. Hours run from that instant; with days, the day of the start does not
   * count, whatever its hour (民法典 art. 201). A work-day limit ends with the work of its last work day (art. 203), a
   * natural-day limit with its last day, 23:59:59, be that a holiday or not.
   */
  addLimit(from: number, limit: TimeLimit): number;
};

/** A century without pause; what is more is a mistake, and would be walked day by day. */
const MOST_MS = 100 * 366 * DAY_MS;

type Span = readonly [start: number, end: number];

export function workTime(calendar: WorkCalendar, clock: CityClock): WorkTime {
  const holidays = new Set(
    calendar.holidays.flatMap((entry) =>
      typeof entry === "string" ? [dayNumber(entry)] : daysOf(entry),
    ),
  );
  const makeUpDays = new Set(calendar.makeUpDays.map(dayNumber));
  const weekend = new Set(calendar.weekend);
  const periods = calendar.periods.map(
    ([from, to]) => [minuteOfDay(from), minuteOfDay(to)] as const,
  );

  const spansByDay = new Map<number, readonly Span[]>();

  /** 1970-01-01 was a Thursday. */
  function worksOn(day: number): boolean {
    if (makeUpDays.has(day)) return true;
    return !holidays.has(day) && !weekend.has(mod(day + 3, 7) + 1);
  }

  function spansOf(day: number): readonly Span[] {
    if (!worksOn(day)) return [];
    const known = spansByDay.get(day);
    if (known) return known;
    let last = Number.NEGATIVE_INFINITY;
    const spans = periods.map(([from, to]): Span => {
      const start = Math.max(last, instantOf(day, from));
      last = Math.max(start, instantOf(day, to));
      return [start, last];
    });
    if (spansByDay.size > 5000) spansByDay.clear();
    spansByDay.set(day, spans);
    return spans;
  }

  function instantOf(day: number, minute: number): number {
    const date = new Date(day * DAY_MS);
    return clock.toEpoch({
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: Math.floor(minute / 60),
      minute: minute % 60,
      second: 0,
      millisecond: 0,
    });
  }

  const dayOf = (t: number) => dayNumber(clock.toDate(t));

  function workMsBetween(a: number, b: number): number {
    if (b < a) return 0 - workMsBetween(b, a);
    let sum = 0;
    for (let day = dayOf(a); day <= dayOf(b); day++) {
      for (const [start, end] of spansOf(day)) {
        sum += Math.max(0, Math.min(end, b) - Math.max(start, a));
      }
    }
    return sum;
  }

  function addWorkMs(t: number, ms: number): number {
    if (ms === 0) return t;
    if (!(Math.abs(ms) <= MOST_MS)) throw new RangeError(`No amount of work time: ${ms} ms`);
    return ms > 0 ? forwards(t, ms) : backwards(t, -ms);
  }

  function forwards(t: number, ms: number): number {
    let left = ms;
    for (let day = dayOf(t); ; day++) {
      for (const [start, end] of spansOf(day)) {
        const from = Math.max(start, t);
        if (end - from >= left) return from + left;
        left -= Math.max(0, end - from);
      }
    }
  }

  function backwards(t: number, ms: number): number {
    let left = ms;
    for (let day = dayOf(t); ; day--) {
      for (const [start, end] of spansOf(day).toReversed()) {
        const to = Math.min(end, t);
        if (to - start >= left) return to - left;
        left -= Math.max(0, to - start);
      }
    }
  }

  function addLimit(from: number, { value, unit }: TimeLimit): number {
    switch (unit) {
      case "urgent-hour":
        return from + Math.round(value * HOUR_MS);
      case "work-hour":
        return addWorkMs(from, Math.round(value * HOUR_MS));
      case "work-day":
        return endOfWork(from, value);
      case "natural-day":
        return instantOf(dayOf(from) + value + 1, 0) - SECOND_MS;
    }
  }

  function endOfWork(from: number, workDays: number): number {
    let day = dayOf(from);
    for (let left = workDays; left > 0; ) if (worksOn(++day)) left--;
    return spansOf(day).at(-1)?.[1] ?? from;
  }

  return { isWorkDay: (date) => worksOn(dayNumber(date)), workMsBetween, addWorkMs, addLimit };
}

function daysOf([from, to]: readonly [string, string]): readonly number[] {
  const first = dayNumber(from);
  return Array.from({ length: dayNumber(to) - first + 1 }, (_, i) => first + i);
}

function mod(n: number, of: number): number {
  return ((n % of) + of) % of;
}
