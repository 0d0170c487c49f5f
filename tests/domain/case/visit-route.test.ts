import { describe, expect, test } from "vitest";
import { type PlaneSpot, routeLengthM, visitRoute } from "../../../domain/case/visit-route.ts";
import { type Random, seeded } from "../../support/random.ts";

/** How much longer than the shortest way a route of eight stops at most may be. */
const WORST_FACTOR = 1.3;

describe("the order of a round", () => {
  test("goes along a street from the nearest end", () => {
    const street = [300, 100, 500, 200, 400].map((x) => ({ x, y: 0 }));
    expect(visitRoute(street, { x: 0, y: 0 })).toEqual([1, 3, 0, 4, 2]);
  });

  test("begins at the first stop where nobody knows where the inspector is", () => {
    const order = visitRoute(
      [10, 30, 20].map((x) => ({ x, y: 0 })),
      null,
    );
    expect(order).toEqual([0, 2, 1]);
  });

  test("is nothing without stops, and stays put with stops on one spot", () => {
    expect(visitRoute([], null)).toEqual([]);
    const same = [1, 2, 3].map(() => ({ x: 7, y: 7 }));
    expect([...visitRoute(same, null)].sort()).toEqual([0, 1, 2]);
  });

  test("goes by every stop once, stays within a factor of the shortest way, on average close to it", () => {
    const random = seeded(41);
    let sum = 0;
    const rounds = 210;
    for (let round = 0; round < rounds; round++) {
      const stops = randomSpots(random, 2 + (round % 7));
      const start = round % 2 === 0 ? { x: random() * 2000, y: random() * 2000 } : null;
      const order = visitRoute(stops, start);
      expect([...order].sort((a, b) => a - b)).toEqual(stops.map((_, i) => i));
      const factor = routeLengthM(stops, order, start) / shortestM(stops, start);
      expect(factor).toBeLessThanOrEqual(WORST_FACTOR);
      sum += factor;
    }
    expect(sum / rounds).toBeLessThan(1.02);
  });

  test("never crosses itself", () => {
    const random = seeded(42);
    for (let round = 0; round < 60; round++) {
      const stops = randomSpots(random, 40);
      const start = { x: 1000, y: 1000 };
      const path = [start, ...visitRoute(stops, start).flatMap((i) => stops[i] ?? [])];
      expect(crossings(path)).toBe(0);
    }
  });

  test("two hundred stops take no time that anybody notices", () => {
    const stops = randomSpots(seeded(43), 200);
    const began = performance.now();
    visitRoute(stops, null);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

function randomSpots(random: Random, count: number): PlaneSpot[] {
  return Array.from({ length: count }, () => ({ x: random() * 2000, y: random() * 2000 }));
}

/** By trying every order; with no start the first stop is it, as in the route. */
function shortestM(stops: readonly PlaneSpot[], start: PlaneSpot | null): number {
  const from = start ?? stops[0] ?? null;
  const orders = permutations(stops.map((_, i) => i));
  return Math.min(...orders.map((order) => routeLengthM(stops, order, from)));
}

function permutations(of: readonly number[]): number[][] {
  if (of.length <= 1) return [[...of]];
  return of.flatMap((first) =>
    permutations(of.filter((each) => each !== first)).map((rest) => [first, ...rest]),
  );
}

function crossings(path: readonly PlaneSpot[]): number {
  let found = 0;
  for (let i = 1; i < path.length; i++) {
    for (let j = i + 2; j < path.length; j++) {
      const [a, b, c, d] = [path[i - 1], path[i], path[j - 1], path[j]];
      if (a && b && c && d && isCrossing(a, b, c, d)) found++;
    }
  }
  return found;
}

function isCrossing(a: PlaneSpot, b: PlaneSpot, c: PlaneSpot, d: PlaneSpot): boolean {
  const side = (p: PlaneSpot, q: PlaneSpot, r: PlaneSpot) =>
    (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
