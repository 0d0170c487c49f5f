import { noFilter } from "../../domain/problem-filter.ts";
import { type PlaceClass, placeClasses } from "../../domain/recurrence/place-class.ts";
import type { Answers } from "../problem-index/needs-of.ts";
import { countRecurrences } from "./count-recurrences.ts";
import type { RecurrenceIndex } from "./recurrence-index.ts";
import { summariseRecurrence } from "./summarise-recurrence.ts";

/** Recurring places of somebody's ground at T by class; classes without any are left out. */
export function placesByClass(
  index: RecurrenceIndex,
  answers: Answers,
  t: number,
): ReadonlyMap<PlaceClass, number> {
  const { problems, recurring } = index;
  const counts = countRecurrences(index, problems.compile({ ...noFilter, asOf: t }, t));
  let kept = 0;
  for (let i = 0; i < counts.count; i++) {
    const rank = counts.rank[i]!;
    if (!answers(recurring.territory[rank]!, recurring.category[rank]!)) continue;
    counts.rank[kept] = rank;
    counts.k[kept] = counts.k[i]!;
    kept++;
  }
  counts.count = kept;
  const { byClass } = summariseRecurrence(index, counts, t);
  const found = placeClasses.map((name, i) => [name, byClass.places[i]!] as const);
  return new Map(found.filter(([, places]) => places > 0));
}
