import gcoordModule from "gcoord";
import type { Feature, Position } from "geojson";
import { describe, expect, test } from "vitest";
import { readPack } from "../../../server/packs/read-pack.ts";
import { packFolder, soundPack } from "./pack-folder.ts";

const gcoord = gcoordModule as unknown as typeof gcoordModule.default;
const systems = { gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** The sound zones as a map in another datum has them. */
function zonesIn(datum: keyof typeof systems): unknown {
  const move = (value: unknown): unknown =>
    Array.isArray(value) && typeof value[0] === "number"
      ? gcoord.transform(value as [number, number], gcoord.WGS84, systems[datum])
      : (value as unknown[]).map(move);
  const features = (soundPack["zones.geojson"].features as Feature[]).map((each) => {
    const { coordinates } = each.geometry as { coordinates: Position[][] };
    return { ...each, geometry: { type: "Polygon", coordinates: move(coordinates) } };
  });
  return { type: "FeatureCollection", features };
}

const shells = (zones: readonly { geometry: unknown }[]) =>
  zones.flatMap(({ geometry }) => (geometry as { coordinates: Position[][] }).coordinates[0] ?? []);

describe.each(["gcj02", "bd09"] as const)("a file in %s", (datum) => {
  test("comes out in WGS 84 to within half a metre, 7 decimals, with one note", async () => {
    const content = {
      ...soundPack,
      "pack.json": { ...soundPack["pack.json"], crs: { zones: datum } },
      "zones.geojson": zonesIn(datum),
    };
    const { value: pack, notes } = await readPack(packFolder(content));
    const truth = shells(soundPack["zones.geojson"].features);
    shells(pack.zones).forEach(([x = 0, y = 0], i) => {
      const [trueX = 0, trueY = 0] = truth[i] ?? [];
      expect(Math.hypot((x - trueX) * 96_000, (y - trueY) * 111_000)).toBeLessThan(0.5);
      expect(Math.round(x * 1e7) / 1e7).toBe(x);
    });
    expect(notes).toEqual([
      { code: "datum-converted", file: "zones.geojson", detail: datum, count: 3 },
    ]);
  });

  test("that nobody declares is hundreds of metres off, so that conversion is what this tests", async () => {
    const { value } = await readPack(packFolder({ ...soundPack, "zones.geojson": zonesIn(datum) }));
    const [[x = 0] = []] = shells(value.zones);
    expect(Math.abs(x - 114.3) * 96_000).toBeGreaterThan(300);
  });
});

test("CGCS2000 is taken as WGS 84 and says so; a datum for the whole pack holds for every file", async () => {
  const content = { ...soundPack, "pack.json": { ...soundPack["pack.json"], crs: "cgcs2000" } };
  const { value: pack, notes } = await readPack(packFolder(content));
  expect(shells(pack.zones)).toEqual(shells(soundPack["zones.geojson"].features));
  expect(notes.map(({ code, file }) => [code, file])).toEqual(
    ["zones", "roads", "rivers", "places", "water", "green", "buildings"].map((name) => [
      "datum-converted",
      `${name}.geojson`,
    ]),
  );
});

test("a datum for one file leaves the others alone; borders shared before are shared after", async () => {
  const crs = { default: "wgs84", "zones.geojson": "gcj02" };
  const content = {
    ...soundPack,
    "pack.json": { ...soundPack["pack.json"], crs },
    "zones.geojson": zonesIn("gcj02"),
  };
  const { value: pack, notes } = await readPack(packFolder(content));
  expect(notes.map(({ file }) => file)).toEqual(["zones.geojson"]);
  const [, west = [], east = []] = pack.zones.map((zone) => shells([zone]).map(String));
  expect(west.filter((corner) => east.includes(corner)).length).toBeGreaterThanOrEqual(2);
});
