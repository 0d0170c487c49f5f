import type { PlaceAt } from "./city-at.ts";

export const TOP_PLACES = 200;

/** A way to say which places will see their problem again first. */
export type Ranking = {
  readonly name: string;
  scoreOf(place: PlaceAt): number;
  /** Which places are ranked at all; absent: all that had a report by T. */
  ranks?(place: PlaceAt): boolean;
};

/** λ30 ranks places with a recurrence alone, RECURRENCE §3. */
export const isRecurring = ({ measures }: PlaceAt): boolean => measures.k > 0;

export const rankings: readonly Ranking[] = [
  { name: "reports", scoreOf: (place) => place.reportCount },
  { name: "episodes", scoreOf: (place) => place.episodeCount },
  { name: "S", scoreOf: (place) => place.measures.S },
  { name: "λ30", scoreOf: (place) => place.lambda30, ranks: isRecurring },
];

/**
 * Share of the first 200 places that returned; ties by number of reports, then in the order in
 * which places came.
 */
export function precisionOf(places: readonly PlaceAt[], { scoreOf, ranks }: Ranking): number {
  const scored = (ranks ? places.filter(ranks) : places).map((place) => ({
    place,
    score: scoreOf(place),
  }));
  scored.sort((a, b) => b.score - a.score || b.place.reportCount - a.place.reportCount);
  const first = scored.slice(0, TOP_PLACES);
  return first.filter(({ place }) => place.returned).length / TOP_PLACES;
}
