import {
  type EpisodeRange,
  episodeFlags,
  measurePlace,
  noMeasures,
  type PlaceMeasures,
} from "../../domain/recurrence/place-measures.ts";
import type { RecurrenceIndex } from "./recurrence-index.ts";

/**
 * The own measures of places at one T, whatever the filter selects. Episodes that began by T stand as they are stored: one
 * that is over by T had all its reports by then, and one that is not was open then. Only where its last report came
 * after T can there have been a gap at T, and the place is cut anew.
 */
export class MeasuresAt {
  readonly t: number;
  readonly #index: RecurrenceIndex;
  readonly #factor: number;
  readonly #measures = noMeasures();
  readonly #range: EpisodeRange = { begin: 0, stop: 0, lastEnd: 0, isLastAssumed: false };

  constructor(index: RecurrenceIndex, t: number) {
    this.#index = index;
    this.t = t;
    this.#factor = index.scale.factorAt(t);
  }

  /** Scratch: read it before the next. At least one episode must have begun by T. */
  ofRank(rank: number): PlaceMeasures {
    const { recurring } = this.#index;
    const last = recurring.lastBegun(rank, this.t);
    const place = recurring.place[rank]!;
    if (recurring.end[last]! > this.t && recurring.isGrowing(last, this.t)) {
      return this.ofPlace(place) ?? this.#measures;
    }
    const range = this.#range;
    range.begin = recurring.episodeStart[rank]!;
    range.stop = last + 1;
    range.lastEnd = recurring.end[last]!;
    range.isLastAssumed = (recurring.flags[last]! & episodeFlags.endAssumed) !== 0;
    return this.#measure(recurring, range, place);
  }

  /** Of any place, from its reports as known at T; null when it had none. Scratch. */
  ofPlace(place: number): PlaceMeasures | null {
    const episodes = this.#index.cut(place, this.t);
    return episodes.count === 0 ? null : this.#measure(episodes, episodes.range(), place);
  }

  #measure(
    episodes: Parameters<typeof measurePlace>[0],
    range: EpisodeRange,
    place: number,
  ): PlaceMeasures {
    const { measureRules } = this.#index;
    const graceMs = this.#index.graceMsOf(place);
    measurePlace(episodes, range, this.t, this.#factor, graceMs, measureRules, this.#measures);
    return this.#measures;
  }
}
