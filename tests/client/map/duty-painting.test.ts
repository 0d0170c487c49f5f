import type { Polygon } from "geojson";
import { describe, expect, test } from "vitest";
import { loadBreaks } from "../../../client/map/duty-painting.ts";
import { hatchLines } from "../../../client/map/hatch-lines.ts";
import { neighbourColours } from "../../../client/map/neighbour-colours.ts";
import { viewPixels } from "../../../client/map/view-pixels.ts";
import { seeded } from "../../support/random.ts";

function box(column: number, row: number): Polygon {
  const [w, s] = [114 + column / 100, 30 + row / 100];
  const [e, n] = [114 + (column + 1) / 100, 30 + (row + 1) / 100];
  return {
    type: "Polygon",
    coordinates: [
      [
        [w, s],
        [e, s],
        [e, n],
        [w, n],
        [w, s],
      ],
    ],
  };
}

describe("colours of holders", () => {
  test("one each while there are enough, the same whatever the order", () => {
    const areas = [0, 1, 2].map((i) => ({ geometry: box(i, 0), holders: [`领导${i}`] }));
    const colours = neighbourColours(areas, 6);
    expect(new Set(colours.values()).size).toBe(3);
    expect(neighbourColours(areas.toReversed(), 6)).toEqual(colours);
  });

  test("beyond, neighbours and those who share an area differ", () => {
    const random = seeded(5);
    const areas = Array.from({ length: 36 }, (_, i) => ({
      geometry: box(i % 6, Math.floor(i / 6)),
      holders: random() < 0.1 ? [`领导${i}`, `副${i}`] : [`领导${i}`],
    }));
    const colours = neighbourColours(areas, 8);
    let compared = 0;
    for (const [i, one] of areas.entries()) {
      for (const [j, other] of areas.entries()) {
        const beside =
          Math.abs((i % 6) - (j % 6)) + Math.abs(Math.floor(i / 6) - Math.floor(j / 6));
        if (beside !== 1) continue;
        for (const a of one.holders)
          for (const b of other.holders) {
            compared++;
            expect(colours.get(a), `${a} ${b}`).not.toBe(colours.get(b));
          }
      }
      if (one.holders.length === 2) {
        const [a = "", b = ""] = one.holders;
        expect(colours.get(a)).not.toBe(colours.get(b));
      }
    }
    expect(compared).toBeGreaterThan(100);
  });
});

describe("hatching", () => {
  test("lines lie inside the area, a fixed distance apart, and reach across holes", () => {
    const outer = box(0, 0).coordinates[0] ?? [];
    const hole = [
      [114.004, 30.004],
      [114.006, 30.004],
      [114.006, 30.006],
      [114.004, 30.006],
      [114.004, 30.004],
    ];
    const zoom = 13;
    const { coordinates } = hatchLines({ type: "Polygon", coordinates: [outer, hole] }, zoom, 10);
    const pixels = viewPixels(zoom);
    const sums = coordinates.map((line) => {
      const [from, to] = [line[0], line[1]].map(([lng = 0, lat = 0] = []) => ({
        x: pixels.x(lng),
        y: pixels.y(lat),
        lng,
        lat,
      }));
      if (!from || !to) throw new Error("a line has two ends");
      expect(from.x + from.y).toBeCloseTo(to.x + to.y, 3);
      const middle = [(from.lng + to.lng) / 2, (from.lat + to.lat) / 2] as const;
      const isIn = (low: number, high: number) =>
        middle[0] > 114 + low &&
        middle[0] < 114 + high &&
        middle[1] > 30 + low &&
        middle[1] < 30 + high;
      expect(isIn(0, 0.01)).toBe(true);
      expect(isIn(0.004_05, 0.005_95)).toBe(false);
      return from.x + from.y;
    });
    const distinct = [...new Set(sums.map((sum) => Math.round(sum)))].sort((a, b) => a - b);
    expect(distinct.length).toBeGreaterThan(5);
    for (let i = 1; i < distinct.length; i++) {
      const gap = ((distinct[i] ?? 0) - (distinct[i - 1] ?? 0)) / Math.SQRT2;
      expect(Math.abs(gap - 10)).toBeLessThan(1);
    }
    expect(coordinates.length).toBeGreaterThan(distinct.length);
  });
});

test.each([
  [0, [0, 1, 2, 3, 4]],
  [3, [0, 1, 2, 3, 4]],
  [159, [0, 50, 100, 150, 200]],
  [1000, [0, 200, 400, 600, 800]],
  [5001, [0, 2000, 4000, 6000, 8000]],
])("workload up to %i has round breaks from nought", (most, breaks) => {
  expect(loadBreaks(most)).toEqual(breaks);
});
