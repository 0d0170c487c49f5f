import { laplaceTrend } from "../statistics/laplace-trend.ts";
import type { RecurrenceSettings } from "./params.ts";
import type { PlaceMeasures } from "./place-measures.ts";
import type { Prior } from "./place-rate.ts";

/** RECURRENCE §4, in the order in which the first that matches wins. */
export const placeClasses = [
  "none",
  "resolved",
  "once",
  "new",
  "intensifying",
  "easing",
  "persistent",
  "sporadic",
] as const;
export type PlaceClass = (typeof placeClasses)[number];

/**
 * Probability of a quiet spell as long as the present one, had nothing changed: ((β + A0)/(β + A0 + q))^(α + k).
 * 1 while the place is open.
 */
export function stillQuietP(
  { A0, quietDays, k }: PlaceMeasures,
  { alpha, betaDays }: Prior,
): number {
  if (quietDays === 0) return 1;
  return ((betaDays + A0) / (betaDays + A0 + quietDays)) ** (alpha + k);
}

/** Laplace's U of the recurrences in the window; null without any. */
export function trendOf({ k, meanDays, observedDays }: PlaceMeasures): number | null {
  return k === 0 ? null : laplaceTrend(meanDays, k, 0, observedDays);
}

/** The class of a place at T. */
export function classOf(
  measures: PlaceMeasures,
  prior: Prior,
  settings: RecurrenceSettings["class"],
): PlaceClass {
  const { k, isOpen, quietDays, recent, binsHit } = measures;
  if (k === 0) return "none";
  const isQuiet = k >= settings.resolvedMinK && !isOpen && quietDays >= settings.quietMinDays;
  if (isQuiet && stillQuietP(measures, prior) < settings.quietP) return "resolved";
  if (k === 1) return "once";
  if (recent === k) return "new";
  if (k >= settings.trendMinK) {
    const trend = trendOf(measures) ?? 0;
    if (trend >= settings.trendZ && recent >= settings.trendMinRecent) return "intensifying";
    if (trend <= -settings.trendZ) return "easing";
  }
  return binsHit >= settings.persistentMinBins && recent >= settings.persistentMinRecent
    ? "persistent"
    : "sporadic";
}
