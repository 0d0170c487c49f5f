import type { RecurrenceCounts } from "./count-recurrences.ts";
import type { RecurrenceIndex } from "./recurrence-index.ts";
import { episodeFlags } from "./recurring-places.ts";

/** A recurring place with what passed the filter there. */
export type RankedPlace = {
  readonly rank: number;
  readonly place: number;
  readonly k: number;
  readonly rate30: number;
};

/** The `limit` places with the most recurrences per 30 days, ties by place. O(n log n). */
export function rankPlaces(
  { recurring }: RecurrenceIndex,
  counts: RecurrenceCounts,
  limit: number,
): RankedPlace[] {
  const places = Array.from({ length: counts.count }, (_, i) => ({
    rank: counts.rank[i]!,
    place: recurring.place[counts.rank[i]!]!,
    k: counts.k[i]!,
    rate30: counts.rate30[i]!,
  }));
  return places.sort((a, b) => b.rate30 - a.rate30 || a.place - b.place).slice(0, limit);
}

/** Start of a place's last recurrence at or before T; null if it has none. */
export function lastRecurrenceAt(
  { recurring }: RecurrenceIndex,
  rank: number,
  t: number,
): number | null {
  const begin = recurring.episodeStart[rank]!;
  for (let e = begin + recurring.episodeCount[rank]! - 1; e >= begin; e--) {
    const isRecurrence = (recurring.flags[e]! & episodeFlags.recurrence) !== 0;
    if (isRecurrence && recurring.start[e]! <= t) return recurring.start[e]!;
  }
  return null;
}

/** One place among the counted ones; with nothing that passed, zeros. */
export function countAtRank(
  { recurring }: RecurrenceIndex,
  counts: RecurrenceCounts,
  rank: number,
): RankedPlace {
  const at = counts.rank.subarray(0, counts.count).indexOf(rank);
  const found = at >= 0;
  return {
    rank,
    place: recurring.place[rank]!,
    k: found ? counts.k[at]! : 0,
    rate30: found ? counts.rate30[at]! : 0,
  };
}
