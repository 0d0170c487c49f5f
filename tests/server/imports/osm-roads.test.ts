import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { DomainError } from "../../../domain/errors.ts";
import { catalogues } from "../../../domain/text/catalogues.ts";
import { describeRefusal } from "../../../domain/text/describe-refusal.ts";
import { readRoadRecords } from "../../../server/imports/new-pack/road-records.ts";
import { refusalOf } from "../../support/foreign-file.ts";
import { type OsmPiece, osmPbf, osmXml } from "../../support/osm-writer.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const scratch = scratchFolder();
const CITY = [114.3, 30.5, 114.4, 30.6] as const;

const piece: OsmPiece = {
  nodes: [
    [1, 114.31, 30.51],
    [2, 114.32, 30.52],
    [3, 114.33, 30.53],
    [4_500_000_000, 114.36, 30.56],
    // Outside the city: the end of a road that leaves it, and another town's.
    [10, 114.48, 30.53],
    [20, 115.1, 30.1],
    [21, 115.2, 30.2],
  ],
  ways: [
    { id: 7, refs: [1, 2], tags: { highway: "primary", name: "中山路 & <一>", oneway: "yes" } },
    { id: 8, refs: [1, 2, 3], tags: { highway: "residential", oneway: "-1" } },
    { id: 9, refs: [3, 10], tags: { highway: "trunk_link" } },
    { id: 11, refs: [1, 3, 1], tags: { highway: "tertiary", junction: "roundabout" } },
    { id: 12, refs: [2, 4_500_000_000], tags: { highway: "steps" } },
    { id: 13, refs: [1, 2, 3, 1], tags: { highway: "pedestrian", area: "yes" } },
    { id: 14, refs: [1, 2, 3, 1], tags: { building: "yes" } },
    { id: 15, refs: [20, 21], tags: { highway: "primary" } },
    { id: 16, refs: [1, 2, 99, 3, 4_500_000_000], tags: { highway: "secondary" } },
    { id: 17, refs: [1, 98], tags: { highway: "secondary", "name:zh": "断路" } },
  ],
};

const formats = {
  "map.osm": () => osmXml(piece),
  "ways-first.xml": () => osmXml(piece, true),
  "map.osm.gz": () => gzipSync(osmXml(piece)),
  "map.osm.pbf": () => osmPbf(piece),
  "unpacked.bin": () => osmPbf(piece, { packing: 1 }),
  "pbf-called.geojson": () => osmPbf(piece),
};

describe.each(Object.entries(formats))("%s", (name, content) => {
  test("roads with their nodes in place, the rest left out and said", async () => {
    const path = await scratch.file(name, content());
    const { records, notes, isWgs84, idField } = await readRoadRecords(path, CITY);
    expect([isWgs84, idField]).toEqual([true, "id"]);
    const told = records.map(({ fields, geometry }) => ({ ...fields, geometry }));
    const line = (coordinates: number[][]) => ({ type: "LineString", coordinates });
    const [a, b, c, d] = [
      [114.31, 30.51],
      [114.32, 30.52],
      [114.33, 30.53],
      [114.36, 30.56],
    ];
    expect(told).toEqual([
      {
        id: "7",
        highway: "primary",
        name: "中山路 & <一>",
        oneway: true,
        geometry: line([a!, b!]),
      },
      { id: "8", highway: "residential", name: null, oneway: true, geometry: line([c!, b!, a!]) },
      {
        id: "9",
        highway: "trunk_link",
        name: null,
        oneway: false,
        geometry: line([c!, [114.48, 30.53]]),
      },
      { id: "11", highway: "tertiary", name: null, oneway: true, geometry: line([a!, c!, a!]) },
      {
        id: "16",
        highway: "secondary",
        name: null,
        oneway: false,
        geometry: {
          type: "MultiLineString",
          coordinates: [
            [a!, b!],
            [c!, d!],
          ],
        },
      },
    ]);
    expect(notes.map(({ file, ...note }) => note)).toEqual([
      { code: "road-cut", id: "16", value: "99", detail: "1" },
      { code: "road-cut", id: "17", value: "98", detail: "1", used: "nothing" },
      { code: "road-kind-left-out", value: "steps", count: 1 },
      { code: "road-kind-left-out", value: "pedestrian, area=yes", count: 1 },
      { code: "road-elsewhere", count: 1 },
    ]);
  });
});

test("positions in the ways themselves, as Overpass writes them, are taken", async () => {
  const path = await scratch.file(
    "geom.osm",
    `<osm version="0.6"><way id="5"><nd ref="1" lat="30.51" lon="114.31"/><nd ref="2" lat="30.52" lon="114.32"/><tag k="highway" v="primary"/></way><way id="6" action="delete"><nd ref="1"/><nd ref="2"/><tag k="highway" v="primary"/></way></osm>`,
  );
  const { records } = await readRoadRecords(path, CITY);
  expect(records.map(({ fields }) => fields.id)).toEqual(["5"]);
  expect(records[0]?.geometry).toEqual({
    type: "LineString",
    coordinates: [
      [114.31, 30.51],
      [114.32, 30.52],
    ],
  });
});

const lonely = { ...piece, ways: piece.ways.filter(({ id }) => id === 14) };
const far: OsmPiece = { nodes: piece.nodes.slice(5), ways: piece.ways.slice(7, 8) };
const cutPbf = osmPbf(piece).subarray(0, -5);
const brokenPbf = Buffer.from(osmPbf(piece));
brokenPbf.fill(0xff, brokenPbf.length - 30);

test.each([
  ["cut.osm", osmXml(piece).slice(0, 700), "truncated", /<(?:way|node) id="\d+"> @ \d+:\d+/],
  ["cut.osm.pbf", cutPbf, "truncated", /block 3 @ \d+/],
  ["broken.osm.pbf", brokenPbf, "damaged", /block 3 @ \d+/],
  ["zstd.osm.pbf", osmPbf(piece, { packing: 7 }), "compression", /block 2/],
  ["history.osm.pbf", osmPbf(piece, { features: ["HistoricalInformation"] }), "history", /block 1/],
  [
    "huge.osm.pbf",
    Buffer.concat([osmPbf(piece), Buffer.from("ffffffff0a", "hex")]),
    "damaged",
    /block 4/,
  ],
  [
    "unclosed.osm",
    `<osm><node id="3" lat="1" lon="1"></way></osm>`,
    "not-well-formed",
    /<node id="3">/,
  ],
  [
    "entity.osm",
    `<!DOCTYPE osm [<!ENTITY a "b">]><osm><way id="1">&a;</way></osm>`,
    "not-well-formed",
    /way/,
  ],
  ["change.osc", `<?xml version="1.0"?><osmChange version="0.6"/>`, "other-root", /^$/],
  [
    "stopped.osm",
    `<osm><node id="1" lat="30.5" lon="114.3"/><remark>runtime error: Query timed out</remark></osm>`,
    "unfinished",
    /remark/,
  ],
  ["houses.osm", osmXml(lonely), "no-road", /^$/],
  ["houses.osm.pbf", osmPbf(lonely), "no-road", /^$/],
  ["far.osm", osmXml(far), "elsewhere", /^$/],
] as const)(
  "%s is refused, naming the place and what to do",
  async (name, content, problem, at) => {
    const path = await scratch.file(name, content);
    const reading = readRoadRecords(path, CITY);
    const refusal = (await refusalOf(reading)) as { problem: string; at: string };
    expect(refusal).toMatchObject({ reason: "bad-extract", file: name, problem });
    expect(refusal.at).toMatch(at);
    const error = await reading.catch((thrown: unknown) => thrown);
    for (const catalogue of Object.values(catalogues)) {
      expect(describeRefusal(error as DomainError, catalogue)).toContain(name);
    }
  },
);

test("a file cut short at any byte is refused or says what is missing, and never crashes", async () => {
  for (const [name, whole] of [
    ["any.osm", Buffer.from(osmXml(piece))],
    ["any.osm.pbf", osmPbf(piece)],
  ] as const) {
    const all = (await readRoadRecords(await scratch.file(name, whole), CITY)).records.length;
    for (let end = 30; end < whole.length - 2; end += 7) {
      const path = await scratch.file(name, whole.subarray(0, end));
      try {
        const { records } = await readRoadRecords(path, CITY);
        expect(records.length, `${name} ${end}`).toBe(all);
      } catch (error) {
        expect(error, `${name} ${end}`).toBeInstanceOf(DomainError);
      }
    }
  }
});

test("the contents decide, and other files are told what they are", async () => {
  const kml = await scratch.file("roads.osm", `<?xml version="1.0"?><kml/>`);
  expect(await refusalOf(readRoadRecords(kml, CITY))).toMatchObject({ seems: "xml" });
  const csv = await scratch.file("roads.pbf", "id,name\n1,a\n");
  expect((await readRoadRecords(csv, CITY)).records[0]?.geometry).toBeUndefined();
});
