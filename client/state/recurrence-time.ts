import type { FilterParams } from "./url-state.ts";

/** Moments kept: a page that stands open for weeks meets many. */
const KEPT = 500;

/** Moments of the page's clock at which no recurrence had changed since an earlier one, and that earlier one. */
const earlierOf = new Map<string, string>();

/** Says that from one moment of the page's clock to the next no recurrence was touched. */
export function keepRecurrenceTime(before: string, next: string): void {
  earlierOf.set(next, recurrenceTime(before));
  const [oldest] = earlierOf.keys();
  if (earlierOf.size > KEPT && oldest !== undefined) earlierOf.delete(oldest);
}

/** The moment at which recurrences were touched last, as of a moment of the page's clock. */
export function recurrenceTime(asOf: string): string {
  return earlierOf.get(asOf) ?? asOf;
}

/** The filter as recurrences are asked for with it: a report that touches none of them asks for nothing again. */
export function recurrenceFilter(filter: FilterParams): FilterParams {
  return filter.asOf === undefined ? filter : { ...filter, asOf: recurrenceTime(filter.asOf) };
}
