import { expect, test } from "vitest";
import { AdInstance } from "../../../domain/ads/ad-instance.ts";
import { networkOf, surveyAds } from "../../../domain/ads/audit/audit.ts";
import { planarInstance } from "../../../domain/ads/planar-instance.ts";
import { boxRules, measuredBox } from "../../../scripts/bench/ads/measured-box.ts";
import { WUHAN_ROADS, wuhanRoads } from "../../../scripts/bench/ads/wuhan-roads.ts";

test("a real network of both carriageways: its main roads are about 58 % of what is drawn", ({
  skip,
}) => {
  const segments = wuhanRoads();
  if (!segments) return skip(`${WUHAN_ROADS} is not beside the project`);
  const instance = AdInstance.parse({ crs: "EPSG:4326", segments, rules: boxRules });
  const { roads, roadOfSegment } = networkOf(planarInstance(instance));
  const main = roads.filter(({ group }) => group === "main");
  const km = (of: (road: (typeof main)[number]) => number) =>
    main.reduce((sum, road) => sum + of(road), 0) / 1000;
  expect(km(({ rawLengthM }) => rawLengthM)).toBeCloseTo(4196.4, 1);
  expect(Math.abs(km(({ lengthM }) => lengthM) - 2430)).toBeLessThan(15);
  expect(roads.reduce((sum, road) => sum + road.segments.length, 0)).toBe(roadOfSegment.length);
  expect(roads.every(({ axis, lengthM }) => axis.length > 0 && lengthM > 0)).toBe(true);
});

test("the measured box holds its 52,565 edges, and all of it is audited", ({ skip }) => {
  const segments = wuhanRoads();
  if (!segments) return skip(`${WUHAN_ROADS} is not beside the project`);
  const { instance, network } = measuredBox(segments, "nearest", 1);
  expect(instance.segments.length).toBe(52_565);
  const { unserved } = surveyAds({ ...instance, candidates: [] }, network);
  expect(unserved.length).toBeLessThan(50);
});
