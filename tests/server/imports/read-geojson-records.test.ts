import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FeatureScanner } from "../../../server/imports/features/feature-scanner.ts";
import { openRecords } from "../../../server/imports/open-records.ts";
import { refusalOf } from "../../support/foreign-file.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const scratch = scratchFolder();

async function recordsOf(content: string | Uint8Array, name = "f.geojson") {
  const source = await openRecords(await scratch.file(name, content), { wanted: new Set(["id"]) });
  const records = [];
  const notes = [...source.notes];
  for await (const batch of source.batches) {
    records.push(...batch.records);
    notes.push(...batch.notes);
  }
  return { records, notes };
}

const feature = (id: unknown, properties: object = {}) => ({
  type: "Feature",
  properties: { id, ...properties },
  geometry: { type: "Point", coordinates: [114.3, 30.6] },
});
const FEATURES = [
  feature("a", { text: 'brace } bracket ] quote " backslash \\ 汉字' }),
  feature("b", { nested: { features: [{ x: 1 }] } }),
  { ...feature("c"), geometry: null },
];
const IDS = ["a", "b", "c"];
const collection = (features: readonly unknown[], extra = {}) => ({
  type: "FeatureCollection",
  name: "features",
  crs: { type: "name", properties: { name: "CRS84" } },
  features,
  ...extra,
});

describe("the same features from every way of writing them", () => {
  const lines = FEATURES.map((one) => JSON.stringify(one));
  test.each([
    ["a collection", "f.geojson", JSON.stringify(collection(FEATURES))],
    [
      "a collection, indented",
      "f.json",
      JSON.stringify(collection(FEATURES, { after: [1, { a: 2 }] }), null, 2),
    ],
    [
      "a collection whose type comes last",
      "f.json",
      `{"features":[${lines.join()}],"type":"FeatureCollection"}`,
    ],
    ["newline-delimited", "f.geojsonl", lines.join("\n")],
    [
      "newline-delimited with \\r\\n, blank lines and another name",
      "f.txt",
      `\ufeff${lines.join("\r\n\r\n")}\r\n`,
    ],
    [
      "an RFC 8142 sequence",
      "f.geojsons",
      FEATURES.map((one) => `\u001e${JSON.stringify(one, null, 1)}\n`).join(""),
    ],
    ["a bare list", "f.json", JSON.stringify(FEATURES, null, 1)],
    [
      "objects one after the other",
      "f.json",
      FEATURES.map((one) => JSON.stringify(one, null, 1)).join("\n"),
    ],
  ])("%s", async (_, name, text) => {
    for (const content of [text, gzipSync(text)]) {
      const { records, notes } = await recordsOf(content, name);
      expect(notes).toEqual([]);
      expect(records.map(({ fields }) => fields.id)).toEqual(IDS);
      expect(records[0]).toMatchObject({
        fields: FEATURES[0]!.properties,
        geometry: { type: "Point", coordinates: [114.3, 30.6] },
      });
      expect(records[1]?.fields).toMatchObject({ nested: '{"features":[{"x":1}]}' });
      expect(records[2]?.geometry).toBeNull();
    }
  });
});

test("features are numbered by their place in the list, lines by their line", async () => {
  const list = await recordsOf(JSON.stringify(collection(FEATURES)));
  expect(list.records.map(({ row }) => row)).toEqual([1, 2, 3]);
  const lines = await recordsOf(
    `${JSON.stringify(feature("a"))}\n\n${JSON.stringify(feature("b"))}`,
    "f.geojsonl",
  );
  expect(lines.records.map(({ row }) => row)).toEqual([1, 3]);
});

test("a feature's own id stands in where its properties have none", async () => {
  const { records } = await recordsOf(
    JSON.stringify({ type: "Feature", id: 7, properties: null, geometry: null }),
  );
  expect(records).toEqual([{ row: 1, fields: { id: 7 }, geometry: null }]);
});

test("Python's NaN is read as nothing", async () => {
  const text = JSON.stringify(collection([feature("NaN")])).replace("114.3", "NaN");
  const { records } = await recordsOf(text);
  expect(records[0]).toMatchObject({
    fields: { id: "NaN" },
    geometry: { coordinates: [null, 30.6] },
  });
});

test("a bad line or feature costs only itself", async () => {
  const good = (id: string) => JSON.stringify(feature(id));
  const lines = await recordsOf(
    `${good("a")}\n{"type":"Feature",}\n${good("b")}\n{"type":"Feat`,
    "f.geojsonl",
  );
  expect(lines.records.map(({ fields }) => fields.id)).toEqual(["a", "b"]);
  expect(lines.notes.map(({ code, row }) => [code, row])).toEqual([
    ["row-unreadable", 2],
    ["row-unreadable", 4],
  ]);
  const list = await recordsOf(
    `{"type":"FeatureCollection","features":[${good("a")},{"type":oops},${good("b")}]}`,
  );
  expect(list.records.map(({ fields }) => fields.id)).toEqual(["a", "b"]);
  expect(list.notes).toMatchObject([{ code: "row-unreadable", row: 2 }]);
});

test.each([
  ["truncated", JSON.stringify(collection(FEATURES)).slice(0, -70)],
  ["not-a-feature-list", '{"error":"no such layer"}'],
  ["not-a-feature-list", '{"type":"FeatureCollection","features":null}'],
  ["topojson", '{"arcs":[],"type":"Topology"}'.padStart(5000)],
])("%s is refused", async (seems, text) => {
  expect(await refusalOf(recordsOf(text))).toMatchObject({ reason: "unreadable-file", seems });
});

test("a text that ends after the brace of a feature says so and keeps what came before", async () => {
  const text = `{"type":"FeatureCollection","features":[${JSON.stringify(feature("a"))},{"type":"Feature","properties":{}`;
  const { records, notes } = await recordsOf(text);
  expect(records).toHaveLength(1);
  expect(notes).toMatchObject([{ code: "row-unreadable", row: 2 }]);
});

test("the scanner cuts any collection into its features, however it comes in pieces", () => {
  const value = fc.jsonValue({ maxDepth: 3 });
  fc.assert(
    fc.property(
      fc.array(fc.record({ type: fc.constant("Feature"), properties: value }), { maxLength: 5 }),
      fc.dictionary(
        fc.string().filter((key) => key !== "features"),
        value,
        { maxKeys: 3 },
      ),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom(undefined, 1),
      (features, before, size, indent) => {
        const bytes = Buffer.from(JSON.stringify({ ...before, features }, null, indent));
        const scanner = new FeatureScanner();
        const found: unknown[] = [];
        for (let i = 0; i < bytes.length; i += size) {
          for (const text of scanner.push(bytes.subarray(i, i + size)))
            found.push(JSON.parse(text.toString()));
        }
        expect(found).toEqual(JSON.parse(JSON.stringify(features)));
        expect(scanner.unfinished()).toBeNull();
      },
    ),
    { numRuns: 300 },
  );
});
