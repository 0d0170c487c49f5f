import { expect, test } from "vitest";
import { networkOf, surveyAds } from "../../../domain/ads/audit/audit.ts";
import { auditReport } from "../../../domain/ads/audit/audit-report.ts";
import { packInstance } from "../../../domain/ads/pack-instance.ts";
import { type AdScope, scopedCity } from "../../../domain/ads/plan/scoped-city.ts";
import { planarInstance } from "../../../domain/ads/planar-instance.ts";
import { readAds } from "../../../server/packs/read-ads.ts";
import { readPack } from "../../../server/packs/read-pack.ts";
import { randomAdCity } from "../../support/random-ad-city.ts";

function box(west: number, south: number, east: number, north: number): AdScope {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  return { type: "Polygon", coordinates: [ring] };
}

/** Audits of a city and of a part of it; how many roads need something there. */
function compared(given: ReturnType<typeof randomAdCity>, scope: AdScope): number {
  const planar = planarInstance(given);
  const network = networkOf(planar);
  const whole = auditReport(surveyAds(planar, network));
  const scoped = scopedCity(given, planar, network, scope);
  const part = auditReport(surveyAds(scoped.instance, scoped.network));
  expect(part.blocked).toEqual(whole.blocked);
  expect(part.spacingPairs).toEqual(whole.spacingPairs);
  let needy = 0;
  part.roads.forEach((road, r) => {
    const { group, required, shortage, gapOk, sideShort, ...same } =
      whole.roads[r] ?? expect.fail();
    expect(road).toMatchObject(same);
    if (road.group === group) {
      expect(road).toEqual(whole.roads[r]);
      needy++;
    } else expect(road).toMatchObject({ required: 0, shortage: 0, gapOk: true, sideShort: 0 });
  });
  expect(part.roads.length).toBe(whole.roads.length);
  return needy;
}

test("a part of a city keeps its roads and what is barred; what is outside needs nothing", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const given = randomAdCity(seed, { ads: 40, sites: 60 });
    const all = compared(given, box(-1e4, -1e4, 1e4, 1e4));
    expect(all).toBeGreaterThan(0);
    const some = compared(given, box(-1e4, -1e4, 1e4, 150));
    expect(some).toBeLessThan(all);
    expect(compared(given, box(5e4, 5e4, 6e4, 6e4))).toBe(0);
  }
});

test("so does a zone of the demo city, unnamed roads and all", async () => {
  const { value: pack } = await readPack("data/packs/demo");
  const { value: ads } = await readAds(pack);
  const given = packInstance(pack, ads, ads.rules ?? expect.fail());
  const zones = pack.zones.filter(({ level }) => level === "zone").slice(0, 3);
  for (const { geometry } of zones) expect(compared(given, geometry)).toBeGreaterThan(10);
});
