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

/** From the first report, at most 800 days back, to the end of today. */
export function daysOfStrip(
  firstReportedAt: string | null,
  now: string,
  dayStart: (text: string) => number | null,
): StripDays {
  const today = dayStart(now) ?? Date.parse(now);
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
