import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readRoadRecords } from "../../../server/imports/new-pack/road-records.ts";
import { pythonList } from "../../../server/imports/osm/python-list.ts";
import { wktLine } from "../../../server/imports/osm/wkt-line.ts";
import { publicData, refusalOf } from "../../support/foreign-file.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const scratch = scratchFolder();
const ANYWHERE = [-180, -90, 180, 90] as const;

type Edge = {
  from: number;
  to: number;
  key?: number;
  [field: string]: string | number | undefined;
};

/** As OSMnx writes it: names of values stand in keys of their own. */
function graphml(
  edges: readonly Edge[],
  { crs = "epsg:4326", kind = "directed", nodes = [1, 2, 3, 4] } = {},
): string {
  const fields = ["highway", "name", "oneway", "geometry", "length"];
  const keys = fields.map((name, i) => `<key id="d${i}" for="edge" attr.name="${name}"/>`);
  const nodeText = nodes.map(
    (n) =>
      `<node id="${n}"><data key="y">${30 + n / 100}</data><data key="x">${114 + n / 100}</data></node>`,
  );
  const edgeText = edges.map(({ from, to, key = 0, ...data }) => {
    const own = Object.entries(data).map(
      ([name, value]) =>
        `<data key="d${fields.indexOf(name)}">${String(value).replaceAll("<", "&lt;")}</data>`,
    );
    return `<edge source="${from}" target="${to}" id="${key}">${own.join("")}</edge>`;
  });
  return `<?xml version='1.0' encoding='utf-8'?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="x" for="node" attr.name="x"/><key id="y" for="node" attr.name="y"/><key id="c" for="graph" attr.name="crs"/>${keys.join("")}
<graph edgedefault="${kind}"><data key="c">${crs}</data>${nodeText.join("\n")}${edgeText.join("\n")}</graph></graphml>`;
}

const bend = "LINESTRING (114.01 30.01, 114.015 30.02, 114.02 30.02)";
const back = "LINESTRING (114.02 30.02, 114.015 30.02, 114.01 30.01)";
const read = async (name: string, content: string | Buffer) =>
  readRoadRecords(await scratch.file(name, content), ANYWHERE);

test("lines come from geometry or nodes, two-way streets once, lists by their first", async () => {
  const text = graphml([
    {
      from: 1,
      to: 2,
      highway: "primary",
      name: "['中山路', '解放路']",
      oneway: "False",
      geometry: bend,
    },
    { from: 2, to: 1, highway: "primary", name: "中山路", oneway: "False", geometry: back },
    { from: 2, to: 3, highway: "['residential', 'service']", oneway: "True" },
    { from: 3, to: 2, highway: "residential", oneway: "True" },
    // A second street between the same two places is no return.
    { from: 2, to: 1, key: 1, highway: "tertiary", oneway: "False" },
    { from: 1, to: 9, highway: "tertiary", oneway: "False" },
  ]);
  const { records, notes, idField } = await read("g.graphml.gz", gzipSync(text));
  expect(idField).toBe("id");
  expect(records.map(({ fields }) => fields)).toEqual([
    { id: "1-2", name: "中山路", highway: "primary", oneway: false },
    { id: "2-3", name: null, highway: "residential", oneway: true },
    { id: "3-2", name: null, highway: "residential", oneway: true },
    { id: "2-1-1", name: null, highway: "tertiary", oneway: false },
  ]);
  expect(
    records.map(({ geometry }) => (geometry as GeoJSON.LineString).coordinates.length),
  ).toEqual([3, 2, 2, 2]);
  expect(records[1]?.geometry).toMatchObject({
    coordinates: [
      [114.02, 30.02],
      [114.03, 30.03],
    ],
  });
  expect(notes.map(({ file, ...note }) => note)).toEqual([
    { code: "road-cut", row: 6, id: "1-9", value: "9", detail: "1", used: "nothing" },
    { code: "two-way-once", count: 1 },
    {
      code: "list-shortened",
      row: 1,
      id: "1-2",
      field: "name",
      value: "中山路, 解放路",
      used: "中山路",
    },
    {
      code: "list-shortened",
      row: 2,
      id: "2-3",
      field: "highway",
      value: "residential, service",
      used: "residential",
    },
  ]);
});

test("an undirected graph keeps every edge", async () => {
  const edges = [
    { from: 1, to: 2, highway: "primary" },
    { from: 2, to: 1, highway: "primary" },
  ];
  expect((await read("u.graphml", graphml(edges, { kind: "undirected" }))).records).toHaveLength(2);
  expect((await read("d.graphml", graphml(edges))).records).toHaveLength(1);
});

test.each([
  ["projected.graphml", graphml([{ from: 1, to: 2 }], { crs: "epsg:32650" }), "projected"],
  ["none.graphml", graphml([]), "no-road"],
  ["cut.graphml", graphml([{ from: 1, to: 2 }]).slice(0, -20), "truncated"],
])("%s is refused", async (name, content, problem) => {
  expect(await refusalOf(read(name, content))).toMatchObject({
    reason: "bad-extract",
    file: name,
    problem,
  });
});

describe("texts in the values", () => {
  test.each([
    ["['a', 'b']", ["a", "b"]],
    [`["King's Road", '甲\\'乙']`, ["King's Road", "甲'乙"]],
    ["[123, 456]", ["123", "456"]],
    ["['一']", ["一"]],
    ["中山路", null],
    ["[]", null],
    ["['a' 'b']", null],
  ])("list %s", (text, members) => expect(pythonList(text)).toEqual(members));

  test.each([
    [
      "LINESTRING (1 2, 3 4)",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      "LINESTRING Z (1 2 9, 3 4 9)",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      "linestring(1 2,3 4)",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ["LINESTRING EMPTY", null],
    ["LINESTRING (1 2)", null],
    ["LINESTRING (1 x, 3 4)", null],
    ["POINT (1 2)", null],
  ])("line %s", (text, line) => expect(wktLine(text)).toEqual(line));
});

test("the streets of Futian: 4,009 edges, two-way ones once, 1,714 of them named", async ({
  skip,
}) => {
  const path = publicData("shenzhen-futian-roads.graphml.gz");
  if (path === null) return skip("shared/data/shenzhen-futian-roads.graphml.gz is not there");
  const { records, notes } = await readRoadRecords(path, ANYWHERE);
  const twice = notes.find(({ code }) => code === "two-way-once")?.count ?? 0;
  expect(records.length + twice).toBe(4009);
  expect(twice).toBe(1414);
  const named = records.filter(({ fields }) => fields.name !== null);
  expect(named.length).toBe(1306);
  // Every street that was dropped is there the other way round: with those it is all the named edges.
  const both = named.filter(({ fields }) => fields.oneway === false).length;
  expect(named.length + both).toBe(1714);
  expect(records.every(({ fields }) => typeof fields.highway === "string")).toBe(true);
});
