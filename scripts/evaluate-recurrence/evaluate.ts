import {
  type ConfidenceLevel,
  confidenceLevels,
} from "../../domain/recurrence/confidence-level.ts";
import { type PlaceClass, placeClasses } from "../../domain/recurrence/place-class.ts";
import { cityAt, type PlaceAt } from "./city-at.ts";
import { PlaceHistory } from "./place-history.ts";
import { isRecurring, precisionOf, rankings } from "./rankings.ts";
import type { StreetReport } from "./read-reports.ts";
import { type ReturnShare, returnShares } from "./return-shares.ts";
import { type Placing, placesBy } from "./street-places.ts";

export const HALF_LIFE_DAYS = 90;

/** The dates on which the rankings are asked; what follows each is their answer. */
export const dates = ["2015-07-01", "2015-08-01", "2015-09-01", "2015-10-01"] as const;

/** How well a ranking did on each date: the share of its first places that returned. */
export type Precision = { readonly name: string; readonly byDate: readonly number[] };

/** What the measures foretold, with places taken in one way. */
export type PlacingEvaluation = {
  readonly placing: Placing;
  readonly places: number;
  readonly recurrences: number;
  readonly precision: readonly Precision[];
  readonly byClass: readonly ReturnShare<PlaceClass>[];
  readonly byConfidence: readonly ReturnShare<ConfidenceLevel>[];
  /** Of places with a recurrence alone. */
  readonly byConfidenceOfRecurring: readonly ReturnShare<ConfidenceLevel>[];
};

/** RECURRENCE §5 with places taken in one way. About a second. */
export function evaluatePlacing(
  reports: readonly StreetReport[],
  placing: Placing,
): PlacingEvaluation {
  const history = new PlaceHistory(HALF_LIFE_DAYS);
  const places = placesBy[placing](reports);
  const recurrences = places.map((place) => history.recurrencesOf(place));
  const cities = dates.map((date) => cityAt(places, recurrences, Date.parse(date), history));
  const all = cities.flat();
  const confidenceOf = ({ confidence }: PlaceAt) => confidence;
  return {
    placing,
    places: places.length,
    recurrences: recurrences.flat().length,
    precision: rankings.map((ranking) => ({
      name: ranking.name,
      byDate: cities.map((city) => precisionOf(city, ranking)),
    })),
    byClass: returnShares(all, placeClasses, ({ placeClass }) => placeClass),
    byConfidence: returnShares(all, confidenceLevels, confidenceOf),
    byConfidenceOfRecurring: returnShares(all.filter(isRecurring), confidenceLevels, confidenceOf),
  };
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
