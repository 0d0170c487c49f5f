import type { Position } from "geojson";
import { describe, expect, test } from "vitest";
import { readPack } from "../../../server/packs/read-pack.ts";
import {
  type BrokenPack,
  collection,
  line,
  notesOf,
  type PackContent,
  packFolder,
  soundPack,
  square,
  testBroken,
  zone,
  zonesAnd,
} from "./pack-folder.ts";

const shell = square(114.32, 30.6, 0.005);
const hole = square(114.321, 30.601, 0.001);
const rings = (...coordinates: unknown[]) => ({
  type: "Feature",
  properties: { id: "Z02", name: "北站片区", level: "zone" },
  geometry: { type: "Polygon", coordinates },
});
const shape = (geometry: unknown) => ({ ...rings(), geometry });
const roads = (...features: unknown[]): PackContent => ({
  "roads.geojson": collection(...soundPack["roads.geojson"].features, ...features),
});

const z = { file: "zones.geojson", row: 4, id: "Z02" } as const;
const r = { file: "roads.geojson", row: 3, id: "R3" } as const;

const cases: BrokenPack[] = [
  [
    "an open ring is closed",
    zonesAnd(rings(shell.slice(0, 4))),
    [{ ...z, code: "ring-not-closed", at: shell[0] }],
  ],
  [
    "a ring of two points",
    zonesAnd(rings([shell[0], shell[1], shell[0]])),
    [{ ...z, code: "ring-too-short" }],
  ],
  [
    "a hole of two points goes, the zone stays",
    zonesAnd(rings(shell, [hole[0], hole[1], hole[0]])),
    [{ ...z, code: "hole-too-short" }],
  ],
  [
    "a vertex twice",
    zonesAnd(rings([shell[0], ...shell])),
    [{ ...z, code: "repeated-vertex", detail: "1" }],
  ],
  [
    "a bow tie",
    zonesAnd(rings([shell[0], shell[2], shell[1], shell[3], shell[0]])),
    [{ ...z, code: "self-intersection", detail: "1" }],
  ],
  [
    "a hole outside",
    zonesAnd(rings(shell, square(114.326, 30.606, 0.001))),
    [{ ...z, code: "hole-outside" }],
  ],
  [
    "a part inside another",
    zonesAnd(shape({ type: "MultiPolygon", coordinates: [[shell], [hole]] })),
    [{ ...z, code: "rings-nested" }],
  ],
  ["no geometry", zonesAnd(shape(null)), [{ ...z, code: "geometry-missing" }]],
  [
    "empty coordinates",
    zonesAnd(shape({ type: "Polygon", coordinates: [[]] })),
    [{ ...z, code: "geometry-missing" }],
  ],
  ["no coordinates", zonesAnd(shape({ type: "Polygon" })), [{ ...z, code: "geometry-missing" }]],
  [
    "a collection of geometries",
    zonesAnd(shape({ type: "GeometryCollection", geometries: [] })),
    [
      {
        ...z,
        code: "geometry-wrong-type",
        value: "GeometryCollection",
        detail: "Polygon / MultiPolygon",
      },
    ],
  ],
  [
    "a point for a zone",
    zonesAnd(shape({ type: "Point", coordinates: shell[0] })),
    [{ ...z, code: "geometry-wrong-type", value: "Point" }],
  ],
  [
    "a geometry that is a number",
    zonesAnd(shape(7)),
    [{ ...z, code: "geometry-wrong-type", value: "7" }],
  ],
  [
    "null for a coordinate",
    zonesAnd(rings([[null, null], ...shell.slice(1)])),
    [{ ...z, code: "coordinate-out-of-range", value: "null,null" }],
  ],
  [
    "text for a coordinate",
    zonesAnd(rings([["114.32", "30.6"], ...shell.slice(1)])),
    [{ ...z, code: "coordinate-out-of-range" }],
  ],
  [
    "projected metres",
    zonesAnd(rings(shell.map(([x, y]) => [x! * 4000, y! * 100_000]))),
    [{ ...z, code: "coordinate-out-of-range", value: "457280,3060000" }],
  ],
  [
    "rings not nested deep enough",
    zonesAnd(rings(...shell)),
    [{ ...z, code: "coordinate-out-of-range", value: "114.32" }],
  ],
  [
    "latitude first",
    zonesAnd(rings(shell.map(([x, y]) => [y, x]))),
    [{ ...z, code: "swapped-axes", value: "30.6,114.32" }],
  ],
  [
    "one vertex latitude first",
    zonesAnd(rings([shell[0], [30.6, 114.325], ...shell.slice(2)])),
    [{ ...z, code: "swapped-axes" }],
  ],
  [
    "a zone beyond the stated bounds",
    zonesAnd(rings(square(114.4, 30.6))),
    [{ ...z, code: "outside-bounds", at: [114.4, 30.6] }],
  ],
  [
    "heights",
    zonesAnd(rings(shell.map((each) => [...each, 23.5]))),
    [{ file: z.file, code: "height-dropped", count: 1 }],
  ],
  [
    "a road of one point",
    roads(line("R3", { class: "lane" }, 114.301), {
      ...line("R4", { class: "lane" }),
      geometry: {
        type: "LineString",
        coordinates: [
          [114.3, 30.6],
          [114.3, 30.6],
        ],
      },
    }),
    [
      { file: r.file, row: 4, id: "R4", code: "repeated-vertex" },
      { file: r.file, row: 4, id: "R4", code: "line-too-short" },
    ],
  ],
  [
    "a road far away",
    roads(line("R3", { class: "lane" }, 116)),
    [{ ...r, code: "outside-bounds" }],
  ],
  [
    "every defect of one feature at once",
    zonesAnd({
      type: "Feature",
      properties: { id: "Z02", level: "区" },
      geometry: { type: "Polygon", coordinates: [[shell[0], shell[2], shell[1], shell[3]]] },
    }),
    [
      { ...z, code: "missing-field", field: "name" },
      {
        ...z,
        code: "bad-field",
        field: "level",
        value: "区",
        detail: "one-of zone | community | cell",
      },
      { ...z, code: "ring-not-closed" },
      { ...z, code: "self-intersection" },
    ],
  ],
];

describe("geometry", () => testBroken(cases));

test("what a note calls left out is left out, what it calls taken is taken", async () => {
  const bowTie = [shell[0], shell[2], shell[1], shell[3], shell[0]] as Position[];
  const content = zonesAnd(
    zone("kept", "zone", null, bowTie),
    zone("gone", "zone", null, [shell[0], shell[1], shell[0]] as Position[]),
    rings(shell.map(([x, y]) => [y, x])),
    zone("orphan", "community", "Z99", shell),
  );
  const { value: pack } = await readPack(packFolder({ ...soundPack, ...content }));
  expect(pack.zones.map(({ id }) => id)).toEqual(["Z01", "Z0101", "Z0102", "kept", "orphan"]);
  expect(pack.zones.at(-1)?.parentId).toBeNull();
});

test("without stated bounds a zone with swapped axes still stands out among the others", async () => {
  const { bounds: _, ...unbounded } = soundPack["pack.json"];
  const boston = square(-71.1, 42.3).map(([x, y]) => [y, x] as Position);
  const notes = await notesOf({
    "pack.json": unbounded,
    "zones.geojson": collection(
      ...[0, 1, 2].map((i) => zone(`B${i}`, "zone", null, square(-71.1 + i / 50, 42.3))),
      zone("B3", "zone", null, boston),
    ),
    ...Object.fromEntries(
      ["roads", "rivers", "places", "water", "green", "buildings"].map((name) => [
        `${name}.geojson`,
        null,
      ]),
    ),
    "duties.csv": null,
  });
  expect(notes[0]).toMatchObject({ code: "swapped-axes", row: 4, id: "B3" });
});
