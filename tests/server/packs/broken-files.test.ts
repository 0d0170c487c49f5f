import { describe, expect, test } from "vitest";
import { readPack } from "../../../server/packs/read-pack.ts";
import { type BrokenPack, collection, packFolder, soundPack, testBroken } from "./pack-folder.ts";

const cases: BrokenPack[] = [
  [
    "an empty list",
    { "green.geojson": collection() },
    [{ file: "green.geojson", code: "file-empty" }],
  ],
  [
    "a bare feature",
    { "green.geojson": soundPack["green.geojson"].features[0] },
    [{ file: "green.geojson", code: "not-a-collection", value: "Feature" }],
  ],
  [
    "a bare geometry",
    { "green.geojson": soundPack["green.geojson"].features[0]?.geometry },
    [{ file: "green.geojson", code: "not-a-collection", value: "Polygon" }],
  ],
  [
    "an array",
    { "rivers.geojson": soundPack["rivers.geojson"].features },
    [{ file: "rivers.geojson", code: "not-a-collection", value: "array" }],
  ],
  [
    "lines of features",
    {
      "green.geojson": soundPack["zones.geojson"].features
        .map((each) => JSON.stringify(each))
        .join("\n"),
    },
    [{ file: "green.geojson", code: "file-seems-other", detail: "geojsonl" }],
  ],
  [
    "a picture",
    { "green.geojson": Buffer.from("89504e470d0a1a0a0000", "hex") },
    [{ file: "green.geojson", code: "file-seems-other", detail: "image" }],
  ],
  [
    "another datum in an old crs member",
    {
      "green.geojson": {
        ...soundPack["green.geojson"],
        crs: { type: "name", properties: { name: "EPSG:3857" } },
      },
    },
    [{ file: "green.geojson", code: "crs-disagrees", value: "EPSG:3857", detail: "wgs84" }],
  ],
  [
    "the same datum in an old crs member",
    {
      "green.geojson": {
        ...soundPack["green.geojson"],
        crs: { type: "name", properties: { name: "urn:ogc:def:crs:OGC:1.3:CRS84" } },
      },
    },
    [],
  ],
  [
    "NaN among the numbers",
    { "places.geojson": JSON.stringify(soundPack["places.geojson"]).replace("114.305", "NaN") },
    [
      { file: "places.geojson", code: "not-a-number", count: 1 },
      {
        file: "places.geojson",
        row: 1,
        id: "P1",
        code: "coordinate-out-of-range",
        value: "null,30.605",
      },
    ],
  ],
  [
    "a comma too many",
    { "places.geojson": '{"type":"FeatureCollection",\n"features":[,]}' },
    [{ file: "places.geojson", code: "file-not-json", detail: "2:13" }],
  ],
  [
    "a byte order mark",
    { "places.geojson": `\ufeff${JSON.stringify(soundPack["places.geojson"])}` },
    [],
  ],
  [
    "names in GBK",
    { "units.csv": gbkUnits() },
    [{ file: "units.csv", code: "encoding-guessed", detail: "GB18030" }],
  ],
];

describe("files", () => testBroken(cases));

test("GBK names come out as they were meant", async () => {
  const { value } = await readPack(packFolder({ ...soundPack, "units.csv": gbkUnits() }));
  expect(value.units[0]?.name).toBe("总指挥部");
});

function gbkUnits(): Buffer {
  const head = Buffer.from("id,name,kind,parentId\nU1,");
  const name = Buffer.from("d7dcd6b8bbd3b2bf", "hex");
  return Buffer.concat([head, name, Buffer.from(",headquarters,\nU2,x,body,U1\n")]);
}
