import { RRandom } from "./r-random.ts";

export type Permuted = {
  readonly mean: number;
  readonly variance: number;
  readonly z: number;
  readonly p: number;
};

const DRAWS = 9999;
const SEED = 42;

/**
 * Gi* against random draws of its neighbourhood from all other cells, with replacement: what spdep's `localG_perm` does.
 * G is Σ x over the neighbourhood by Σ x over all; p is two-sided from the rank among the draws, ties in the middle.
 *
 * @param neighbours Of each cell, itself among them.
 */
export function permutedGetisOrd(
  values: readonly number[],
  neighbours: readonly (readonly number[])[],
): Permuted[] {
  const random = new RRandom(SEED);
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map((_, cell) => {
    const near = neighbours[cell] ?? [];
    const others = values.filter((_, other) => other !== cell);
    const draws = new Float64Array(DRAWS);
    for (let i = 0; i < near.length; i++) {
      for (let draw = 0; draw < DRAWS; draw++) {
        draws[draw] = (draws[draw] ?? 0) + (others[random.index(others.length)] ?? 0);
      }
    }
    const observed = near.reduce((sum, other) => sum + (values[other] ?? 0), 0) / total;
    return judged(
      draws.map((sum) => sum / total),
      observed,
    );
  });
}

function judged(draws: Float64Array, observed: number): Permuted {
  const mean = draws.reduce((sum, value) => sum + value, 0) / DRAWS;
  const variance = draws.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (DRAWS - 1);
  const isTied = (value: number) => Math.abs(value - observed) < 1e-12;
  const ties = draws.filter(isTied).length;
  const below = draws.filter((value) => value < observed && !isTied(value)).length;
  const rank = Math.floor(below + 1 + ties / 2);
  const tail = Math.min(rank, DRAWS + 2 - rank);
  return {
    mean,
    variance,
    z: (observed - mean) / Math.sqrt(variance),
    p: Math.min(1, (2 * tail) / (DRAWS + 1)),
  };
}
