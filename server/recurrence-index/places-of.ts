import { noFilter } from "../../domain/problem-filter.ts";
import { episodeFlags } from "../../domain/recurrence/place-measures.ts";
import type { Answers } from "../problem-index/needs-of.ts";
import { countRecurrences } from "./count-recurrences.ts";
import { type Ranking, rankPlaces } from "./rank-places.ts";
import type { RecurrenceIndex } from "./recurrence-index.ts";

/** The recurring places of somebody's ground, highest λ30 first. */
export function placesOf(
  index: RecurrenceIndex,
  answers: Answers,
  t: number,
  limit: number,
): Ranking {
  const { problems, recurring } = index;
  const counts = countRecurrences(index, problems.compile({ ...noFilter, asOf: t }, t));
  let kept = 0;
  for (let i = 0; i < counts.count; i++) {
    const rank = counts.rank[i]!;
    if (!answers(recurring.territory[rank]!, recurring.category[rank]!)) continue;
    counts.rank[kept] = rank;
    counts.k[kept] = counts.k[i]!;
    counts.rate30[kept] = counts.rate30[i]!;
    kept++;
  }
  counts.count = kept;
  return rankPlaces(index, counts, t, limit);
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
