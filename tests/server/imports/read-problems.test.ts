import { readFile, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { CategoryCode } from "../../../domain/category.ts";
import { ProblemMapping } from "../../../domain/problem-mapping.ts";
import { addDefinitions, packCategories } from "../../../server/imports/pack-definitions.ts";
import { readAll, refusalOf, testManifest, testMapping } from "../../support/foreign-file.ts";
import { gb18030Bytes } from "../../support/gb18030.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import { type XlsxCell, xlsxBytes } from "../../support/xlsx-writer.ts";

const scratch = scratchFolder();

const HEADINGS = ["编号", "类别", "来源", "上报时间", "结案时间", "经度", "纬度", "问题描述"];
type Cells = readonly (string | number | null)[];
const ROWS: readonly Cells[] = [
  ["A1", "E0102", "热线", "2026-03-01 08:30:00", "2026-03-02 09:00:00", 114.3, 30.6, "垃圾，成堆"],
  ["A2", "暴露垃圾", "12345", "2026-03-01 00:00:00", null, 114.4, 30.7, '他说"快点"'],
  ["A3", "P0102", "citizen", "2026-03-03 10:00:00", null, null, null, "没有位置\n两行"],
];
/** Days since 1899-12-30 of the same wall times. */
const serial = (text: string) => ({
  serial: Date.parse(`${text.replace(" ", "T")}Z`) / 86_400_000 + 25_569,
});

function csv(rows: readonly Cells[], separator = ","): string {
  return [HEADINGS, ...rows]
    .map((row) =>
      row.map((cell) => `"${String(cell ?? "").replaceAll('"', '""')}"`).join(separator),
    )
    .join("\r\n");
}

function features(rows: readonly Cells[]) {
  return rows.map((row) => ({
    type: "Feature",
    properties: Object.fromEntries(
      HEADINGS.map((name, i) => [name, row[i]]).filter(([name]) => !/度$/.test(String(name))),
    ),
    geometry: row[5] === null ? null : { type: "Point", coordinates: [row[5], row[6]] },
  }));
}

function workbook(rows: readonly Cells[], strings: "shared" | "inline", titles: XlsxCell[][] = []) {
  const cells = rows.map((row) =>
    row.map(
      (cell, i): XlsxCell =>
        (i === 3 || i === 4) && typeof cell === "string" ? serial(cell) : cell,
    ),
  );
  return xlsxBytes({ sheets: { 台账: [...titles, HEADINGS, ...cells] }, strings });
}

describe("every format, packed or not, gives the same problems", () => {
  const reference = async () => readAll(await scratch.file("reference.csv", csv(ROWS)));
  const writings: [string, Uint8Array | string][] = [
    ["utf-8.csv", csv(ROWS)],
    ["bom.csv", `\ufeff${csv(ROWS)}`],
    ["utf-16.csv", Buffer.from(`\ufeff${csv(ROWS, "\t")}`, "utf16le")],
    ["gbk.csv", gb18030Bytes(csv(ROWS))],
    ["semicolon.csv", csv(ROWS, ";")],
    ["sep.csv", `sep=;\r\n${csv(ROWS, ";")}`],
    ["titled.csv", `某市问题台账,,\r\n\r\n${csv(ROWS)}`],
    ["shared.xlsx", workbook(ROWS, "shared")],
    ["inline.xlsx", workbook(ROWS, "inline")],
    ["titled.xlsx", workbook(ROWS, "shared", [["某市问题台账"], [], ["制表", null, "日期"]])],
    ["list.geojson", JSON.stringify({ type: "FeatureCollection", features: features(ROWS) })],
    [
      "lines.geojsonl",
      features(ROWS)
        .map((one) => JSON.stringify(one))
        .join("\n"),
    ],
  ];

  test("which are the right ones", async () => {
    const { problems, totals } = await reference();
    expect(problems).toMatchObject([
      {
        id: "A1",
        category: "E0102",
        source: "hotline",
        position: [114.3, 30.6],
        reportedAt: Date.parse("2026-03-01T08:30:00+08:00"),
        closings: [{ closedAt: Date.parse("2026-03-02T09:00:00+08:00"), reopenedAt: null }],
        state: "closed",
        description: "垃圾，成堆",
      },
      {
        id: "A2",
        source: "hotline",
        category: "E0102",
        state: "reported",
        description: '他说"快点"',
      },
      { id: "A3", position: null, description: "没有位置\n两行" },
    ]);
    expect(totals).toEqual({
      readCount: 3,
      problemCount: 3,
      unplacedCount: 1,
      leftOutCount: 0,
    });
  });

  test.each(writings)("%s", async (name, content) => {
    for (const [file, bytes] of [
      [name, content],
      [`${name}.gz`, gzipSync(content)],
    ] as const) {
      const { problems, codes, totals } = await readAll(await scratch.file(file, bytes));
      const expected = await reference();
      expect(problems).toEqual(expected.problems);
      expect(codes.filter((code) => code !== "encoding-guessed")).toEqual(["no-position"]);
      expect(totals).toEqual(expected.totals);
    }
  });
});

describe("rows and what becomes of them", () => {
  test("every row that is left out has an error with its row, and the others are read", async () => {
    const rows: Cells[] = [
      ...ROWS,
      ["", "E0102", "热线", "2026-03-01", null, 114.3, 30.6, ""],
      ["B1", "X", "热线", "2026-03-01", null, 114.3, 30.6, ""],
      ["B2", "E0102", "热线", "then", null, 114.3, 30.6, ""],
      ["B3", "E0102", "热线", "2026-03-01", null, 0, 0, ""],
      ["B4", "E0102", "热线", "2026-03-01", null, 30.6, 114.3, ""],
    ];
    const { problems, notes, totals } = await readAll(await scratch.file("odd.csv", csv(rows)));
    expect(problems.map(({ id }) => id)).toEqual(["A1", "A2", "A3", "B3", "B4"]);
    expect(notes.map(({ code, row }) => `${code} ${row}`)).toEqual([
      "no-position 4",
      "missing-field 5",
      "unknown-category 6",
      "bad-field 7",
      "impossible-position 8",
      "axes-maybe-swapped 9",
    ]);
    expect(totals).toEqual({ readCount: 8, problemCount: 5, unplacedCount: 3, leftOutCount: 3 });
  });

  test("cells too many or too few are told, blank ones at the end are not", async () => {
    const text = `${HEADINGS.join()}\nA1,E0102,热线,2026-03-01,,114.3,30.6,a,b\nA2,E0102,热线,2026-03-01\nA3,E0102,热线,2026-03-01,,114.3,30.6,x,,,\n`;
    const { problems, notes } = await readAll(await scratch.file("ragged.csv", text));
    expect(problems).toHaveLength(3);
    expect(notes.map(({ code, row, value }) => [code, row, value])).toEqual([
      ["ragged-row", 2, "9"],
      ["ragged-row", 3, "4"],
      ["no-position", 3, undefined],
    ]);
  });

  test("a quote that is never closed leaves out one row, and counts it", async () => {
    const text = `${HEADINGS.join()}\nA1,E0102,热线,2026-03-01,,114.3,30.6,"open\nA2,E0102,热线,2026-03-01,,114.3,30.6,ok\n`;
    const { problems, codes, totals } = await readAll(await scratch.file("open.csv", text));
    expect([problems.map(({ id }) => id), codes]).toEqual([["A2"], ["row-unreadable"]]);
    expect(totals).toMatchObject({ readCount: 2, leftOutCount: 1 });
  });

  test("times shown twice by summer time are counted once for all rows", async () => {
    const rows = Array.from({ length: 5 }, (_, i) => [
      `A${i}`,
      "E0102",
      "热线",
      "2015-11-01 01:30:00",
      null,
      114.3,
      30.6,
      "",
    ]);
    const mapping = { ...testMapping, timezone: "America/New_York" };
    const { notes } = await readAll(await scratch.file("dst.csv", csv(rows)), { mapping });
    expect(notes).toMatchObject([{ code: "time-ambiguous", count: 5 }]);
    expect(notes[0]).not.toHaveProperty("row");
  });

  test("a conversion of datum is counted over the placed rows", async () => {
    const { notes, problems } = await readAll(await scratch.file("gcj.csv", csv(ROWS)), {
      datum: "gcj02",
    });
    expect(notes).toContainEqual({
      code: "datum-converted",
      file: "gcj.csv",
      detail: "gcj02",
      count: 2,
    });
    expect(problems[0]?.position?.[0]).not.toBe(114.3);
  });

  test("headings without rows are an empty file", async () => {
    const { codes } = await readAll(await scratch.file("none.csv", HEADINGS.join()));
    expect(codes).toEqual(["file-empty"]);
    const empty = '{"type":"FeatureCollection","features":[]}';
    expect((await readAll(await scratch.file("none.geojson", empty))).codes).toEqual([
      "file-empty",
    ]);
  });

  test("progress reaches the whole file and never runs back", async () => {
    const steps: number[] = [];
    const rows = Array.from({ length: 20_000 }, (_, i) => [`A${i}`, ...ROWS[0]!.slice(1)]);
    await readAll(await scratch.file("long.csv", csv(rows)), {
      onProgress: ({ bytesRead, bytesTotal }) => steps.push(bytesRead / bytesTotal),
    });
    expect(steps.length).toBeGreaterThan(3);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toBe(1);
  });
});

describe("what no row can be read from is refused beforehand", () => {
  test("a column that every row needs", async () => {
    const path = await scratch.file("other.csv", "number,type\n1,2\n");
    expect(await refusalOf(readAll(path))).toEqual({
      reason: "column-missing",
      file: "other.csv",
      field: "id",
      column: "编号",
      columns: ["number", "type"],
    });
  });

  test("but a column that only some fields come from is a note", async () => {
    const path = await scratch.file(
      "few.csv",
      "编号,类别,来源,上报时间\nA1,E0102,热线,2026-03-01\n",
    );
    const { problems, notes } = await readAll(path);
    expect(problems).toHaveLength(1);
    expect(notes.filter(({ code }) => code === "column-missing").map(({ value }) => value)).toEqual(
      ["结案时间", "问题描述", "经度", "纬度"],
    );
  });

  test.each([
    ["html", "<html><body>"],
    ["git-lfs-pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 1\n"],
    ["empty", ""],
    ["truncated-gzip", gzipSync(csv(Array.from({ length: 900 }, () => ROWS[0]!))).subarray(0, -9)],
  ])("a file that is %s", async (seems, content) => {
    const path = await scratch.file("wrong.csv", content);
    expect(await refusalOf(readAll(path))).toEqual({
      reason: "unreadable-file",
      file: "wrong.csv",
      seems,
    });
  });
});

describe("a pack's own problems file", () => {
  const properties = {
    id: "P1",
    category: "E0102",
    reportedAt: "2026-03-01T08:00:00+08:00",
    closings: [{ closedAt: "2026-03-02T08:00:00+08:00", reopenedAt: null }],
    source: "citizen",
    status: "closed",
    description: "垃圾",
  };
  const point = {
    type: "Feature",
    properties,
    geometry: { type: "Point", coordinates: [114.3, 30.6] },
  };

  test("is read without a mapping, as features or as a table", async () => {
    const asList = await readAll(
      await scratch.file(
        "problems.geojson",
        JSON.stringify({ type: "FeatureCollection", features: [point] }),
      ),
      { mapping: undefined },
    );
    const { closings, ...flat } = properties;
    const columns = { ...flat, closedAt: closings[0]!.closedAt, lng: 114.3, lat: 30.6 };
    const table = `${Object.keys(columns).join()}\n${Object.values(columns).join()}\n`;
    const asTable = await readAll(await scratch.file("problems.csv", table), {
      mapping: undefined,
    });
    expect(asList.notes).toEqual([]);
    expect(asTable.notes).toEqual([]);
    expect(asTable.problems).toEqual(asList.problems);
    expect(asList.problems[0]).toMatchObject({
      id: "P1",
      state: "closed",
      position: [114.3, 30.6],
    });
  });

  test("has the datum that the manifest declares for it", async () => {
    const path = await scratch.file("problems.geojsonl.gz", gzipSync(JSON.stringify(point)));
    const shiftOf = async (crs: object) => {
      const manifest = { ...testManifest, crs } as typeof testManifest;
      const { problems } = await readAll(path, { mapping: undefined, manifest });
      return Math.abs((problems[0]?.position?.[0] ?? 0) - 114.3) > 0.001;
    };
    expect(await shiftOf({ default: "wgs84", "problems.geojsonl": "gcj02" })).toBe(true);
    expect(await shiftOf({ default: "gcj02", "problems.geojsonl": "wgs84" })).toBe(false);
    expect(await shiftOf({ default: "gcj02" })).toBe(true);
  });
});

describe("definitions that come with a mapping", () => {
  const category = (code: string, name: string) => ({ code: CategoryCode.parse(code), name });
  const mapping = ProblemMapping.parse({
    ...testMapping,
    category: { column: "类别", values: { Pothole: "E2001" } },
    source: { column: "来源", values: { App: "app" } },
    categories: [category("E20", "Roads"), category("E2001", "Pothole")],
    sources: [{ code: "app", name: "App" }],
  });
  const row: Cells = ["A1", "Pothole", "App", "2026-03-01", null, 114.3, 30.6, ""];

  test("are told and used where the pack lacks them", async () => {
    const { reading, problems, notes } = await readAll(await scratch.file("defs.csv", csv([row])), {
      mapping,
    });
    expect(problems).toMatchObject([{ category: "E2001", source: "app" }]);
    expect(reading.additions.categories.map(({ code }) => code)).toEqual(["E20", "E2001"]);
    expect(notes.map(({ code, value }) => `${code} ${value}`)).toEqual([
      "categories-added E20 Roads",
      "categories-added E2001 Pothole",
      "sources-added app App",
    ]);
  });

  test("give way to the pack's own, with a note where the names differ", async () => {
    const { tree } = packCategories({
      own: [category("E2001", "坑槽")],
      mapping,
      hasProblems: true,
    });
    const { reading, notes } = await readAll(await scratch.file("own.csv", csv([row])), {
      mapping,
      tree,
    });
    expect(reading.additions.categories).toEqual([]);
    expect(notes).toMatchObject([
      { code: "ignored-field", field: "categories", value: "E20" },
      { code: "ignored-field", field: "categories", value: "E2001", detail: "坑槽" },
      { code: "sources-added" },
    ]);
  });

  test("make up the whole tree of a city that has none and no problems", () => {
    const rootsOnly = (hasProblems: boolean, some = mapping) =>
      packCategories({ own: [], mapping: some, hasProblems }).tree.list.length === 2;
    expect(rootsOnly(false)).toBe(true);
    expect(rootsOnly(true)).toBe(false);
    expect(rootsOnly(false, testMapping)).toBe(false);
    expect(
      packCategories({ own: [], mapping: undefined, hasProblems: false }).tree.has("E0102"),
    ).toBe(true);
  });

  test("are written into pack.json, the rest of which stays", async () => {
    const folder = await scratch.folder();
    const before = {
      id: "x",
      name: "X",
      timezone: "Asia/Shanghai",
      licence: "CC0",
      extra: { kept: 1 },
    };
    const path = `${folder}/pack.json`;
    await writeFile(path, JSON.stringify(before));
    const base = packCategories({ own: [], mapping, hasProblems: false });
    const { categories, sources } = mapping;
    await addDefinitions(folder, { categories, sources }, base);
    const after = JSON.parse(await readFile(path, "utf8"));
    expect(after).toMatchObject({ ...before, categories });
    expect(after.sources.map(({ code }: { code: string }) => code)).toContain("hotline");
    expect(after.sources.at(-1)).toEqual({ code: "app", name: "App" });
    await addDefinitions(folder, { categories: [], sources: [] }, base);
    expect(JSON.parse(await readFile(path, "utf8"))).toEqual(after);
  });

  test("a seventeenth source is refused", async () => {
    const sources = Array.from({ length: 10 }, (_, i) => ({ code: `s${i}`, name: `S${i}` }));
    const path = await scratch.file("many.csv", csv([row]));
    expect(await refusalOf(readAll(path, { mapping: { ...mapping, sources } }))).toMatchObject({
      reason: "bad-mapping",
      path: "sources",
    });
  });
});
