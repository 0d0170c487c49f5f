import { describe, expect, test } from "vitest";
import {
  beside,
  cutPiece,
  metresAt,
  nearestSpot,
  stretchLine,
} from "../../../../client/features/ads/map/axis.ts";
import {
  axesOf,
  markPosition,
  markTiers,
  placeMarks,
} from "../../../../client/features/ads/map/mark-features.ts";
import { adSpot, axes } from "./ads-builder.ts";

/** A hundredth of a degree east along a parallel: about 958 m. */
const eastward: [number, number][] = [
  [114.3, 30.6],
  [114.305, 30.6],
  [114.31, 30.6],
];
const { x: perLng, y: perLat } = metresAt(30.6);
const lengthM = 0.01 * perLng;

describe("the nearest spot of an axis", () => {
  test("knows the side: north of an eastward road is left", () => {
    const spot = nearestSpot([eastward], [114.302, 30.6 + 12 / perLat]);
    expect(spot?.lng).toBeCloseTo(114.302, 7);
    expect(spot?.leftM).toBeCloseTo(12, 3);
    expect(nearestSpot([eastward], [114.302, 30.6 - 5 / perLat])?.leftM).toBeCloseTo(-5, 3);
  });

  test("is an end for what lies beyond it, and nothing where there is no line", () => {
    expect(nearestSpot([eastward], [114.4, 30.6])?.lng).toBe(114.31);
    expect(nearestSpot([[]], [114.3, 30.6])).toBeNull();
  });

  test("is on the nearest piece", () => {
    const north = eastward.map(([lng, lat]): [number, number] => [lng, lat + 0.01]);
    expect(nearestSpot([eastward, north], [114.303, 30.609])?.lat).toBeCloseTo(30.61, 7);
  });
});

test("beside an axis and back is the same distance", () => {
  const spot = nearestSpot([eastward], [114.303, 30.6]);
  if (!spot) throw new Error("no spot");
  expect(nearestSpot([eastward], beside(spot, 16))?.leftM).toBeCloseTo(16, 3);
});

describe("a stretch", () => {
  test("is cut where it begins and ends, with the vertices between", () => {
    const cut = cutPiece(eastward, lengthM * 0.25, lengthM * 0.75);
    expect(cut.map(([lng = 0]) => lng.toFixed(4))).toEqual(["114.3025", "114.3050", "114.3075"]);
  });

  test("goes round a ring", () => {
    const line = stretchLine(eastward, lengthM * 0.9, lengthM * 1.1, lengthM);
    expect(line.map(([lng = 0]) => lng.toFixed(4))).toEqual([
      "114.3090",
      "114.3100",
      "114.3000",
      "114.3010",
    ]);
  });
});

describe("a mark", () => {
  const byKey = axesOf(axes({ a: [eastward] }));
  const at = (north: number): [number, number] => [114.303, 30.6 + north / perLat];
  const asideOf = (given: Parameters<typeof adSpot>[0], asideM: number | null) => {
    const [placed] = placeMarks([adSpot(given)], byKey);
    if (!placed) throw new Error("no mark");
    const [, lat = 0] = markPosition(placed, asideM);
    return Math.round((lat - 30.6) * perLat);
  };

  test("sits beside its road on its own side, nearer by where it stands", () => {
    expect(asideOf({ road: "a", side: 1, position: at(7) }, 16)).toBe(16);
    expect(asideOf({ road: "a", side: -1, position: at(-7) }, 16)).toBe(-16);
    expect(asideOf({ road: "a", side: 1, position: at(7) }, null)).toBe(7);
  });

  test("of the median sits on the axis, one of no road where it is", () => {
    expect(asideOf({ road: "a", side: 0, position: at(3) }, 16)).toBe(0);
    expect(asideOf({ road: null, position: at(80) }, 16)).toBe(80);
    expect(asideOf({ road: "unknown", side: 1, position: at(9) }, 16)).toBe(9);
  });

  test("is drawn at every zoom once", () => {
    const begins = markTiers.slice(1).map(({ minzoom }) => minzoom);
    expect(begins).toEqual(markTiers.slice(0, -1).map(({ maxzoom }) => maxzoom));
  });
});
