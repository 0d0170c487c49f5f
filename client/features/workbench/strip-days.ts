import { DAY_MS } from "../../../domain/time.ts";

/** The days that the strip shows: local midnights are `start + day · 24 h`, give or take a summer hour. */
export type StripDays = {
  readonly start: number;
  readonly count: number;
  /** Days that carry a date. */
  readonly ticks: readonly number[];
};

const MOST_DAYS = 800;
const TICKS = 7;

/** A city whose last report is further back than this is a history: its strip ends there and not today. */
const HISTORY_DAYS = 90;
/** Closings that come after the last report still show. */
const AFTERMATH_DAYS = 30;

/** The moment at which the strip ends: now, or a month after the last report of a history. */
export function endOfStrip(lastReportedAt: string | null, now: string): string {
  const last = lastReportedAt === null ? Number.NaN : Date.parse(lastReportedAt);
  const isHistory = Date.parse(now) - last > HISTORY_DAYS * DAY_MS;
  return isHistory ? new Date(last + AFTERMATH_DAYS * DAY_MS).toISOString() : now;
}

/** From the first report, at most 800 days back, to the end of the day of `end`. */
export function daysOfStrip(
  firstReportedAt: string | null,
  end: string,
  dayStart: (text: string) => number | null,
): StripDays {
  const today = dayStart(end) ?? Date.parse(end);
  const first = (firstReportedAt && dayStart(firstReportedAt)) || today - 30 * DAY_MS;
  const count = Math.min(MOST_DAYS, Math.max(14, Math.round((today - first) / DAY_MS) + 1));
  const step = Math.ceil(count / TICKS);
  const ticks = Array.from({ length: TICKS }, (_, i) => i * step).filter(
    (day) => day < count - step / 3,
  );
  return { start: today - (count - 1) * DAY_MS, count, ticks };
}

export function clampDay(day: number, count: number): number {
  return Math.max(0, Math.min(count, day));
}
