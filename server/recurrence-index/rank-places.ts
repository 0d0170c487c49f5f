import TinyQueue from "tinyqueue";
import type { PlaceClass } from "../../domain/recurrence/place-class.ts";
import { classOf } from "../../domain/recurrence/place-class.ts";
import { lambda30Of } from "../../domain/recurrence/place-rate.ts";
import type { RecurrenceCounts } from "./count-recurrences.ts";
import { MeasuresAt } from "./measures-at.ts";
import type { RecurrenceIndex } from "./recurrence-index.ts";

/** A recurring place with what passed the filter there, and its own rate. */
export type RankedPlace = {
  readonly rank: number;
  readonly place: number;
  /** Recurrences that pass the filter, and their rate. */
  readonly k: number;
  readonly rate30: number;
  /** The place's own, whatever the filter selects. */
  readonly lambda30: number;
};

export type Ranking = {
  /** Places of the wanted classes, listed or not. */
  readonly total: number;
  readonly places: readonly RankedPlace[];
};

/**
 * The `limit` counted places with the highest λ30 at T, ties by place; of the wanted classes only, null: any.
 * O(places × episodes + limit log limit).
 */
export function rankPlaces(
  index: RecurrenceIndex,
  counts: RecurrenceCounts,
  t: number,
  limit: number,
  classes: ReadonlySet<PlaceClass> | null = null,
): Ranking {
  const { recurring, settings } = index;
  const measuresAt = new MeasuresAt(index, t);
  const best = new TinyQueue<RankedPlace>([], (a, b) => -byRate(a, b));
  let total = 0;
  for (let i = 0; i < counts.count; i++) {
    const rank = counts.rank[i]!;
    const prior = index.priorOf(recurring.category[rank]!);
    const measures = measuresAt.ofRank(rank);
    if (classes !== null && !classes.has(classOf(measures, prior, settings.class))) continue;
    total++;
    const lambda30 = lambda30Of(measures, prior);
    const place = recurring.place[rank]!;
    const least = best.peek();
    if (best.length >= limit && least !== undefined) {
      if (lambda30 < least.lambda30 || (lambda30 === least.lambda30 && place > least.place))
        continue;
      best.pop();
    }
    best.push({ rank, place, k: counts.k[i]!, rate30: counts.rate30[i]!, lambda30 });
  }
  return { total, places: best.data.sort(byRate) };
}

function byRate(a: RankedPlace, b: RankedPlace): number {
  return b.lambda30 - a.lambda30 || a.place - b.place;
}
