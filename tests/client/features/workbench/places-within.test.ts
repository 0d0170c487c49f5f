import distance from "@turf/distance";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  boundsAround,
  boundsOfRing,
  insideRing,
  nearestTo,
} from "../../../../client/features/workbench/analysis/places-within.ts";

const hexagon = [
  [114.259686, 30.582034],
  [114.259291, 30.583706],
  [114.257426, 30.58441],
  [114.255956, 30.583443],
  [114.256351, 30.581771],
  [114.258216, 30.581067],
  [114.259686, 30.582034],
] as const;

test("a place in the corner of the hexagon's box is not in the hexagon", () => {
  const inside = { position: [114.2578, 30.5827] as const };
  const corner = { position: [114.2596, 30.5843] as const };
  expect(boundsOfRing(hexagon)).toEqual([114.255956, 30.581067, 114.259686, 30.58441]);
  expect(insideRing([corner, inside], hexagon)).toEqual([inside]);
});

const position = fc
  .tuple(
    fc.double({ min: 114.29, max: 114.31, noNaN: true }),
    fc.double({ min: 30.59, max: 30.61, noNaN: true }),
  )
  .map(([lng, lat]) => [lng, lat] as const);

test("what is within reach is what a geodesic says, nearest first, and lies in the box asked for", () => {
  fc.assert(
    fc.property(position, fc.array(position, { maxLength: 40 }), (at, positions) => {
      const places = positions.map((each) => ({ position: each }));
      const near = nearestTo(places, at, 500);
      const [west, south, east, north] = boundsAround(at, 500);
      for (const { place, distanceM } of near) {
        const [lng, lat] = place.position;
        expect(distanceM).toBeCloseTo(distance([...at], [lng, lat], { units: "meters" }), 1);
        expect(lng >= west && lng <= east && lat >= south && lat <= north).toBe(true);
      }
      const distances = near.map(({ distanceM }) => distanceM);
      expect(distances).toEqual([...distances].sort((a, b) => a - b));
    }),
  );
});
