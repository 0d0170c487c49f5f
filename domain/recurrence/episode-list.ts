import { withRoom } from "../columns/growable.ts";
import type { DecayScale } from "./decay-scale.ts";
import type { EpisodeSink } from "./episodes.ts";
import { type EpisodeColumns, type EpisodeRange, episodeFlags } from "./place-measures.ts";

/** An episode of the list, as one value. */
export type EpisodeRow = {
  readonly start: number;
  readonly end: number;
  readonly sourceMask: number;
  /** As `episodeFlags`. */
  readonly flags: number;
};

/** Episodes of one place in time order: hand it to `cutEpisodes` as the sink. Reused as scratch. */
export class EpisodeList implements EpisodeColumns, EpisodeSink {
  count = 0;
  report: EpisodeSink["report"] = ignore;
  start = new Float64Array(16);
  end = new Float64Array(16);
  weight = new Float64Array(16);
  quietWeight = new Float64Array(16);
  flags = new Uint8Array(16);
  sourceMask = new Uint16Array(16);
  /** When the last report or reopening of the episode came. */
  lastStart = new Float64Array(16);

  readonly #scale: DecayScale;
  #graceMs = 0;

  constructor(scale: DecayScale) {
    this.#scale = scale;
  }

  /** Forgets what it holds; what comes belongs to a place with this grace. `report` hears of each report. */
  restart(graceMs: number, report: EpisodeSink["report"] = ignore): this {
    this.count = 0;
    this.report = report;
    this.#graceMs = graceMs;
    return this;
  }

  /** Whether any of them is a recurrence. */
  get isRecurring(): boolean {
    for (let i = 0; i < this.count; i++) {
      if ((this.flags[i]! & episodeFlags.recurrence) !== 0) return true;
    }
    return false;
  }

  /** All of them; there must be at least one. */
  range(): EpisodeRange {
    const last = this.count - 1;
    return {
      begin: 0,
      stop: this.count,
      lastEnd: this.end[last]!,
      isLastAssumed: (this.flags[last]! & episodeFlags.endAssumed) !== 0,
    };
  }

  rows(): EpisodeRow[] {
    return Array.from({ length: this.count }, (_, i) => ({
      start: this.start[i]!,
      end: this.end[i]!,
      sourceMask: this.sourceMask[i]!,
      flags: this.flags[i]!,
    }));
  }

  episode(
    start: number,
    end: number,
    isEndAssumed: boolean,
    _reports: number,
    sourceMask: number,
    _gapMs: number,
    isRecurrence: boolean,
    lastStart: number,
  ): void {
    const at = this.count++;
    if (at >= this.start.length) {
      this.start = withRoom(this.start, this.count);
      this.end = withRoom(this.end, this.count);
      this.weight = withRoom(this.weight, this.count);
      this.quietWeight = withRoom(this.quietWeight, this.count);
      this.flags = withRoom(this.flags, this.count);
      this.sourceMask = withRoom(this.sourceMask, this.count);
      this.lastStart = withRoom(this.lastStart, this.count);
    }
    this.start[at] = start;
    this.end[at] = end;
    this.weight[at] = this.#scale.weightOf(start);
    this.quietWeight[at] = this.#scale.weightOf(end + this.#graceMs);
    this.flags[at] =
      (isRecurrence ? episodeFlags.recurrence : 0) | (isEndAssumed ? episodeFlags.endAssumed : 0);
    this.sourceMask[at] = sourceMask;
    this.lastStart[at] = lastStart;
  }
}

function ignore(): void {}
