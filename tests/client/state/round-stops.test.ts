import { expect, test } from "vitest";
import {
  boxAround,
  nearRound,
  type PlannedVisit,
  roundStops,
} from "../../../client/state/round-stops.ts";

/** 0.001° of latitude is about 111 m. */
function visit(id: string, lat: number | null): PlannedVisit {
  const geometry = lat === null ? null : { type: "Point", coordinates: [114.3, lat] };
  return { id, feature: { geometry, properties: { id } } } as unknown as PlannedVisit;
}

test("numbers the stops along the way from the inspector, with the straight way to each", () => {
  const visits = [visit("far", 30.603), visit("none", null), visit("near", 30.601)];
  const stops = roundStops(visits, [114.3, 30.6]);
  expect(stops.map(({ visit: { id }, number }) => [id, number])).toEqual([
    ["near", 1],
    ["far", 2],
    ["none", null],
  ]);
  expect(stops[0]?.distanceM).toBeCloseTo(111.2, 0);
  expect(stops[1]?.distanceM).toBeCloseTo(222.4, 0);
  expect(stops[2]?.distanceM).toBeNull();
});

test("without knowing where the inspector is it begins at the first visit and says no way to it", () => {
  const stops = roundStops([visit("a", 30.601), visit("b", 30.603), visit("c", 30.602)], null);
  expect(stops.map(({ visit: { id } }) => id)).toEqual(["a", "c", "b"]);
  expect(stops[0]?.distanceM).toBeNull();
  expect(stops[1]?.distanceM).toBeCloseTo(111.2, 0);
});

test("finds what lies near any stop, nearest first; with no stops all there is", () => {
  const features = [30.61, 30.6012, 30.6002, null].map((lat, i) => visit(`p${i}`, lat).feature);
  const ids = (withinM: number, around: readonly (readonly [number, number])[]) =>
    nearRound(features, around, withinM).map(({ feature }) => feature.properties.id);
  expect(ids(500, [[114.3, 30.6]])).toEqual(["p2", "p1"]);
  expect(
    ids(500, [
      [114.3, 30.6],
      [114.3, 30.6101],
    ]),
  ).toEqual(["p0", "p2", "p1"]);
  expect(ids(Number.POSITIVE_INFINITY, [])).toEqual(["p0", "p1", "p2"]);
});

test("asks for the same box however the round goes on, and for none without positions", () => {
  expect(boxAround([visit("a", 30.6), visit("b", 30.6449), visit("c", null)])).toBe(
    "114.29,30.59,114.31,30.66",
  );
  expect(boxAround([visit("a", 30.601), visit("b", 30.645)])).toBe("114.29,30.59,114.31,30.66");
  expect(boxAround([visit("c", null)])).toBeNull();
});
