import { DAY_MS } from "../time.ts";
import type { DecayScale } from "./decay-scale.ts";
import { type RecurrenceSettings, windowMsOf } from "./params.ts";

/** Bits of an episode. */
export const episodeFlags = { recurrence: 1, endAssumed: 2 } as const;

/** Episodes of one place in time order, as columns; times in epoch milliseconds. */
export type EpisodeColumns = {
  readonly start: ArrayLike<number>;
  readonly end: ArrayLike<number>;
  /** The decay scale's weight of `start`. */
  readonly weight: ArrayLike<number>;
  /** The decay scale's weight of the moment from which quiet counts, end + G. */
  readonly quietWeight: ArrayLike<number>;
  /** As `episodeFlags`. */
  readonly flags: ArrayLike<number>;
};

/** A stretch of episodes, [begin, stop), and how the last one ends as known at T. */
export type EpisodeRange = {
  begin: number;
  stop: number;
  lastEnd: number;
  isLastAssumed: boolean;
};

/** Durations that the measures ask for, milliseconds. */
export type MeasureRules = {
  readonly scale: DecayScale;
  readonly halfLifeDays: number;
  readonly windowMs: number;
  readonly relapseMs: number;
  readonly quickMs: number;
  readonly recentMs: number;
  readonly binMs: number;
  readonly bins: number;
};

export function measureRules(settings: RecurrenceSettings, scale: DecayScale): MeasureRules {
  return {
    scale,
    halfLifeDays: settings.halfLifeDays,
    windowMs: windowMsOf(settings),
    relapseMs: settings.relapseDays * DAY_MS,
    quickMs: settings.quickDays * DAY_MS,
    recentMs: settings.class.recentDays * DAY_MS,
    binMs: settings.class.binDays * DAY_MS,
    bins: settings.class.bins,
  };
}

/** RECURRENCE §3 for one place at T; window (T − W, T]. */
export type PlaceMeasures = {
  /** Recurrences in the window. */
  k: number;
  /** Those that came within `quickDays` of the closing before: quick rebounds. */
  quick: number;
  /** Discounted recurrences. */
  S: number;
  /** Discounted quiet days. */
  A: number;
  /** Undiscounted quiet days before the present quiet spell. */
  A0: number;
  /** An episode is not over, or was never closed. */
  isOpen: boolean;
  /** Never closed, and too old to be taken as open. */
  isStale: boolean;
  /** The present quiet spell, days, not clipped to the window; 0 while open. */
  quietDays: number;
  /** Of the present quiet spell, the days in the window. */
  quietDaysInWindow: number;
  /** Recurrences of the last `recentDays`. */
  recent: number;
  /** How many of the last `bins` bins hold a recurrence. */
  binsHit: number;
  /** Closings with `relapseDays` of follow-up, and those that did not hold. */
  relapseN: number;
  relapseX: number;
  /** Days since max(T − W, end of the first episode); 0 without a recurrence. */
  observedDays: number;
  /** Mean time of the recurrences, days into what was observed; 0 without any. */
  meanDays: number;
  /** The last recurrence in the window, epoch milliseconds; NaN without any. */
  lastAt: number;
};

export function noMeasures(): PlaceMeasures {
  return {
    k: 0,
    quick: 0,
    S: 0,
    A: 0,
    A0: 0,
    isOpen: false,
    isStale: false,
    quietDays: 0,
    quietDaysInWindow: 0,
    recent: 0,
    binsHit: 0,
    relapseN: 0,
    relapseX: 0,
    observedDays: 0,
    meanDays: 0,
    lastAt: Number.NaN,
  };
}

/**
 * Measures one place at T into `out`. The range holds the episodes that began by T, at least one. O(episodes), no
 * allocation, no power per episode.
 *
 * @param factor What stored weights are worth at T: `scale.factorAt(t)`.
 */
export function measurePlace(
  episodes: EpisodeColumns,
  { begin, stop, lastEnd, isLastAssumed }: EpisodeRange,
  t: number,
  factor: number,
  graceMs: number,
  rules: MeasureRules,
  out: PlaceMeasures,
): void {
  const { start, end, weight, quietWeight, flags } = episodes;
  const { scale, windowMs, relapseMs, quickMs, recentMs, binMs, bins } = rules;
  const after = t - windowMs;
  const followedUntil = t - relapseMs;
  let [k, quick, recent, binMask, relapseN, relapseX] = [0, 0, 0, 0, 0, 0];
  let [recurrenceWeight, quietSum, quietMs, ageSum, lastAt] = [0, 0, 0, 0, Number.NaN];

  for (let i = begin; i < stop; i++) {
    const at = start[i]!;
    const isRecurrence = (flags[i]! & episodeFlags.recurrence) !== 0;
    if (isRecurrence && at > after) {
      const age = t - at;
      k++;
      recurrenceWeight += weight[i]!;
      ageSum += age;
      lastAt = at;
      if (at - end[i - 1]! <= quickMs) quick++;
      if (age < recentMs) recent++;
      const bin = Math.floor(age / binMs);
      if (bin < bins) binMask |= 1 << bin;
    }
    if (i === begin || at <= after || (flags[i - 1]! & episodeFlags.endAssumed) !== 0) continue;
    const ended = end[i - 1]!;
    const quietFrom = ended + graceMs;
    quietMs += at - Math.max(quietFrom, after);
    quietSum += weight[i]! - (quietFrom > after ? quietWeight[i - 1]! : scale.weightOf(after));
    if (ended > after && ended <= followedUntil) {
      relapseN++;
      if (isRecurrence && at - ended <= relapseMs) relapseX++;
    }
  }

  const isOpen = lastEnd > t || isLastAssumed;
  const quietFrom = lastEnd + graceMs;
  const spellMs = isOpen ? 0 : Math.max(0, t - quietFrom);
  if (spellMs > 0) quietSum += 1 / factor - scale.weightOf(Math.max(quietFrom, after));
  if (!isLastAssumed && lastEnd > after && lastEnd <= followedUntil) relapseN++;

  const firstEnd = stop - begin > 1 ? end[begin]! : lastEnd;
  const observedMs = t - Math.max(after, firstEnd);
  out.k = k;
  out.quick = quick;
  out.S = recurrenceWeight * factor;
  out.A = (rules.halfLifeDays / Math.LN2) * quietSum * factor;
  out.A0 = quietMs / DAY_MS;
  out.isOpen = isOpen;
  out.isStale = isLastAssumed && lastEnd <= t;
  out.quietDays = spellMs / DAY_MS;
  out.quietDaysInWindow = Math.min(spellMs, windowMs) / DAY_MS;
  out.recent = recent;
  out.binsHit = bitCount(binMask);
  out.relapseN = relapseN;
  out.relapseX = relapseX;
  out.observedDays = k === 0 ? 0 : observedMs / DAY_MS;
  out.meanDays = k === 0 ? 0 : (observedMs - ageSum / k) / DAY_MS;
  out.lastAt = lastAt;
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
