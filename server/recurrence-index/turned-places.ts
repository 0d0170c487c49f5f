import { classOf, type PlaceClass } from "../../domain/recurrence/place-class.ts";
import type { RowFilter } from "../problem-index/row-filter.ts";
import { countRecurrences } from "./count-recurrences.ts";
import { MeasuresAt } from "./measures-at.ts";
import { rankPlaces } from "./rank-places.ts";
import type { RecurrenceIndex } from "./recurrence-index.ts";

/** Places of a class at T that were of another one at `before`; the highest rate first, among the first `limit` of the class. */
export function turnedPlaces(
  index: RecurrenceIndex,
  filter: RowFilter,
  wanted: PlaceClass,
  before: number,
  limit: number,
): number[] {
  const counts = countRecurrences(index, filter);
  const { places } = rankPlaces(index, counts, filter.asOf, limit, new Set([wanted]));
  const then = new MeasuresAt(index, before);
  const turned = places.filter(({ place, rank }) => {
    const measures = then.ofPlace(place);
    const prior = index.priorOf(index.recurring.category[rank]!);
    return measures === null || classOf(measures, prior, index.settings.class) !== wanted;
  });
  return turned.map(({ place }) => place);
}
