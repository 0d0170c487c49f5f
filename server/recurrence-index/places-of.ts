import { noFilter } from "../../domain/problem-filter.ts";
import { episodeFlags } from "../../domain/recurrence/place-measures.ts";
import type { Sight } from "../problem-index/sight.ts";
import { countRecurrences } from "./count-recurrences.ts";
import { type Ranking, rankPlaces } from "./rank-places.ts";
import type { RecurrenceIndex } from "./recurrence-index.ts";

/** The recurring places of somebody's ground (null: everywhere), highest λ30 first. */
export function placesOf(
  index: RecurrenceIndex,
  ground: Sight | null,
  t: number,
  limit: number,
): Ranking {
  const filter = index.problems.compile({ ...noFilter, asOf: t }, t, ground);
  return rankPlaces(index, countRecurrences(index, filter), t, limit);
}

/** When a recurring place came back, in [from, t], in time order. */
export function returnsOf(index: RecurrenceIndex, rank: number, from: number, t: number): number[] {
  const { recurring } = index;
  const begin = recurring.episodeStart[rank]!;
  const returns: number[] = [];
  for (let e = begin; e < begin + recurring.episodeCount[rank]!; e++) {
    const start = recurring.start[e]!;
    if (start < from || start > t) continue;
    if ((recurring.flags[e]! & episodeFlags.recurrence) !== 0) returns.push(start);
  }
  return returns;
}
