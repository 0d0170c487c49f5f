import type { CategoryCode } from "../../../domain/category.ts";
import type { Vec } from "../geometry/vec.ts";
import type { ProblemKind } from "./problem-kinds.ts";

/**
 * How a spot behaves. The first six come back after closing: as ever, seldom reported but as ever,
 * until cured, less and less, more and more, only lately; the last three do so rarely or never.
 */
export const spotKinds = [
  "chronic",
  "quiet-chronic",
  "cured",
  "easing",
  "worsening",
  "new",
  "sporadic",
  "once",
  "popular-once",
] as const;
export type SpotKind = (typeof spotKinds)[number];

/** A place where one kind of problem comes up, with the process by which it does. */
export type Spot = {
  readonly kind: SpotKind;
  readonly problem: ProblemKind;
  readonly category: CategoryCode;
  readonly at: Vec;
  readonly address: string;
  /** Index of its zone. */
  readonly zone: number;
  readonly assetId: string | null;
  /** First report, epoch milliseconds. */
  readonly firstAt: number;
  /**
   * Mean quiet days after a closing at the start and at the end of the history; in between
   * geometrically.
   */
  readonly gapDays: readonly [number, number];
  /** Shape of the gamma distribution of the gaps: high is regular. */
  readonly regularity: number;
  /** No return after this moment. */
  readonly activeUntil: number;
  readonly mostEpisodes: number;
  /** Mean number of duplicate reports of an episode. */
  readonly duplicates: number;
};

/** Mean quiet days after a closing at `t`. */
export function meanGapDays(spot: Spot, t: number, start: number, end: number): number {
  const share = Math.max(0, Math.min(1, (t - start) / (end - start)));
  const [first, last] = spot.gapDays;
  return first * (last / first) ** share;
}
