import type { LineString } from "geojson";
import { expect, test } from "vitest";
import { dutyRegistry } from "../../domain/duty-registry.ts";
import { lngLat } from "../../domain/spatial/lng-lat.ts";
import { localPlane } from "../../domain/spatial/local-plane.ts";
import { DAY_MS } from "../../domain/time.ts";
import { aCity, at, CITY_ORIGIN, T0, testCategories } from "../support/city-builder.ts";
import { metresTo, scopeHolds } from "../support/plain-filter.ts";
import { seeded } from "../support/random.ts";
import { gridCity } from "../support/random-city.ts";

const plane = localPlane(lngLat(...CITY_ORIGIN));

test("names exactly those whose scopes hold at the spot on the day, for random spots, days and categories", () => {
  const pack = gridCity();
  const registry = dutyRegistry(pack, plane);
  const random = seeded(3);
  for (let round = 0; round < 400; round++) {
    const [lng, lat] = at(random() * 44 - 2, random() * 44 - 2);
    const t = T0 + Math.floor(random() * 200) * DAY_MS;
    const category = random.pick(testCategories).code;
    const expected = pack.duties.filter(
      (duty) =>
        duty.from <= t &&
        (duty.to === null || t < duty.to) &&
        scopeHolds(pack, duty.scope, lng, lat, category) &&
        (duty.also === null || scopeHolds(pack, duty.also, lng, lat, category)),
    );
    const found = registry.answerableAt(lng, lat, category, t).map(({ duty }) => duty.id);
    expect([...found].sort()).toEqual(expected.map(({ id }) => id).sort());
  }
});

test("reads the rules in order: section by distance, cell, community, zone, category line, territory", () => {
  const pack = aCity()
    .withZone("Z1", [0, 0, 10, 10])
    .withZone("C1", [0, 0, 5, 10], "community", "Z1")
    .withZone("U1", [0, 0, 5, 5], "cell", "C1")
    .withRoad("far", [
      [0, 2.2],
      [10, 2.2],
    ])
    .withRoad("near", [
      [0, 2.1],
      [10, 2.1],
    ])
    .withDuty("implementing-unit", { type: "zone", id: "Z1" }, { unitId: "B1" })
    .withDuty("sub-headquarters", { type: "category", id: "E05" }, { unitId: "S5" })
    .withLead("市领导 01", "Z1")
    .withDuty("partner-unit", { type: "zone", id: "C1" }, { unitId: "P1" })
    .withDuty("grid-worker", { type: "zone", id: "U1" }, { person: "网格员 1" })
    .withChief("路长 远", "far")
    .withChief("路长 近", "near")
    .withDuty("implementing-unit", { type: "city", id: "" }, { unitId: "CITY" })
    .build();
  const [lng, lat] = at(2, 2);
  const found = dutyRegistry(pack, plane).answerableAt(lng, lat, "E0501", T0);
  expect(found.map(({ duty, via }) => [duty.person ?? duty.unitId, via])).toEqual([
    ["路长 近", "section"],
    ["路长 远", "section"],
    ["网格员 1", "cell"],
    ["P1", "community"],
    ["市领导 01", "zone"],
    ["S5", "category"],
    ["B1", "territory"],
    ["CITY", "territory"],
  ]);
  expect(found[0]?.distanceM).toBeCloseTo(
    metresTo(pack.roads[1]!.geometry as LineString, lng, lat),
    6,
  );
});

test("a section 30 m away answers, one a little further does not", () => {
  const metre = 1 / ((6_371_008.8 * Math.PI) / 180);
  const pack = aCity()
    .withRoad("R", [
      [0, 0],
      [10, 0],
    ])
    .withChief("路长", "R")
    .build();
  const registry = dutyRegistry(pack, plane);
  const [lng, lat] = at(5, 0);
  expect(registry.answerableAt(lng, lat + 29.999 * metre, null, T0)).toHaveLength(1);
  expect(registry.answerableAt(lng, lat + 30.001 * metre, null, T0)).toHaveLength(0);
});

test("on the day of a handover only the new holder answers", () => {
  const day = T0 + 10 * DAY_MS;
  const pack = aCity()
    .withZone("Z1", [0, 0, 10, 10])
    .withLead("甲", "Z1", { to: day })
    .withLead("乙", "Z1", { from: day })
    .build();
  const registry = dutyRegistry(pack, plane);
  const [lng, lat] = at(5, 5);
  const leadAt = (t: number) =>
    registry.answerableAt(lng, lat, null, t).map(({ duty }) => duty.person);
  expect(leadAt(day - 1)).toEqual(["甲"]);
  expect(leadAt(day)).toEqual(["乙"]);
});

test("without a category no category line answers", () => {
  const pack = aCity()
    .withDuty("sub-headquarters", { type: "category", id: "E05" }, { unitId: "S5" })
    .build();
  const registry = dutyRegistry(pack, plane);
  expect(registry.answerableAt(...at(5, 5), null, T0)).toHaveLength(0);
  expect(registry.answerableAt(...at(5, 5), "E0501", T0)).toHaveLength(1);
  expect(registry.answerableAt(...at(5, 5), "E0102", T0)).toHaveLength(0);
});

test("a spot on the border of two zones belongs to exactly one", () => {
  const pack = aCity().withZone("A", [0, 0, 5, 10]).withZone("B", [5, 0, 10, 10]).build();
  const { zones } = dutyRegistry(pack, plane);
  for (let north = 0; north < 10; north += 0.37)
    expect(zones.latest.locate(...at(5, north))).toBe(1);
});
