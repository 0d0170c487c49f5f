import { describe, expect, test } from "vitest";
import { seededRandom } from "../../../scripts/demo-city/random.ts";

const FIRST_OF_SEED_1 = [0.8963771238923073, 0.2286222968250513, 0.22505761194042861];

const many = (draw: () => number, count = 20_000) => Array.from({ length: count }, draw);
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe("a seeded stream", () => {
  test("gives these very numbers for seed 1, on every machine", () => {
    const random = seededRandom(1);
    expect([random.next(), random.next(), random.next()]).toEqual(FIRST_OF_SEED_1);
  });

  test("forks by label only: what was drawn before does not matter", () => {
    const fresh = seededRandom(4).fork("streets").next();
    const used = seededRandom(4);
    used.next();
    expect(used.fork("streets").next()).toBe(fresh);
    expect(used.fork("houses").next()).not.toBe(fresh);
  });

  test("draws what its names promise", () => {
    const random = seededRandom(8);
    expect(mean(many(() => random.normal()))).toBeCloseTo(0, 1);
    expect(mean(many(() => random.gamma(3, 12)))).toBeCloseTo(12, 0);
    expect(mean(many(() => random.gamma(0.5, 2)))).toBeCloseTo(2, 0);
    expect(mean(many(() => random.poisson(0.4)))).toBeCloseTo(0.4, 1);
    expect(mean(many(() => random.exponential(5)))).toBeCloseTo(5, 0);
    const thirds = many(() => random.weighted([1, 2]));
    expect(mean(thirds)).toBeCloseTo(2 / 3, 1);
    expect(new Set(many(() => random.int(2, 4)))).toEqual(new Set([2, 3, 4]));
  });

  test("shuffles without losing anything", () => {
    const list = Array.from({ length: 50 }, (_, i) => i);
    const shuffled = seededRandom(2).shuffle([...list]);
    expect(shuffled).not.toEqual(list);
    expect([...shuffled].sort((a, b) => a - b)).toEqual(list);
  });

  test("refuses to pick from nothing", () => {
    expect(() => seededRandom(1).pick([])).toThrow(RangeError);
  });
});
