import { beforeAll, describe, expect, test } from "vitest";
import { isDropped, type Problem } from "../../../../domain/problem.ts";
import { makeBenchCity } from "../../../../scripts/demo-city/bench/bench-city.ts";

function emitted(from: ReturnType<typeof makeBenchCity>): Problem[] {
  const list: Problem[] = [];
  from.emitProblems((problem) => list.push(problem));
  return list;
}

const ROWS = 130_000;
const SEED = 5;
let city: ReturnType<typeof makeBenchCity>;
let problems: Problem[] = [];
beforeAll(() => {
  city = makeBenchCity({ rows: ROWS, seed: SEED });
  problems = emitted(city);
}, 60_000);

describe("a bench city", () => {
  test("has exactly the rows asked for, in order of time, no id twice", () => {
    expect(problems).toHaveLength(ROWS);
    expect(new Set(problems.map(({ id }) => id)).size).toBe(ROWS);
    const unordered = problems.filter(
      ({ reportedAt }, i) => reportedAt < (problems[i - 1]?.reportedAt ?? 0),
    );
    expect(unordered).toEqual([]);
    expect(problems.some(({ state }) => isDropped(state))).toBe(false);
    const years = (problems.at(-1)!.reportedAt - problems[0]!.reportedAt) / (365.25 * 86_400_000);
    expect(years).toBeGreaterThan(2.9);
    expect(years).toBeLessThan(3.1);
  });

  test("fills one copy with some 110,000 and the next with the rest, ids beginning with the copy", () => {
    const copies = Map.groupBy(problems, ({ id }) => id.slice(0, 4));
    expect([...copies.keys()].sort()).toEqual(["C01-", "C02-"]);
    expect(copies.get("C01-")!.length).toBeGreaterThan(100_000);
    expect(copies.get("C01-")!.length).toBeLessThan(125_000);
    const { zones } = city.pack;
    expect(zones.filter(({ level }) => level === "zone")).toHaveLength(24);
    expect(new Set(zones.map(({ id }) => id)).size).toBe(zones.length);
  });

  test("keeps the copies apart and every report inside its own", () => {
    const boxes = new Map<string, [number, number, number, number]>();
    for (const { id, geometry } of city.pack.zones) {
      const box = boxes.get(id.slice(0, 4)) ?? [180, 90, -180, -90];
      const rings =
        geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
      for (const [lng, lat] of rings.flat() as [number, number][]) {
        box[0] = Math.min(box[0], lng);
        box[1] = Math.min(box[1], lat);
        box[2] = Math.max(box[2], lng);
        box[3] = Math.max(box[3], lat);
      }
      boxes.set(id.slice(0, 4), box);
    }
    const [first, second] = [...boxes.values()];
    expect(first![2] < second![0] || second![2] < first![0]).toBe(true);
    const strays = problems.filter(({ id, position }) => {
      const [west, south, east, north] = boxes.get(id.slice(0, 4))!;
      const [lng, lat] = position!;
      return lng < west || lng > east || lat < south || lat > north;
    });
    expect(strays).toEqual([]);
  });

  test("has duties whose scopes and units are in the pack", () => {
    const { zones, roads, rivers, units, duties } = city.pack;
    const known = new Set<string>([...zones, ...roads, ...rivers, ...units].map(({ id }) => id));
    for (const { scope, also, unitId } of duties) {
      if (scope.type !== "category") expect(known.has(scope.id), scope.id).toBe(true);
      if (also) expect(known.has(also.id)).toBe(true);
      if (unitId) expect(known.has(unitId)).toBe(true);
    }
  });

  test("is the same again for the same seed, and at every call", () => {
    const again = makeBenchCity({ rows: ROWS, seed: SEED });
    expect(again.pack.duties).toEqual(city.pack.duties);
    expect(again.pack.zones).toEqual(city.pack.zones);
    let differing = 0;
    let i = 0;
    again.emitProblems((problem) => {
      if (JSON.stringify(problem) !== JSON.stringify(problems[i++])) differing++;
    });
    expect([i, differing]).toEqual([ROWS, 0]);
    let j = 0;
    again.emitProblems(({ id }) => {
      if (id !== problems[j++]!.id) differing++;
    });
    expect([j, differing]).toEqual([ROWS, 0]);
  }, 60_000);

  test("is refused for less than one row", () => {
    expect(() => makeBenchCity({ rows: 0, seed: 1 })).toThrow(/rows = 0/);
  });
});
