import { twoSidedP } from "./normal-distribution.ts";

export type Trend = {
  readonly s: number;
  /** Corrected for ties. */
  readonly varS: number;
  /** Kendall's τ-b with time; null for a series that never changes. */
  readonly tauB: number | null;
  /** With continuity correction. */
  readonly z: number;
  /** Two-sided, by the normal approximation. */
  readonly p: number;
};

/** Mann–Kendall trend test of a series in time order (Mann 1945, Kendall 1975). O(n²). */
export function mannKendall(values: ArrayLike<number>): Trend {
  const n = values.length;
  let s = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) s += Math.sign(values[j]! - values[i]!);
  }
  let tiedPairs = 0;
  let tieTerm = 0;
  for (const size of tieSizes(values)) {
    tiedPairs += (size * (size - 1)) / 2;
    tieTerm += size * (size - 1) * (2 * size + 5);
  }
  const varS = (n * (n - 1) * (2 * n + 5) - tieTerm) / 18;
  const pairs = (n * (n - 1)) / 2;
  const distinct = pairs - tiedPairs;
  const z = varS === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(varS);
  return {
    s,
    varS,
    tauB: distinct === 0 ? null : s / Math.sqrt(distinct * pairs),
    z,
    p: twoSidedP(z),
  };
}

/** Sen's slope: the median of the slopes between all pairs, per step. O(n² log n). */
export function senSlope(values: ArrayLike<number>): number {
  const slopes: number[] = [];
  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) slopes.push((values[j]! - values[i]!) / (j - i));
  }
  slopes.sort((a, b) => a - b);
  const middle = slopes.length >> 1;
  if (slopes.length === 0) return 0;
  return slopes.length % 2 === 1 ? slopes[middle]! : (slopes[middle - 1]! + slopes[middle]!) / 2;
}

function tieSizes(values: ArrayLike<number>): number[] {
  const sizes = new Map<number, number>();
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    sizes.set(value, (sizes.get(value) ?? 0) + 1);
  }
  return [...sizes.values()];
}
