import { adjustedP } from "../statistics/benjamini-hochberg.ts";
import { getisOrd, spreadOf } from "../statistics/getis-ord.ts";
import { mannKendall, type Trend } from "../statistics/mann-kendall.ts";
import { twoSidedP } from "../statistics/normal-distribution.ts";
import { type HotSpotPattern, hotSpotPattern, type TrendDirection } from "./hot-spot-pattern.ts";
import type { SpaceTimeCube } from "./space-time-cube.ts";

export type HotSpotRules = {
  /** How many steps before its own a bin's neighbourhood reaches. */
  readonly timeLag: number;
  /** Level of the bins, after Benjamini–Hochberg over all of them. */
  readonly alphaBin: number;
  /** Level of the trend of a cell's z values. */
  readonly alphaTrend: number;
};

/** Per bin, indexed as the cube's values. */
export type HotSpotBins = {
  readonly z: Float64Array;
  readonly p: Float64Array;
  readonly adjustedP: Float64Array;
  /** 1 hot, −1 cold, 0 neither. */
  readonly h: Int8Array;
};

export type HotSpotCell = { readonly trend: Trend; readonly pattern: HotSpotPattern };

export type EmergingHotSpots = {
  readonly bins: HotSpotBins;
  readonly cells: readonly HotSpotCell[];
};

/**
 * Emerging hot spots, RECURRENCE §6: Gi* of every bin over itself and its neighbours in this step and the `timeLag` steps
 * before, standardised over the whole cube; then the trend of each cell's z values, and its pattern.
 * O(bins × neighbours + cells × steps²).
 */
export function emergingHotSpots(cube: SpaceTimeCube, rules: HotSpotRules): EmergingHotSpots {
  const { cells, steps } = cube;
  const z = zOfBins(cube, rules.timeLag);
  const p = z.map(twoSidedP);
  const adjusted = adjustedP(p);
  const h = Int8Array.from(z, (value, bin) =>
    adjusted[bin]! <= rules.alphaBin ? Math.sign(value) : 0,
  );
  return {
    bins: { z, p, adjustedP: adjusted, h },
    cells: Array.from({ length: cells }, (_, cell) => {
      const [from, to] = [cell * steps, (cell + 1) * steps];
      const trend = mannKendall(z.subarray(from, to));
      return {
        trend,
        pattern: hotSpotPattern(h.subarray(from, to), trendOfSteps(trend, rules.alphaTrend)),
      };
    }),
  };
}

/** Gi* z of every bin; binary weights, self included. */
export function zOfBins(cube: SpaceTimeCube, timeLag: number): Float64Array {
  const { cells, steps, values, firstNeighbour, neighbours } = cube;
  const spread = spreadOf(values);
  const around = new Float64Array(values.length);
  for (let cell = 0; cell < cells; cell++) {
    for (let step = 0; step < steps; step++) {
      let sum = values[cell * steps + step]!;
      for (let i = firstNeighbour[cell]!; i < firstNeighbour[cell + 1]!; i++) {
        sum += values[neighbours[i]! * steps + step]!;
      }
      around[cell * steps + step] = sum;
    }
  }
  const z = new Float64Array(values.length);
  for (let cell = 0; cell < cells; cell++) {
    const own = firstNeighbour[cell + 1]! - firstNeighbour[cell]! + 1;
    for (let step = 0; step < steps; step++) {
      const from = Math.max(0, step - timeLag);
      let sum = 0;
      for (let other = from; other <= step; other++) sum += around[cell * steps + other]!;
      const weights = own * (step - from + 1);
      z[cell * steps + step] = getisOrd(sum, weights, weights, spread);
    }
  }
  return z;
}

/** Which way the z values go, if the trend is significant. */
export function trendOfSteps({ p, s }: Trend, alphaTrend: number): TrendDirection {
  if (p > alphaTrend || s === 0) return "none";
  return s > 0 ? "up" : "down";
}
