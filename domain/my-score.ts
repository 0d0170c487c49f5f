import { DAY_MS } from "./time.ts";

/** x of n. */
export type Share = { x: number; n: number };

/** What a score is made of. */
export type ScoreParts = {
  /** Overdue of open. */
  readonly overdue: Share;
  /** Closings that did not hold, of those looked at long enough. */
  readonly relapse: Share;
  /** Closings within their time limit, of those with one. */
  readonly inTime: Share;
};

/** Points lost at most for each part. */
export const scoreWeights = { overdue: 40, relapse: 40, inTime: 20 } as const;

/** Closings of so many days count. */
export const SCORE_DAYS = 90;
/** The trend compares with so many days earlier. */
export const TREND_DAYS = 30;
export const TREND_MS = TREND_DAYS * DAY_MS;

export function emptyParts(): ScoreParts {
  return { overdue: { x: 0, n: 0 }, relapse: { x: 0, n: 0 }, inTime: { x: 0, n: 0 } };
}

/**
 * 平台口径: 100 − 40 × overdue share of open − 40 × relapse share − 20 × (1 − share closed in time), 0 … 100. A part
 * without data (n = 0) says nothing: the other parts share its weight in proportion to their own, so that the worst on
 * all of them is still 0. Null without any data.
 */
export function scoreOf({ overdue, relapse, inTime }: ScoreParts): number | null {
  const faults = [
    { weight: scoreWeights.overdue, n: overdue.n, x: overdue.x },
    { weight: scoreWeights.relapse, n: relapse.n, x: relapse.x },
    { weight: scoreWeights.inTime, n: inTime.n, x: inTime.n - inTime.x },
  ].filter(({ n }) => n > 0);
  const weights = faults.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return null;
  const lost = faults.reduce((sum, { weight, x, n }) => sum + (weight * x) / n, 0);
  return 100 * (1 - lost / weights);
}

/** 1 + how many have a higher score; null for whom there is none. `peers` are those with a score. */
export function rankOf(
  own: number | null,
  scores: readonly (number | null)[],
): { readonly rank: number | null; readonly peers: number } {
  const known = scores.filter((score) => score !== null);
  const rank = own === null ? null : 1 + known.filter((score) => score > own).length;
  return { rank, peers: known.length };
}
