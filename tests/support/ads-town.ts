import { writeFile } from "node:fs/promises";
import { join } from "node:path";

export const [LNG, LAT] = [114.3, 30.6];

/** Thousandths of a degree east of the city's corner. */
export const point = (east: number, north = 5) => ({
  type: "Point",
  coordinates: [LNG + east / 1000, LAT + north / 1000],
});
const road = (east: number) => [point(east).coordinates, point(east + 5).coordinates];
const square = (east: number) => [
  [point(east, 0), point(east + 10, 0), point(east + 10, 10), point(east, 10), point(east, 0)].map(
    ({ coordinates }) => coordinates,
  ),
];
export const features = (list: readonly [Record<string, unknown>, object][]) => ({
  type: "FeatureCollection",
  features: list.map(([properties, geometry]) => ({ type: "Feature", properties, geometry })),
});

export const townRules = {
  version: "v1",
  issuedOn: "2026-01-01",
  source: "试验",
  classes: { secondary: "main" },
  groups: { main: { perKm: 6, minLength: 100, minSpacing: 60, serveDist: 20 } },
};

/** Five sites a road, one after the other, each 100 dearer than the one before. */
const sites = (name: string, east: number) =>
  [1, 2, 3, 4, 5].map((n): [Record<string, unknown>, object] => [
    { id: `${name}${n}`, cost: 100 * n, carrier: "lamp" },
    point(east + n - 0.5),
  ]);

/** Two roads of 479 m that need three ads each; of one stands the middle one. */
export const townFiles = {
  "pack.json": { id: "ads", name: "试验市", timezone: "Asia/Shanghai" },
  "zones.geojson": features([
    [
      { id: "W", name: "西片区", level: "zone", parentId: null },
      { type: "Polygon", coordinates: square(0) },
    ],
    [
      { id: "E", name: "东片区", level: "zone", parentId: null },
      { type: "Polygon", coordinates: square(20) },
    ],
  ]),
  "roads.geojson": features([
    [
      { id: "R1", name: "西路", class: "secondary" },
      { type: "LineString", coordinates: road(2) },
    ],
    [
      { id: "R2", name: "东路", class: "secondary" },
      { type: "LineString", coordinates: road(22) },
    ],
  ]),
  "ads.geojson": features([[{ id: "A1", state: "ok" }, point(4.5)]]),
  "ad-candidates.geojson": features([...sites("W", 2), ...sites("E", 22)]),
  "ad-rules.json": townRules,
};

export async function writeFiles(folder: string, content: Readonly<Record<string, unknown>>) {
  for (const [file, value] of Object.entries(content)) {
    await writeFile(join(folder, file), JSON.stringify(value));
  }
}
