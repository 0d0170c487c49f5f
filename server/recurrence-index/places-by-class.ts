import { noFilter } from "../../domain/problem-filter.ts";
import { type PlaceClass, placeClasses } from "../../domain/recurrence/place-class.ts";
import type { Sight } from "../problem-index/sight.ts";
import { countRecurrences } from "./count-recurrences.ts";
import type { RecurrenceIndex } from "./recurrence-index.ts";
import { summariseRecurrence } from "./summarise-recurrence.ts";

/** Recurring places of somebody's ground (null: everywhere) at T by class; classes without any are left out. */
export function placesByClass(
  index: RecurrenceIndex,
  ground: Sight | null,
  t: number,
): ReadonlyMap<PlaceClass, number> {
  const filter = index.problems.compile({ ...noFilter, asOf: t }, t, ground);
  const counts = countRecurrences(index, filter);
  const { byClass } = summariseRecurrence(index, counts, t);
  const found = placeClasses.map((name, i) => [name, byClass.places[i]!] as const);
  return new Map(found.filter(([, places]) => places > 0));
}
