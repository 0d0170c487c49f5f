import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** West and south of the city; every zone is 0.01° wide and high. */
const ORIGIN = [114.3, 30.6] as const;
const ZONES = 4;
const PROBLEMS = 60;
/** An hour of the past: reports, duties and borders of the pack are of the time around it. */
const FIRST = Date.UTC(2026, 0, 5, 2);

/** What can be asked of the tiny city, by what it is. */
export const tinyCity = {
  zoneIds: Array.from({ length: ZONES }, (_, i) => `Z${i + 1}`),
  sectionIds: ["R1", "R2"],
  unitIds: ["U1", "U2", "U3"],
  people: ["市领导 01", "市领导 02", "街道干部 05"],
  problemIds: Array.from({ length: PROBLEMS }, (_, i) => `Q${i + 1}`),
  categories: ["E0102", "E0504", "E0501"],
  /** West, south, east, north. */
  bounds: [ORIGIN[0], ORIGIN[1], ORIGIN[0] + 0.01 * ZONES, ORIGIN[1] + 0.01],
} as const;

/** Writes a city of four zones and sixty reports: small, so that a server starts over it at once. */
export function writeTinyPack(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const write = (file: string, content: unknown) =>
    writeFileSync(
      join(folder, file),
      typeof content === "string" ? content : JSON.stringify(content),
    );
  write("pack.json", {
    id: "proof",
    name: "试验市",
    timezone: "Asia/Shanghai",
    isDemo: true,
    bounds: tinyCity.bounds,
    settings: { recurrence: { historyStart: "2025-01-01" } },
  });
  write("zones.geojson", collection(tinyCity.zoneIds.flatMap(zoneWithCommunity)));
  write(
    "roads.geojson",
    collection(tinyCity.sectionIds.map((id, i) => line(id, { highway: "primary" }, i))),
  );
  write("rivers.geojson", collection([line("V1", {}, 3)]));
  write(
    "units.csv",
    "id,name,kind,parentId\nU1,总指挥部,headquarters,\nU2,中心区,implementing-body,U1\nU3,市容分指挥部,sub-headquarters,U1\n",
  );
  write("duties.csv", duties());
  write("problems.geojson", collection(tinyCity.problemIds.map(report)));
}

function duties(): string {
  return [
    "id,role,person,unitId,scopeType,scopeId,also,from,to,phone",
    "D1,zone-lead,市领导 01,,zone,Z1,,2025-09-01,,000-0000-0001",
    "D2,section-chief,街道干部 05,U2,section,R1,,2025-09-01,,",
    "D3,sub-headquarters,,U3,category,E01,,2025-09-01,,",
    "D4,implementing-unit,,U2,zone,Z2,,2025-09-01,,",
    "D5,river-chief,市领导 02,,river,V1,,2025-09-01,,",
    "",
  ].join("\n");
}

function collection(features: readonly unknown[]) {
  return { type: "FeatureCollection", features };
}

function zoneWithCommunity(id: string, i: number) {
  const west = ORIGIN[0] + 0.01 * i;
  return [
    zone(id, "zone", null, [west, west + 0.01]),
    zone(`${id}01`, "community", id, [west, west + 0.005]),
    zone(`${id}02`, "community", id, [west + 0.005, west + 0.01]),
  ];
}

function zone(
  id: string,
  level: string,
  parentId: string | null,
  [west, east]: readonly [number, number],
) {
  const [south, north] = [ORIGIN[1], ORIGIN[1] + 0.01];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ].map((at) => at.map(round7));
  return feature(
    { id, name: `${id}片区`, level, parentId },
    { type: "Polygon", coordinates: [ring] },
  );
}

function line(id: string, properties: Record<string, unknown>, i: number) {
  const lng = ORIGIN[0] + 0.002 + 0.01 * i;
  const coordinates = [
    [lng, ORIGIN[1] + 0.001],
    [lng + 0.005, ORIGIN[1] + 0.009],
  ].map((at) => at.map(round7));
  return feature({ id, name: `${id}和平大道`, ...properties }, { type: "LineString", coordinates });
}

/** Every third one is closed; they fall on twelve spots, so that places recur. */
function report(id: string, i: number) {
  const reportedAt = FIRST + i * 36e5 * 30;
  const closedAt = i % 3 === 0 ? { closedAt: iso(reportedAt + 36e5 * 9), status: "closed" } : {};
  const spot = [ORIGIN[0] + 0.003 * (i % 12) + 0.001, ORIGIN[1] + 0.004].map(round7);
  const category = tinyCity.categories[i % tinyCity.categories.length];
  return feature(
    {
      id,
      category,
      reportedAt: iso(reportedAt),
      source: "hotline",
      status: "reported",
      ...closedAt,
    },
    { type: "Point", coordinates: spot },
  );
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

function feature(properties: Record<string, unknown>, geometry: unknown) {
  return { type: "Feature", properties, geometry };
}

function round7(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
