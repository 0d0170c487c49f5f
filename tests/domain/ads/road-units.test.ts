import { expect, test } from "vitest";
import { AdInstance } from "../../../domain/ads/ad-instance.ts";
import { networkOf } from "../../../domain/ads/audit/audit.ts";
import { seeded } from "../../support/random.ts";
import { knownStreets } from "../../support/random-ad-city.ts";

const rules = {
  classes: { primary: "main", secondary: "main", residential: "lane" },
  groups: {
    main: { perKm: 5, serveDist: 25, dualWidth: 60 },
    lane: { perKm: 3, serveDist: 12, dualWidth: 0 },
  },
};

type Drawn = { name?: string; class?: string; coords: number[][] };

function roadsOf(drawn: readonly Drawn[]) {
  const segments = drawn.map((each, i) => ({ id: `s${i + 1}`, class: "primary", ...each }));
  return networkOf(AdInstance.parse({ crs: "local-m", segments, rules })).roads;
}

test("merged lengths of random cities are the known ones, to the millimetre", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const { segments, lengthOf } = knownStreets(seeded(seed), 3);
    const { roads } = networkOf(AdInstance.parse({ crs: "local-m", segments, rules }));
    const got = Object.fromEntries(roads.map(({ key, lengthM }) => [key, lengthM]));
    expect(Object.keys(got).sort(), `seed ${seed}`).toEqual([...lengthOf.keys()].sort());
    for (const [key, length] of lengthOf) {
      expect(Math.abs(got[key]! - length), `seed ${seed} ${key}`).toBeLessThan(0.001);
    }
  }
});

test("two carriageways that merge are one road; the taper adds nothing", () => {
  const roads = roadsOf([
    {
      name: "甲",
      coords: [
        [0, 14],
        [500, 14],
      ],
    },
    {
      name: "甲",
      coords: [
        [500, 14],
        [540, 0],
        [1200, 0],
      ],
    },
    {
      name: "甲",
      coords: [
        [1200, 28],
        [540, 28],
        [500, 14],
      ],
    },
  ]);
  expect(roads).toHaveLength(1);
  expect(roads[0]!.lengthM).toBeCloseTo(500 + Math.hypot(40, 14) + 660, 6);
});

test("what runs on beyond the other carriageway for 100 m or more is counted", () => {
  const [road] = roadsOf([
    {
      name: "甲",
      coords: [
        [0, 0],
        [1000, 0],
      ],
    },
    {
      name: "甲",
      coords: [
        [1300, 30],
        [400, 30],
      ],
    },
  ]);
  expect(road!.lengthM).toBeCloseTo(1300, 6);
  const [shorter] = roadsOf([
    {
      name: "甲",
      coords: [
        [0, 0],
        [1000, 0],
      ],
    },
    {
      name: "甲",
      coords: [
        [1090, 30],
        [400, 30],
      ],
    },
  ]);
  expect(shorter!.lengthM).toBeCloseTo(1000, 6);
});

test("pieces of one name beyond the gap are roads of their own, numbered over all groups", () => {
  const roads = roadsOf([
    {
      name: "甲",
      coords: [
        [0, 0],
        [300, 0],
      ],
    },
    {
      name: "甲",
      coords: [
        [351, 0],
        [600, 0],
      ],
    },
    {
      name: "甲",
      class: "residential",
      coords: [
        [5000, 0],
        [5600, 0],
      ],
    },
  ]);
  expect(roads.map(({ key }) => key)).toEqual(["甲", "甲#2", "甲#3"]);
});

test("a gap of exactly 50 m is bridged, and no straight piece is a ring of itself", () => {
  const roads = roadsOf([
    {
      name: "甲",
      coords: [
        [0, 0],
        [300, 0],
      ],
    },
    {
      name: "甲",
      coords: [
        [350, 0],
        [390, 0],
      ],
    },
  ]);
  expect(roads).toHaveLength(1);
  expect(roads[0]).toMatchObject({ lengthM: 390, rawLengthM: 340, isClosed: false });
});

test("an unnamed road is a stroke: straight on at a crossing, split where it turns", () => {
  const roads = roadsOf([
    {
      class: "residential",
      coords: [
        [0, 0],
        [100, 0],
      ],
    },
    {
      class: "residential",
      coords: [
        [100, 0],
        [200, 5],
      ],
    },
    {
      class: "residential",
      coords: [
        [100, -80],
        [100, 0],
      ],
    },
    {
      class: "residential",
      coords: [
        [100, 0],
        [98, 90],
      ],
    },
    {
      class: "residential",
      coords: [
        [200, 5],
        [200, 90],
      ],
    },
  ]);
  expect(roads.map(({ key, segments }) => [key, segments])).toEqual([
    ["(unnamed s1)", [0, 1]],
    ["(unnamed s3)", [2, 3]],
    ["(unnamed s5)", [4]],
  ]);
});

test("a ring starts where its first-listed segment does, and keeps its direction", () => {
  const [road] = roadsOf([
    {
      name: "环",
      coords: [
        [200, 0],
        [0, 0],
      ],
    },
    {
      name: "环",
      coords: [
        [200, 200],
        [200, 0],
      ],
    },
    {
      name: "环",
      coords: [
        [0, 200],
        [200, 200],
      ],
    },
    {
      name: "环",
      coords: [
        [0, 0],
        [0, 200],
      ],
    },
  ]);
  expect(road!.isClosed).toBe(true);
  expect([...road!.axis[0]!.xy.slice(0, 4)]).toEqual([200, 0, 0, 0]);
  expect(road!.lengthM).toBe(800);
});
