import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Feature, FeatureCollection, Geometry, Position } from "geojson";
import { expect, onTestFinished, test } from "vitest";
import type { Note } from "../../../domain/note.ts";
import { inspectPack } from "../../../server/packs/read-pack.ts";

/** File name → content: text or bytes as they are, anything else as JSON, null for no such file. */
export type PackContent = Readonly<Record<string, unknown>>;

/** A folder with these files, gone when the test ends. */
export function packFolder(content: PackContent): string {
  const folder = mkdtempSync(join(tmpdir(), "pack-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [file, value] of Object.entries(content)) {
    if (value === null) continue;
    const isRaw = typeof value === "string" || value instanceof Uint8Array;
    writeFileSync(join(folder, file), isRaw ? value : JSON.stringify(value));
  }
  return folder;
}

export function feature(properties: Record<string, unknown>, geometry: Geometry | null): Feature {
  return { type: "Feature", properties, geometry: geometry as Geometry };
}

export function collection(...features: readonly unknown[]): FeatureCollection {
  return { type: "FeatureCollection", features: features as Feature[] };
}

/** A closed square ring, counter-clockwise, `side` in degrees. */
export function square(west: number, south: number, side = 0.01, height = side): Position[] {
  const [east, north] = [round7(west + side), round7(south + height)];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

export function zone(
  id: string,
  level: string,
  parentId: string | null,
  ring: Position[],
): Feature {
  const geometry = { type: "Polygon" as const, coordinates: [ring] };
  return feature({ id, name: `${id}片区`, level, parentId }, geometry);
}

export function line(id: string, properties: Record<string, unknown> = {}, x = 114.301): Feature {
  const coordinates = [
    [x, 30.601],
    [x + 0.005, 30.605],
  ];
  return feature({ id, name: "和平大道", ...properties }, { type: "LineString", coordinates });
}

/** A pack of every kind of file that has nothing to be said about it. */
export const soundPack = {
  "pack.json": {
    id: "yunze",
    name: "云泽市",
    timezone: "Asia/Shanghai",
    bounds: [114.29, 30.59, 114.33, 30.62],
  },
  "zones.geojson": collection(
    zone("Z01", "zone", null, square(114.3, 30.6, 0.02, 0.01)),
    zone("Z0101", "community", "Z01", square(114.3, 30.6)),
    zone("Z0102", "community", "Z01", square(114.31, 30.6)),
  ),
  "roads.geojson": collection(line("R1", { highway: "primary" }), line("R2", { class: "lane" })),
  "rivers.geojson": collection(line("V1", { name: "云河" })),
  "places.geojson": collection(
    feature(
      { id: "P1", name: "西市菜市场", kind: "market" },
      { type: "Point", coordinates: [114.305, 30.605] },
    ),
  ),
  "water.geojson": collection(
    feature({}, { type: "Polygon", coordinates: [square(114.302, 30.602, 0.001)] }),
  ),
  "green.geojson": collection(
    feature({}, { type: "Polygon", coordinates: [square(114.304, 30.602, 0.001)] }),
  ),
  "buildings.geojson": collection(
    feature({ height: 12 }, { type: "Polygon", coordinates: [square(114.306, 30.602, 0.001)] }),
  ),
  "units.csv": "id,name,kind,parentId\nU1,总指挥部,headquarters,\nU2,中心区,implementing-body,U1\n",
  "duties.csv": [
    "id,role,person,unitId,scopeType,scopeId,also,from,to,phone",
    "D1,zone-lead,市领导 01,,zone,Z01,,2025-09-01,2026-03-01,000-0000-0001",
    "D2,section-chief,街道干部 05,U2,section,R1,,2025-09-01,,",
    "D3,sub-headquarters,,U1,category,E05,zone:Z0101,2025-09-01,,",
    "D4,river-chief,市领导 02,,river,V1,,2025-09-01,,",
    "D5,implementing-unit,,U1,city,,,2025-09-01T08:00:00+08:00,,",
    "",
  ].join("\n"),
  "problems.geojson": collection(
    feature(
      {
        id: "Q1",
        category: "E0504",
        reportedAt: "2025-10-01T10:00:00+08:00",
        source: "hotline",
        status: "reported",
      },
      { type: "Point", coordinates: [114.305, 30.605] },
    ),
  ),
} as const;

/** The sound zones and more, the fourth of the file being the first of them. */
export function zonesAnd(...more: readonly unknown[]): PackContent {
  return { "zones.geojson": collection(...soundPack["zones.geojson"].features, ...more) };
}

function round7(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}

/** What stands in the way of a feature or row, and exactly the notes that it gives. */
export type BrokenPack = [title: string, content: PackContent, notes: ExpectedNote[]];
export type ExpectedNote = Partial<Omit<Note, "at">> & { readonly at?: Position | undefined };

/** Notes of the sound pack with some of its files replaced. */
export async function notesOf(content: PackContent): Promise<readonly Note[]> {
  return (await inspectPack(packFolder({ ...soundPack, ...content }))).notes;
}

/** One test a case: these notes in this order, and no other. */
export function testBroken(cases: readonly BrokenPack[]): void {
  test.for(cases)("%s", async ([, content, expected]) => {
    const notes = await notesOf(content);
    expect(notes).toEqual(expected.map((note) => expect.objectContaining(note)));
  });
}
