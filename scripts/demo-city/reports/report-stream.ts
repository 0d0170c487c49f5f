import { DAY_MS } from "../../../domain/time.ts";
import type { Random } from "../random.ts";
import { playEpisode } from "./episode.ts";
import type { RawReport } from "./raw-report.ts";
import { meanGapDays, type Spot } from "./spots.ts";

export type History = { readonly start: number; readonly end: number };

/**
 * Plays `slots` spots from start to end, the spots of one copy of the city after those of the one
 * before, and hands over each day's reports in order of time, so the whole is in order. Days are
 * counted from `start`. Memory: 14 bytes a slot and the reports of episodes that have begun.
 */
export function playSpots(
  spots: readonly Spot[],
  slots: number,
  { start, end }: History,
  random: Random,
  emitDay: (reports: readonly RawReport[]) => void,
): void {
  const days = Math.floor((end - start) / DAY_MS) + 1;
  const notBefore = new Float64Array(slots);
  const episodes = new Uint16Array(slots);
  const nextOfDay = new Int32Array(slots).fill(-1);
  const firstOfDay = new Int32Array(days).fill(-1);
  const pending: RawReport[][] = Array.from({ length: days }, () => []);

  function schedule(slot: number, at: number): void {
    if (at > end) return;
    const day = Math.max(0, Math.floor((at - start) / DAY_MS));
    notBefore[slot] = at;
    nextOfDay[slot] = firstOfDay[day]!;
    firstOfDay[day] = slot;
  }
  function put(report: RawReport): void {
    if (report.reportedAt > end || report.reportedAt < start) return;
    pending[Math.floor((report.reportedAt - start) / DAY_MS)]!.push(report);
  }

  for (let slot = slots - 1; slot >= 0; slot--) {
    const { firstAt } = spots[slot % spots.length]!;
    schedule(slot, Math.max(start, slot < spots.length ? firstAt : shifted(firstAt, end, random)));
  }
  for (let day = 0; day < days; day++) {
    for (let slot = firstOfDay[day]!; slot >= 0; slot = firstOfDay[day]!) {
      firstOfDay[day] = nextOfDay[slot]!;
      const spot = spots[slot % spots.length]!;
      const restedAt = playEpisode({
        spot,
        copy: Math.floor(slot / spots.length),
        episode: episodes[slot]!,
        notBefore: notBefore[slot]!,
        end,
        random,
        put,
      });
      episodes[slot]! += 1;
      if (episodes[slot]! >= spot.mostEpisodes) continue;
      const gap = random.gamma(spot.regularity, meanGapDays(spot, restedAt, start, end)) * DAY_MS;
      const next = restedAt + gap + 0.02 * DAY_MS;
      if (next < spot.activeUntil) schedule(slot, next);
    }
    emitDay(pending[day]!.sort((a, b) => a.reportedAt - b.reportedAt));
    pending[day] = [];
  }
}

/**
 * Another copy's spot begins some weeks sooner or later, on the same weekday; what begins at the
 * very end does not move.
 */
function shifted(firstAt: number, end: number, random: Random): number {
  const weeks = random.int(-2, 2);
  return firstAt + 21 * DAY_MS < end ? firstAt + weeks * 7 * DAY_MS : firstAt;
}
