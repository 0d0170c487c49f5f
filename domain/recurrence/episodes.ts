import { withRoom } from "../columns/growable.ts";
import type { EpisodeRules } from "./params.ts";

/** What a report is in the history of its place. */
export const reportRoles = ["onset", "recurrence", "duplicate"] as const;
export type ReportRole = (typeof reportRoles)[number];

const [ONSET, RECURRENCE, DUPLICATE] = [0, 1, 2];

/**
 * The stretches of time in which one place was reported and not closed, to be sorted by start: a report runs from
 * reportedAt to its closing (Infinity: still open); a reopening is a further stretch of the same report. Reused as scratch.
 */
export class OpenStretches {
  count = 0;
  start = new Float64Array(64);
  end = new Float64Array(64);
  /** Order of acceptance of the report; breaks ties of start. */
  sequence = new Uint32Array(64);
  sourceBit = new Uint16Array(64);
  /** 1 where the stretch is a reopening: it prolongs an episode and never begins one. */
  isReopening = new Uint8Array(64);

  clear(): void {
    this.count = 0;
  }

  push(start: number, end: number, sequence: number, sourceBit: number, isReopening: 0 | 1): void {
    const at = this.count++;
    if (at >= this.start.length) {
      this.start = withRoom(this.start, this.count);
      this.end = withRoom(this.end, this.count);
      this.sequence = withRoom(this.sequence, this.count);
      this.sourceBit = withRoom(this.sourceBit, this.count);
      this.isReopening = withRoom(this.isReopening, this.count);
    }
    this.start[at] = start;
    // A closing dated before its report counts from the report.
    this.end[at] = Math.max(start, end);
    this.sequence[at] = sequence;
    this.sourceBit[at] = sourceBit;
    this.isReopening[at] = isReopening;
  }

  /** Whether one of them lasts longer than that. */
  isAnyLonger(ms: number): boolean {
    for (let i = 0; i < this.count; i++) if (this.end[i]! > this.start[i]! + ms) return true;
    return false;
  }

  /**
   * By (start, reopening first, sequence). Nearly sorted either way is the usual case and costs O(n); the worst case
   * is O(n log n).
   */
  sort(): void {
    const { count } = this;
    if (count > 1 && this.start[0]! > this.start[count - 1]!) {
      for (let i = 0, j = count - 1; i < j; i++, j--) this.#swap(i, j);
    }
    let moves = 0;
    for (let i = 1; i < count; i++) {
      for (let j = i; j > 0 && this.#isAfter(j - 1, j); j--) {
        this.#swap(j - 1, j);
        if (++moves > 8 * count) {
          this.#sortFarFromOrder();
          return;
        }
      }
    }
  }

  #sortFarFromOrder(): void {
    const order = Array.from({ length: this.count }, (_, i) => i);
    order.sort((i, j) => (this.#isAfter(i, j) ? 1 : -1));
    for (const column of [this.start, this.end, this.sequence, this.sourceBit, this.isReopening]) {
      column.set(order.map((i) => column[i]!));
    }
  }

  #isAfter(i: number, j: number): boolean {
    if (this.start[i] !== this.start[j]) return this.start[i]! > this.start[j]!;
    if (this.isReopening[i] !== this.isReopening[j]) return this.isReopening[i] === 0;
    return this.sequence[i]! > this.sequence[j]!;
  }

  #swap(i: number, j: number): void {
    for (const column of [this.start, this.end, this.sequence, this.sourceBit, this.isReopening]) {
      const kept = column[i]!;
      column[i] = column[j]!;
      column[j] = kept;
    }
  }
}

/** Told of each episode in time order, and of each report's role right after its episode's number is known. */
export type EpisodeSink = {
  report(sequence: number, episode: number, role: ReportRole): void;
  /**
   * `gapMs` is NaN for a place's first episode; `end` is what is known, `isEndAssumed` where staleness cut it;
   * `lastStart` is when the last of its stretches began.
   */
  episode(
    start: number,
    end: number,
    isEndAssumed: boolean,
    reports: number,
    sourceMask: number,
    gapMs: number,
    isRecurrence: boolean,
    lastStart: number,
  ): void;
};

/**
 * Cuts one place's sorted stretches into episodes, RECURRENCE §2. A report at t ≤ U + G is a duplicate; else it starts an
 * episode with gap t − U, a recurrence iff gap ≤ W and U was not assumed. Labels are causal: a stretch that begins later
 * never changes an earlier report's role. O(stretches), no allocation.
 */
export function cutEpisodes(
  stretches: OpenStretches,
  rules: EpisodeRules,
  sink: EpisodeSink,
): void {
  let episode = -1;
  let start = 0;
  let end = Number.NEGATIVE_INFINITY;
  let isAssumed = false;
  let lastStart = 0;
  let reports = 0;
  let sourceMask = 0;
  let gap = Number.NaN;
  let isRecurrence = false;

  for (let i = 0; i < stretches.count; i++) {
    const t = stretches.start[i]!;
    const staleEnd = t + rules.staleMs;
    const cut = stretches.end[i]! > staleEnd;
    const effectiveEnd = cut ? staleEnd : stretches.end[i]!;
    if (stretches.isReopening[i] === 0) {
      if (episode >= 0 && t <= end + rules.graceMs) {
        reports++;
        sourceMask |= stretches.sourceBit[i]!;
        sink.report(stretches.sequence[i]!, episode, reportRoles[DUPLICATE]!);
      } else {
        if (episode >= 0) {
          sink.episode(start, end, isAssumed, reports, sourceMask, gap, isRecurrence, lastStart);
          gap = t - end;
          isRecurrence = gap <= rules.windowMs && !isAssumed;
        }
        episode++;
        start = t;
        end = Number.NEGATIVE_INFINITY;
        reports = 1;
        sourceMask = stretches.sourceBit[i]!;
        sink.report(
          stretches.sequence[i]!,
          episode,
          reportRoles[isRecurrence ? RECURRENCE : ONSET]!,
        );
      }
    }
    lastStart = t;
    if (effectiveEnd > end) {
      end = effectiveEnd;
      isAssumed = cut;
    }
  }
  if (episode >= 0)
    sink.episode(start, end, isAssumed, reports, sourceMask, gap, isRecurrence, lastStart);
}
