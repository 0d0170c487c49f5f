import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readPack } from "../../server/packs/read-pack.ts";
import { type TestApp, testApp } from "./test-app.ts";

/** Where the street begins; it runs 479 m east. */
export const STREET = { lng: 114.302, lat: 30.605, lengthM: 479 } as const;

/** Metres east along the street from its beginning, and north of its line. */
export function beside(east: number, north = 8): [number, number] {
  const lng = STREET.lng + east / 95_700;
  const lat = STREET.lat + north / 111_195;
  return [Number(lng.toFixed(7)), Number(lat.toFixed(7))];
}

type Pairs = readonly (readonly [Record<string, unknown>, object])[];

const features = (list: Pairs) => ({
  type: "FeatureCollection",
  features: list.map(([properties, geometry]) => ({ type: "Feature", properties, geometry })),
});

export const streetRules = {
  version: "v1",
  issuedOn: "2026-01-01",
  source: "试验",
  classes: { secondary: "main" },
  groups: { main: { perKm: 6, minLength: 100, minSpacing: 40, serveDist: 20 } },
  maxFacingDeg: 100,
};

const square = [
  [114.3, 30.6],
  [114.31, 30.6],
  [114.31, 30.61],
  [114.3, 30.61],
  [114.3, 30.6],
];

const files = {
  "pack.json": { id: "street", name: "试验市", timezone: "Asia/Shanghai" },
  "units.csv": "id,name,kind,parentId\nC01,城管一队,department,\n",
  "zones.geojson": features([
    [
      { id: "Z", name: "片区", level: "zone", parentId: null },
      { type: "Polygon", coordinates: [square] },
    ],
  ]),
  "roads.geojson": features([
    [
      { id: "R1", name: "西路", class: "secondary" },
      { type: "LineString", coordinates: [beside(0, 0), beside(STREET.lengthM, 0)] },
    ],
  ]),
  "ads.geojson": features([
    [
      { id: "P1", state: "ok", carrier: "lamp" },
      { type: "Point", coordinates: beside(100) },
    ],
  ]),
  "ad-rules.json": streetRules,
};

/** A city of one street with one ad, 100 m along and 8 m north of it. */
export async function appOfStreet(folder: string, hasRules = true): Promise<TestApp> {
  for (const [file, content] of Object.entries(files)) {
    if (file === "ad-rules.json" && !hasRules) continue;
    const text = typeof content === "string" ? content : JSON.stringify(content);
    await writeFile(join(folder, file), text);
  }
  return testApp((await readPack(folder)).value, []);
}
