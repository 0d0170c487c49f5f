import { describe, expect, test } from "vitest";
import { fitPrior, PriorSums, priorsOf } from "../../../domain/recurrence/fit-prior.ts";
import { seeded } from "../../support/random.ts";

function sumsOf(pairs: readonly (readonly [r: number, A: number])[]): PriorSums {
  const sums = new PriorSums();
  for (const [r, A] of pairs) sums.add(r, A);
  return sums;
}

describe("a prior by moments", () => {
  test("has the mean of its category, whatever the spread", () => {
    const random = seeded(3);
    for (let round = 0; round < 200; round++) {
      const pairs = Array.from(
        { length: 30 },
        () => [random.below(6), 1 + random.below(300)] as const,
      );
      const sums = sumsOf(pairs);
      const prior = fitPrior(sums);
      expect(prior).not.toBeNull();
      if (!prior) continue;
      expect(prior.alpha / prior.betaDays).toBeCloseTo(sums.r / sums.A, 12);
      expect(prior.alpha).toBeGreaterThanOrEqual(0.05);
      expect(prior.alpha).toBeLessThanOrEqual(20);
    }
  });

  test("cannot be said without a recurrence or a quiet day", () => {
    expect(fitPrior(sumsOf([[0, 100]]))).toBeNull();
    expect(fitPrior(sumsOf([[3, 0]]))).toBeNull();
    expect(fitPrior(new PriorSums())).toBeNull();
  });

  test("is shared by categories with too few places or no recurrence", () => {
    const many = sumsOf(Array.from({ length: 40 }, (_, i) => [i % 3, 100] as const));
    const few = sumsOf([
      [2, 50],
      [1, 70],
    ]);
    const quiet = sumsOf(Array.from({ length: 40 }, () => [0, 100] as const));
    const [own, a, b] = priorsOf([many, few, quiet], 30);
    expect(own).toEqual({ prior: fitPrior(many), isPooled: false });
    expect(a?.isPooled && b?.isPooled).toBe(true);
    expect(a?.prior).toEqual(b?.prior);
    const pool = new PriorSums();
    pool.addAll(few);
    pool.addAll(quiet);
    expect(a?.prior).toEqual(fitPrior(pool));
  });
});
