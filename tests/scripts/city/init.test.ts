import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Feature, FeatureCollection } from "geojson";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { PackManifest } from "../../../domain/city-pack.ts";
import type { DomainError } from "../../../domain/errors.ts";
import { ZoneProperties } from "../../../domain/grid-zone.ts";
import { RoadProperties } from "../../../domain/road-section.ts";
import { toWgs84 } from "../../../domain/spatial/datum.ts";
import { describeRefusal } from "../../../domain/text/describe-refusal.ts";
import { zhCn } from "../../../domain/text/zh-cn.ts";
import { verb } from "../../../scripts/city/init.ts";
import { publicData, refusalOf } from "../../support/foreign-file.ts";
import { osmPbf } from "../../support/osm-writer.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const scratch = scratchFolder();
let printed: string[] = [];

beforeEach(() => {
  printed = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void printed.push(line));
});
afterEach(() => vi.restoreAllMocks());

type Printed = { zoneCount: number; roadCount: number; notes: { code: string; count: number }[] };

/** Runs the verb with `--json` and answers what it printed and wrote. */
async function init(name: string, ...args: string[]) {
  const folder = join(await scratch.folder(), name);
  expect(await verb.run([folder, "--json", ...args])).toBe(0);
  const json = async (file: string) => JSON.parse(await readFile(join(folder, file), "utf8"));
  const files = await readdir(folder);
  const features = async (file: string) =>
    files.includes(file) ? ((await json(file)) as FeatureCollection).features : [];
  const about = JSON.parse(printed.at(-1)!) as Printed;
  return {
    folder,
    files,
    zones: await features("zones.geojson"),
    roads: await features("roads.geojson"),
    manifest: await json("pack.json"),
    about,
    count: (code: string) => about.notes.find((note) => note.code === code)?.count ?? 0,
  };
}

const square = (west: number, south: number, size = 0.1) => ({
  type: "Polygon",
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
});
const zone = (properties: object, geometry: object = square(114.3, 30.5)) => ({
  type: "Feature",
  properties,
  geometry,
});
const line = (
  properties: object,
  coordinates = [
    [114.3, 30.5],
    [114.4, 30.6],
  ],
) => ({
  type: "Feature",
  properties,
  geometry: { type: "LineString", coordinates },
});
const collection = (...features: object[]) =>
  JSON.stringify({ type: "FeatureCollection", features });
const propertiesOf = (features: readonly Feature[]) => features.map(({ properties }) => properties);

describe("zones", () => {
  test("names and ids are guessed, said, and every feature is one that a pack's reader takes", async () => {
    const file = await scratch.file(
      "zones.geojson",
      collection(
        zone({ OBJECTID: 1, 社区名称: "长江社区", 街道名称: "中山街道", 社区代码: "4201" }),
        zone({ OBJECTID: 2, 社区名称: "黄河社区", 街道名称: "中山街道", 社区代码: "4202" }),
      ),
    );
    const { zones, manifest, count } = await init("wuhan", "--zones", file, "--level", "community");
    expect(propertiesOf(zones)).toEqual([
      { id: "4201", name: "长江社区", level: "community" },
      { id: "4202", name: "黄河社区", level: "community" },
    ]);
    for (const properties of propertiesOf(zones)) ZoneProperties.parse(properties);
    expect(count("field-guessed")).toBe(2);
    expect(PackManifest.parse(manifest)).toMatchObject({
      id: "wuhan",
      name: "wuhan",
      timezone: "Asia/Shanghai",
      bounds: [114.29, 30.49, 114.41, 30.61],
      settings: { recurrence: { planeOrigin: [114.35, 30.55] } },
    });
    expect(manifest).not.toHaveProperty("categories");
  });

  test("fields that are named are believed, and refused when they are not there", async () => {
    const file = await scratch.file(
      "named.geojson",
      collection(
        zone({ a: "东", b: "k1", kind: "片区", up: null }),
        zone({ a: "东一", b: "k2", kind: "社区", up: "k1" }),
        zone({ a: "东二", b: "k3", kind: "单元网格", up: "nowhere" }),
      ),
    );
    const fields = [
      "--name-field",
      "a",
      "--id-field",
      "b",
      "--level-field",
      "kind",
      "--parent-field",
      "up",
    ];
    const { zones, count } = await init("named", "--zones", file, ...fields);
    expect(propertiesOf(zones)).toEqual([
      { id: "k1", name: "东", level: "zone" },
      { id: "k2", name: "东一", level: "community", parentId: "k1" },
      { id: "k3", name: "东二", level: "cell" },
    ]);
    expect(count("reference-dropped")).toBe(1);
    const wrong = init("wrong", "--zones", file, "--name-field", "标题");
    expect(await refusalOf(wrong)).toMatchObject({ reason: "column-missing", column: "标题" });
  });

  test("ids are made where there are none and told apart where they repeat", async () => {
    const none = await scratch.file(
      "no-ids.geojson",
      collection(zone({ name: "甲" }), zone({ name: "乙" })),
    );
    const made = await init("made", "--zones", none);
    expect(propertiesOf(made.zones).map((p) => p?.id)).toEqual(["Z01", "Z02"]);
    const twice = await scratch.file(
      "twice.geojson",
      collection(zone({ id: "1" }), zone({ id: "1" })),
    );
    const apart = await init("apart", "--zones", twice, "--id-field", "id");
    expect(propertiesOf(apart.zones).map((p) => p?.id)).toEqual(["1", "1-2"]);
    expect(apart.count("missing-field")).toBe(2);
  });

  test("invalid polygons are kept and said, what is no polygon is left out and said", async () => {
    const bowtie = {
      type: "Polygon",
      coordinates: [
        [
          [114, 30],
          [114.1, 30.1],
          [114.1, 30],
          [114, 30.1],
          [114, 30],
        ],
      ],
    };
    const file = await scratch.file(
      "odd.geojson",
      collection(
        zone({ name: "a" }, bowtie),
        zone({ name: "b" }, { type: "Point", coordinates: [114, 30] }),
        zone({ name: "c" }, { type: "Polygon", coordinates: [] }),
      ),
    );
    const { zones, count } = await init("odd", "--zones", file);
    expect(propertiesOf(zones).map((p) => p?.name)).toEqual(["a"]);
    expect([
      count("self-intersection"),
      count("geometry-wrong-type"),
      count("geometry-missing"),
    ]).toEqual([1, 1, 1]);
    const points = await scratch.file("points.geojson", collection(line({ name: "x" })));
    expect(await refusalOf(init("none", "--zones", points))).toMatchObject({
      seems: "no-usable-zone",
    });
  });

  test("another datum is converted", async () => {
    const file = await scratch.file("gcj.geojson", collection(zone({ name: "a" })));
    const { zones, manifest } = await init("gcj", "--zones", file, "--crs", "gcj02");
    const [lng] = toWgs84(114.3, 30.5, "gcj02");
    expect(manifest.crs).toBe("wgs84");
    expect((zones[0]!.geometry as GeoJSON.Polygon).coordinates[0]![0]![0]).toBeCloseTo(lng, 6);
  });
});

describe("roads", () => {
  test("classes come from the file's own words, else from OSM's", async () => {
    const zones = await scratch.file("z.geojson", collection(zone({ name: "a" })));
    const roads = [
      line({ osm_id: 1, highway: "primary", name: "中山路", oneway: "yes" }),
      line({ osm_id: 2, highway: ["residential", "service"] }),
      line({ osm_id: 3, fclass: "motorway_link" }),
      line({ osm_id: 4, 道路等级: "次干道", 道路名称: "解放路" }),
      line({ osm_id: 5 }),
      line({ osm_id: 6, highway: "primary" }, [
        [30.5, 114.3],
        [30.6, 114.4],
      ]),
    ];
    const file = await scratch.file(
      "r.geojsonl.gz",
      gzipSync(roads.map((one) => JSON.stringify(one)).join("\n")),
    );
    const pack = await init("roads", "--zones", zones, "--roads", file);
    expect(propertiesOf(pack.roads)).toEqual([
      { id: "1", name: "中山路", highway: "primary", class: "arterial", oneway: true },
      { id: "2", highway: "residential", class: "branch" },
      { id: "3", highway: "motorway_link", class: "none" },
      { id: "4", name: "解放路", class: "secondary" },
      { id: "5", class: "none" },
    ]);
    for (const properties of propertiesOf(pack.roads)) RoadProperties.parse(properties);
    expect([pack.count("class-unknown"), pack.count("swapped-axes")]).toEqual([1, 1]);
  });
});

describe("roads of OpenStreetMap", () => {
  test("an extract becomes sections that a pack's reader takes, in WGS 84 whatever the zones are in", async () => {
    const zones = await scratch.file("osm-z.geojson", collection(zone({ name: "a" })));
    const file = await scratch.file(
      "extract.osm.pbf",
      osmPbf({
        nodes: [
          [1, 114.31, 30.51],
          [2, 114.32, 30.52],
        ],
        ways: [
          { id: 7, refs: [1, 2], tags: { highway: "primary", name: "中山路", oneway: "yes" } },
          { id: 8, refs: [1, 2], tags: { highway: "motorway" } },
        ],
      }),
    );
    const args = ["--zones", zones, "--roads", file, "--crs", "gcj02"];
    const { roads, count } = await init("osm", ...args);
    expect(propertiesOf(roads)).toEqual([
      { id: "7", name: "中山路", highway: "primary", class: "arterial", oneway: true },
      { id: "8", highway: "motorway", class: "none", oneway: true },
    ]);
    for (const properties of propertiesOf(roads)) RoadProperties.parse(properties);
    expect(roads[0]?.geometry).toMatchObject({
      coordinates: [
        [114.31, 30.51],
        [114.32, 30.52],
      ],
    });
    expect(count("field-guessed")).toBe(1);
  });

  test("a bad extract is refused in words that say where and what to do", async () => {
    const zones = await scratch.file("bad-z.geojson", collection(zone({ name: "a" })));
    const file = await scratch.file("cut.osm", `<osm><way id="12"><nd ref="1"/>`);
    const run = init("cut", "--zones", zones, "--roads", file);
    expect(await refusalOf(run)).toMatchObject({ problem: "truncated" });
    const error = await run.catch((thrown: unknown) => thrown as DomainError);
    expect(describeRefusal(error as DomainError, zhCn)).toMatch(/cut\.osm.*way id="12".*重新下载/);
  });
});

describe("the folder", () => {
  test("one that is there already is never touched, an empty one is filled", async () => {
    const file = await scratch.file("a.geojson", collection(zone({ name: "a" })));
    const { folder, files } = await init("once", "--zones", file);
    expect(files.toSorted()).toEqual(["pack.json", "zones.geojson"]);
    const before = await readFile(join(folder, "pack.json"), "utf8");
    expect(await refusalOf(verb.run([folder, "--zones", file]))).toMatchObject({ reason: "usage" });
    expect(await readFile(join(folder, "pack.json"), "utf8")).toBe(before);
    const empty = await scratch.folder();
    expect(await verb.run([empty, "--zones", file, "--id", "empty"])).toBe(0);
    expect(await readdir(empty)).toHaveLength(2);
  });

  test("a failed start leaves nothing behind", async () => {
    const parent = await scratch.folder();
    const zones = await scratch.file("z2.geojson", collection(zone({ name: "a" })));
    const bad = await scratch.file("bad.geojson", "<html>");
    const run = verb.run([join(parent, "x"), "--zones", zones, "--roads", bad]);
    expect(await refusalOf(run)).toMatchObject({ seems: "html" });
    const wrongZone = verb.run([join(parent, "y"), "--zones", zones, "--timezone", "Asia/Wuhan"]);
    expect(await refusalOf(wrongZone)).toMatchObject({ reason: "usage" });
    expect(await readdir(parent)).toEqual([]);
  });

  test("what cannot be guessed is asked for: an id of Latin letters, a time zone abroad", async () => {
    const here = await scratch.file("here.geojson", collection(zone({ name: "a" })));
    const abroad = await scratch.file(
      "abroad.geojson",
      collection(zone({ name: "a" }, square(-71, 42))),
    );
    expect(await refusalOf(init("武汉", "--zones", here))).toMatchObject({
      problem: expect.stringContaining("--id"),
    });
    expect(
      (await init("武汉", "--zones", here, "--id", "wh", "--name", "武汉")).manifest,
    ).toMatchObject({ id: "wh", name: "武汉" });
    expect(await refusalOf(init("b", "--zones", abroad))).toMatchObject({
      problem: expect.stringContaining("--timezone"),
    });
    expect(
      (await init("b", "--zones", abroad, "--timezone", "America/New_York")).manifest.timezone,
    ).toBe("America/New_York");
  });

  test.each([
    [["--crs", "utm"], "--crs"],
    [["--level", "street"], "--level"],
    [["--lang", "fr"], "--lang"],
  ])("%s is refused", async (args, problem) => {
    const file = await scratch.file("arg.geojson", collection(zone({ name: "a" })));
    expect(await refusalOf(init("arg", "--zones", file, ...args))).toMatchObject({
      problem: expect.stringContaining(problem),
    });
  });

  test("without --json it says in Chinese or English what it made and guessed", async () => {
    const file = await scratch.file("said.geojson", collection(zone({ name: "a" })));
    await verb.run([join(await scratch.folder(), "said"), "--zones", file]);
    expect(printed.join("\n")).toMatch(/已建立城市数据包 .*1 个网格[\s\S]*字段为推断/);
    printed = [];
    await verb.run([join(await scratch.folder(), "said"), "--zones", file, "--lang", "en"]);
    expect(printed.join("\n")).toMatch(/City pack .* started: 1 zones[\s\S]*Field guessed/);
  });
});

describe("public data", () => {
  test("Boston's 26 neighbourhoods, four of them invalid", async ({ skip }) => {
    const file = publicData("boston-neighbourhoods.geojson");
    if (file === null) return skip("shared/data/boston-neighbourhoods.geojson is not there");
    const { zones, count } = await init(
      "boston",
      "--zones",
      file,
      "--timezone",
      "America/New_York",
    );
    expect(zones).toHaveLength(26);
    expect(propertiesOf(zones).map((p) => p?.name)).toContain("Roslindale");
    expect(count("self-intersection")).toBe(4);
  });

  test("Wuhan's 92,667 road lines", { timeout: 60_000 }, async ({ skip }) => {
    const file = publicData("wuhan-roads.geojsonl.gz");
    if (file === null) return skip("shared/data/wuhan-roads.geojsonl.gz is not there");
    const zones = await scratch.file(
      "wuhan.geojson",
      collection(zone({ name: "武汉" }, square(113.7, 29.97, 1.4))),
    );
    const { about, roads } = await init("wuhan", "--zones", zones, "--roads", file);
    expect(about.roadCount).toBe(92_667);
    expect(roads[0]?.properties).toEqual({ id: "R00001", highway: "trunk", class: "arterial" });
  });

  test("Futian's streets become sections with their names", async ({ skip }) => {
    const file = publicData("shenzhen-futian-roads.graphml.gz");
    if (file === null) return skip("shared/data/shenzhen-futian-roads.graphml.gz is not there");
    const zones = await scratch.file(
      "futian.geojson",
      collection(zone({ name: "福田" }, square(113.99, 22.5))),
    );
    const { about, roads, count } = await init("futian", "--zones", zones, "--roads", file);
    expect([about.roadCount, count("two-way-once")]).toEqual([2595, 1414]);
    for (const properties of propertiesOf(roads)) RoadProperties.parse(properties);
    const names = new Set(propertiesOf(roads).flatMap((p) => (p?.name as string) ?? []));
    for (const name of ["深南大道", "滨河大道"]) expect(names).toContain(name);
  });
});
