import { classOf, placeClasses } from "../../domain/recurrence/place-class.ts";
import { confidenceOf } from "../../domain/recurrence/place-rate.ts";
import { isSummonsCandidate } from "../../domain/summons.ts";
import type { RecurrenceCounts } from "./count-recurrences.ts";
import { MeasuresAt } from "./measures-at.ts";
import type { RecurrenceIndex } from "./recurrence-index.ts";

/** Places and recurrences, by ordinal of what they are summed by. */
export type PlaceSums = { readonly places: Uint32Array; readonly k: Uint32Array };

export type RecurrenceFigures = {
  places: number;
  k: number;
  /** By index in `placeClasses`, category ordinal, territory. */
  readonly byClass: PlaceSums;
  readonly byCategory: PlaceSums;
  readonly byTerritory: PlaceSums;
  relapseX: number;
  relapseN: number;
  openPlaces: number;
  stalePlaces: number;
  suggestions: number;
};

/** The counted places in numbers, as of T. One pass; under 1 µs a place. */
export function summariseRecurrence(
  index: RecurrenceIndex,
  counts: RecurrenceCounts,
  t: number,
): RecurrenceFigures {
  const { recurring, settings, problems } = index;
  const { tree } = problems.tables;
  const figures: RecurrenceFigures = {
    places: counts.count,
    k: 0,
    byClass: sumsOf(placeClasses.length),
    byCategory: sumsOf(tree.list.length),
    byTerritory: sumsOf(problems.territories.list.length),
    relapseX: 0,
    relapseN: 0,
    openPlaces: 0,
    stalePlaces: 0,
    suggestions: 0,
  };
  const measuresAt = new MeasuresAt(index, t);
  for (let i = 0; i < counts.count; i++) {
    const rank = counts.rank[i]!;
    const k = counts.k[i]!;
    const category = recurring.category[rank]!;
    const prior = index.priorOf(category);
    const measures = measuresAt.ofRank(rank);
    const found = classOf(measures, prior, settings.class);
    figures.k += k;
    add(figures.byClass, placeClasses.indexOf(found), k);
    add(figures.byCategory, category, k);
    add(figures.byTerritory, recurring.territory[rank]!, k);
    figures.relapseX += measures.relapseX;
    figures.relapseN += measures.relapseN;
    if (measures.isStale) figures.stalePlaces++;
    else if (measures.isOpen) figures.openPlaces++;
    const evidence = { class: found, k: measures.k, recent: measures.recent };
    const isSuggested =
      isSummonsCandidate(evidence, settings.summons) &&
      confidenceOf(measures, prior) >= settings.summons.minConfidence;
    if (isSuggested) figures.suggestions++;
  }
  return figures;
}

function sumsOf(length: number): PlaceSums {
  return { places: new Uint32Array(length), k: new Uint32Array(length) };
}

function add({ places, k }: PlaceSums, at: number, count: number): void {
  places[at]!++;
  k[at]! += count;
}
