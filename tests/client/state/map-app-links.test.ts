import { expect, test } from "vitest";
import { mapAppLinks } from "../../../client/state/map-app-links.ts";
import { fromWgs84, toWgs84 } from "../../../domain/spatial/datum.ts";
import { lngLat } from "../../../domain/spatial/lng-lat.ts";

test("each map app gets the spot in the datum it draws in", () => {
  const wgs84 = lngLat(114.26258, 30.586261);
  const [gcj02, bd09] = [fromWgs84(wgs84, "gcj02"), fromWgs84(wgs84, "bd09")];
  const links = mapAppLinks({ wgs84: [wgs84[0], wgs84[1]], gcj02, bd09 }, "二环西路 & 311 号");

  const amap = new URL(links.amap).searchParams;
  const [lng = 0, lat = 0, name] = (amap.get("to") ?? "").split(",");
  expect(name).toBe("二环西路 & 311 号");
  const fromAmap = toWgs84(Number(lng), Number(lat), "gcj02");
  expect(fromAmap[0]).toBeCloseTo(wgs84[0], 5);
  expect(fromAmap[1]).toBeCloseTo(wgs84[1], 5);

  const baidu = new URL(links.baidu).searchParams;
  const [bdLat = 0, bdLng = 0] = (baidu.get("location") ?? "").split(",").map(Number);
  const fromBaidu = toWgs84(bdLng, bdLat, "bd09");
  expect(fromBaidu[0]).toBeCloseTo(wgs84[0], 5);
  expect(fromBaidu[1]).toBeCloseTo(wgs84[1], 5);

  expect(new URL(links.apple).searchParams.get("daddr")).toBe("30.586261,114.262580");
  expect(links.geo.startsWith("geo:30.586261,114.262580?")).toBe(true);
});
