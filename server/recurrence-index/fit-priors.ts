import { PriorSums, priorsOf } from "../../domain/recurrence/fit-prior.ts";
import type { Prior } from "../../domain/recurrence/place-rate.ts";
import { MeasuresAt } from "./measures-at.ts";
import type { RecurrenceIndex } from "./recurrence-index.ts";

/** The prior of one category, and what it was fitted from. */
export type CategoryPrior = Prior & {
  readonly category: number;
  readonly places: number;
  readonly recurrences: number;
  readonly quietDays: number;
  /** Fitted over all categories that have too few places, or no recurrence. */
  readonly isPooled: boolean;
  /** Set in the pack, not fitted. */
  readonly isGiven: boolean;
};

/** After so many places others get their turn. */
const SLICE = 20_000;

/**
 * Fits the prior of every category on what is known at T, RECURRENCE §3. Yields now and then, so that a nightly fit holds
 * nothing up. About 1 µs a report.
 */
export async function fitPriors(
  index: RecurrenceIndex,
  t: number,
  pause: () => Promise<void>,
): Promise<CategoryPrior[]> {
  const { tree } = index.problems.tables;
  const sums = tree.list.map(() => new PriorSums());
  const measuresAt = new MeasuresAt(index, t);
  for (let place = 0; place < index.anchors.count; place++) {
    if (place % SLICE === SLICE - 1) await pause();
    const measures = measuresAt.ofPlace(place);
    if (measures === null) continue;
    sums[index.anchors.category[place]!]!.add(measures.k, measures.A0 + measures.quietDaysInWindow);
  }
  return priorsFrom(index, sums);
}

function priorsFrom(index: RecurrenceIndex, sums: readonly PriorSums[]): CategoryPrior[] {
  const { tree } = index.problems.tables;
  const fits = priorsOf(sums, index.settings.priorMinPlaces);
  return tree.list.map(({ prior }, category) => {
    const own = sums[category]!;
    const fit = fits[category]!;
    return {
      ...(prior ?? fit.prior ?? index.priorOf(category)),
      category,
      places: own.places,
      recurrences: own.r,
      quietDays: own.A,
      isPooled: prior === undefined && fit.isPooled,
      isGiven: prior !== undefined,
    };
  });
}
