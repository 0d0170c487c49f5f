import { type CityClock, HOUR_MS } from "../../domain/time.ts";

const BUCKET_MS = HOUR_MS / 2;

/** How often something happened, by wall clock of the city. */
export type CalendarCounts = {
  /** `[weekday][hour]`, Monday first. */
  readonly weekdayHour: readonly (readonly number[])[];
  /** Months in order, from the first to the last that has any; `YYYY-MM`. */
  readonly months: readonly { readonly month: string; readonly count: number }[];
};

/** Counts instants first by half hour of the world, then looks at the clock once a half hour. */
export class CalendarCounter {
  readonly #buckets = new Map<number, number>();

  add(t: number): void {
    const bucket = Math.floor(t / BUCKET_MS);
    this.#buckets.set(bucket, (this.#buckets.get(bucket) ?? 0) + 1);
  }

  counts(clock: CityClock): CalendarCounts {
    const weekdayHour = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
    const months = new Map<string, number>();
    for (const [bucket, count] of this.#buckets) {
      const wall = new Date(bucket * BUCKET_MS + clock.offsetMsAt(bucket * BUCKET_MS));
      weekdayHour[(wall.getUTCDay() + 6) % 7]![wall.getUTCHours()]! += count;
      const month = wall.toISOString().slice(0, 7);
      months.set(month, (months.get(month) ?? 0) + count);
    }
    return { weekdayHour, months: everyMonth(months) };
  }
}

/** With zeros for the months between that have none. */
function everyMonth(counts: ReadonlyMap<string, number>): CalendarCounts["months"] {
  const names = [...counts.keys()].sort();
  const last = names.at(-1);
  const months: { month: string; count: number }[] = [];
  for (let month = names[0]; month !== undefined && last !== undefined && month <= last; ) {
    months.push({ month, count: counts.get(month) ?? 0 });
    const [year = 0, number = 1] = month.split("-").map(Number);
    month = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
  }
  return months;
}
