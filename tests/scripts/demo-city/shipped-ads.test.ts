import type { Feature } from "geojson";
import { describe, expect, test } from "vitest";
import { onPlane } from "../../../scripts/demo-city/files/geo-json.ts";
import { lengthOf, nearestOnLine } from "../../../scripts/demo-city/geometry/polyline.ts";
import type { Vec } from "../../../scripts/demo-city/geometry/vec.ts";
import { onGround, partsOf, readFeatures, readTable, readText } from "./shipped-pack.ts";

type Rules = {
  classes: Record<string, string>;
  groups: Record<string, { perKm: number; minLength: number; serveDist: number }>;
  countStates: string[];
};
const rules = JSON.parse(readText("ad-rules.json")) as Rules;
const ads = readFeatures("ads.geojson");
const candidates = readFeatures("ad-candidates.geojson");
const pointOf = ({ geometry }: Feature): Vec =>
  onPlane(geometry.type === "Point" ? geometry.coordinates : []);

/** Needed and counted ads of each street, by name and group: a plain reading of the rule. */
function audit() {
  const streets = new Map<
    string,
    { group: string; lengthM: number; lines: Vec[][]; count: number }
  >();
  for (const road of readFeatures("roads.geojson")) {
    const { highway, name, oneway } = road.properties!;
    const group = rules.classes[highway];
    if (!group) continue;
    const line = onGround(partsOf(road)[0]!);
    const street = streets.get(`${name} ${group}`) ?? { group, lengthM: 0, lines: [], count: 0 };
    street.lengthM += lengthOf(line) / (oneway ? 2 : 1);
    street.lines.push(line);
    streets.set(`${name} ${group}`, street);
  }
  for (const ad of ads.filter(({ properties }) => rules.countStates.includes(properties!.state))) {
    const p = pointOf(ad);
    for (const street of streets.values()) {
      const { serveDist } = rules.groups[street.group]!;
      const isBy = street.lines.some(
        (line) =>
          Math.abs(line[0]![0] - p[0]) < 3000 && nearestOnLine(line, p).distanceM <= serveDist,
      );
      if (isBy) street.count++;
    }
  }
  return [...streets.values()].map(({ group, lengthM, count }) => {
    const { perKm, minLength } = rules.groups[group]!;
    return { needed: lengthM < minLength ? 0 : Math.ceil((perKm * lengthM) / 1000), count };
  });
}

describe("the ads of the demo city", () => {
  test("fall short in many streets, suffice in most, and are over-dense in a few", () => {
    const streets = audit().filter(({ needed }) => needed > 0);
    const short = streets.filter(({ needed, count }) => count < needed);
    const dense = streets.filter(
      ({ needed, count }) => count >= needed + 3 && count > needed * 1.5,
    );
    expect(short.length / streets.length).toBeGreaterThan(0.2);
    expect(short.length / streets.length).toBeLessThan(0.6);
    expect(dense.length).toBeGreaterThan(3);
    expect(dense.length / streets.length).toBeLessThan(0.1);
  });

  test("stand at streets, nearly all within reach of a rule", () => {
    const lines = readFeatures("roads.geojson")
      .filter(({ properties }) => rules.classes[properties!.highway])
      .map((road) => onGround(partsOf(road)[0]!));
    const served = ads.filter((ad) => {
      const p = pointOf(ad);
      return lines.some(
        (line) => Math.abs(line[0]![0] - p[0]) < 3000 && nearestOnLine(line, p).distanceM <= 25,
      );
    });
    expect(served.length / ads.length).toBeGreaterThan(0.95);
  });

  test("have states, repair costs where broken, and units that exist", () => {
    const units = new Set(readTable("units.csv").map(({ id }) => id));
    for (const { properties } of ads) {
      const { state, repairCost, unitId, facing, carrier, theme } = properties!;
      expect(["ok", "minor", "damaged", "faded", "removed"]).toContain(state);
      expect(repairCost !== undefined).toBe(state === "damaged" || state === "faded");
      expect(units.has(unitId)).toBe(true);
      expect(carrier && theme).toBeTruthy();
      if (facing !== undefined) expect(facing >= 0 && facing < 360).toBe(true);
    }
    expect(new Set(ads.map(({ properties }) => properties!.id)).size).toBe(ads.length);
  });

  test("come with priced places for more, a few of them locked", () => {
    expect(candidates.length).toBeGreaterThan(2000);
    expect(candidates.length).toBeLessThan(4000);
    for (const { properties } of candidates) expect(properties!.cost).toBeGreaterThan(0);
    const locked = candidates.filter(({ properties }) => properties!.lock);
    expect(locked.length).toBeGreaterThan(5);
    expect(new Set(candidates.map(({ properties }) => properties!.id)).size).toBe(
      candidates.length,
    );
  });
});
