import { describe, expect, test } from "vitest";
import {
  modeCounts,
  roadFeatures,
  sideNeed,
} from "../../../../client/features/ads/map/road-features.ts";
import { axes, road, rules } from "./ads-builder.ts";

const lines = axes({
  a: [
    [
      [114.3, 30.6],
      [114.31, 30.6],
    ],
  ],
  b: [
    [
      [114.3, 30.61],
      [114.31, 30.61],
    ],
  ],
  c: [
    [
      [114.3, 30.62],
      [114.31, 30.62],
    ],
  ],
});
const roads = [
  road({ key: "a", status: "met" }),
  road({ key: "b", status: "short", shortage: 2 }),
  road({ key: "c", group: "lane", status: "dense" }),
];

function keysOf(filter: Parameters<typeof roadFeatures>[3]): unknown[] {
  const { features } = roadFeatures(lines, { roads }, rules(), filter);
  return features.map(({ properties }) => properties?.key);
}

describe("the map shows", () => {
  test("every road of the audit", () => expect(keysOf({})).toEqual(["a", "b", "c"]));
  test("those of a group", () => expect(keysOf({ group: "lane" })).toEqual(["c"]));
  test("those of a status", () => expect(keysOf({ status: "short" })).toEqual(["b"]));
  test("those of both", () => expect(keysOf({ group: "lane", status: "short" })).toEqual([]));
  test("none that the audit of a zone leaves out", () => {
    const { features } = roadFeatures(lines, { roads: roads.slice(0, 1) }, rules());
    expect(features.map(({ properties }) => properties?.key)).toEqual(["a"]);
  });
  test("the status of the audit, not the one that came with the line", () => {
    const { features } = roadFeatures(lines, { roads }, rules());
    expect(features.map(({ properties }) => properties?.status)).toEqual(["met", "short", "dense"]);
  });
});

test("what a side needs is cut after rounding to six decimals", () => {
  expect(sideNeed(100, 0.29)).toBe(29);
  expect(sideNeed(29, 0.3)).toBe(8);
  expect(sideNeed(29, null)).toBe(0);
});

test("roads are counted by empty stretch and side as they are drawn", () => {
  const asked = rules({ maxGap: 300, perSideShare: 0.3 });
  const counts = modeCounts(
    [
      road({ key: "a", required: 10, left: 3, right: 3 }),
      road({ key: "b", required: 10, left: 2, right: 5, gapOk: false }),
      road({ key: "c", required: 0, left: 0, right: 0 }),
      road({ key: "d", group: "lane", gapOk: true }),
    ],
    asked,
  );
  expect(counts).toEqual({
    gaps: { short: 1, ok: 2, none: 1 },
    sides: { short: 1, ok: 1, none: 2 },
  });
});
