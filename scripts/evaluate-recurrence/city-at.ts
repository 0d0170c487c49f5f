import {
  type ConfidenceLevel,
  confidenceLevelOf,
} from "../../domain/recurrence/confidence-level.ts";
import { PriorSums, priorsOf } from "../../domain/recurrence/fit-prior.ts";
import { classOf, type PlaceClass } from "../../domain/recurrence/place-class.ts";
import type { PlaceMeasures } from "../../domain/recurrence/place-measures.ts";
import { confidenceOf, lambda30Of, type Prior } from "../../domain/recurrence/place-rate.ts";
import { DAY_MS } from "../../domain/time.ts";
import type { PlaceHistory } from "./place-history.ts";
import type { StreetPlace } from "./street-places.ts";

export const FOLLOW_UP_DAYS = 90;

/** A place that had a report by T, as known at T. */
export type PlaceAt = {
  readonly category: number;
  readonly reportCount: number;
  readonly episodeCount: number;
  /** Age of the last episode, days. */
  readonly ageDays: number;
  readonly measures: PlaceMeasures;
  readonly prior: Prior;
  readonly lambda30: number;
  readonly placeClass: PlaceClass;
  readonly confidence: ConfidenceLevel;
  /** What T does not know: its problem came back in [T, T + 90 d). */
  readonly returned: boolean;
};

/**
 * Measures every place at T, the priors fitted on what was known then. Throws a RangeError where no
 * recurrence is known by T.
 *
 * @param recurrences When the problem of each place came back, by all that the file knows.
 */
export function cityAt(
  places: readonly StreetPlace[],
  recurrences: readonly (readonly number[])[],
  t: number,
  history: PlaceHistory,
): PlaceAt[] {
  const { settings } = history;
  const until = t + FOLLOW_UP_DAYS * DAY_MS;
  const sums: PriorSums[] = [];
  const known = places.flatMap((place, id) => {
    if (!history.cut(place, t)) return [];
    const { episodes, reportCount } = history;
    const { category } = place;
    const measures = history.measure(t);
    sums[category] ??= new PriorSums();
    sums[category].add(measures.k, measures.A0 + measures.quietDaysInWindow);
    const ageDays = (t - (episodes.start[episodes.count - 1] ?? t)) / DAY_MS;
    const returned = (recurrences[id] ?? []).some((at) => at >= t && at < until);
    return { category, reportCount, episodeCount: episodes.count, ageDays, measures, returned };
  });
  const fits = priorsOf(Array.from(sums, filled), settings.priorMinPlaces);
  return known.map((place) => {
    const prior = fits[place.category]?.prior;
    if (!prior) throw new RangeError(`No recurrence is known by ${new Date(t).toISOString()}`);
    const { measures } = place;
    return {
      ...place,
      prior,
      lambda30: lambda30Of(measures, prior),
      placeClass: classOf(measures, prior, settings.class),
      confidence: confidenceLevelOf(confidenceOf(measures, prior), settings.confidence),
    };
  });
}

/** A type without a report by T has nothing to add. */
function filled(sums: PriorSums | undefined): PriorSums {
  return sums ?? new PriorSums();
}
