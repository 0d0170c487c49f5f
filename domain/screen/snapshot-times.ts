import { type CityClock, DAY_MS } from "../time.ts";

/** A picture is taken late where the server was down at its time, but not later than this. */
const LATE_MS = 15 * 60_000;

/** Day and time of a picture, as its name says them: `2026-11-22-0730`. */
export function snapshotStamp(t: number, clock: CityClock): string {
  const { hour, minute } = clock.toLocal(t);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${clock.toDate(t)}-${two(hour)}${two(minute)}`;
}

/** The newest of the daily times that has come within the last quarter of an hour; null: none has. */
export function dueSnapshot(
  times: readonly string[],
  now: number,
  clock: CityClock,
): number | null {
  let newest: number | null = null;
  for (const day of [now - DAY_MS, now]) {
    for (const time of times) {
      const [hour = 0, minute = 0] = time.split(":").map(Number);
      const at = clock.toEpoch({
        ...clock.toLocal(day),
        hour,
        minute,
        second: 0,
        millisecond: 0,
      });
      if (at <= now && now - at < LATE_MS && at > (newest ?? 0)) newest = at;
    }
  }
  return newest;
}
