import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { StoredProblem } from "../../../domain/problem.ts";
import { verb } from "../../../scripts/city/import-problems.ts";
import { verb as initVerb } from "../../../scripts/city/init.ts";
import { openSqlite } from "../../../server/storage/sqlite.ts";
import { refusalOf, testMapping } from "../../support/foreign-file.ts";
import { gb18030Bytes } from "../../support/gb18030.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const scratch = scratchFolder();
let printed: string[] = [];
let pack = "";
let state = "";
let mapping = "";

/** A pack of one square zone without categories of its own, and a mapping of the test's columns. */
beforeEach(async () => {
  printed = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void printed.push(line));
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const ring = [
    [114, 30],
    [115, 30],
    [115, 31],
    [114, 31],
    [114, 30],
  ];
  const zone = {
    type: "Feature",
    properties: { name: "片区" },
    geometry: { type: "Polygon", coordinates: [ring] },
  };
  const zones = await scratch.file(
    "zones.geojson",
    JSON.stringify({ type: "FeatureCollection", features: [zone] }),
  );
  pack = join(await scratch.folder(), "city");
  await initVerb.run([pack, "--zones", zones]);
  mapping = await scratch.file("mapping.json", JSON.stringify(testMapping));
  state = await scratch.folder();
  vi.stubEnv("STATE_DIR", state);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const HEADINGS = "编号,类别,来源,上报时间,结案时间,经度,纬度,问题描述";
const row = (id: string, text = "垃圾", lng: number | string = 114.3) =>
  `${id},E0102,热线,2026-03-01 08:30,,${lng},30.6,${text}`;
const csv = (...rows: string[]) => [HEADINGS, ...rows].join("\n");

async function importCsv(content: string | Uint8Array, ...args: string[]) {
  const path = await scratch.file("reports.csv", content);
  const exitCode = await verb.run([path, "--pack", pack, "--mapping", mapping, "--json", ...args]);
  const answer = JSON.parse(printed.at(-1) ?? "");
  const count = (code: string) =>
    answer.notes.find((note: { code: string }) => note.code === code)?.count ?? 0;
  return { exitCode, answer, kept: answer.kept, count };
}

async function stored(): Promise<StoredProblem[]> {
  const storage = await openSqlite(state);
  const problems: StoredProblem[] = [];
  for await (const batch of storage.problems()) problems.push(...batch);
  await storage.close();
  return problems;
}

describe("storing", () => {
  test("running it again changes nothing; a newer version of a record updates it", async () => {
    const first = await importCsv(csv(row("A1"), row("A2"), row("A3")));
    expect(first.kept).toMatchObject({ added: 3, updated: 0, unchanged: 0 });
    const before = await stored();
    const again = await importCsv(csv(row("A1"), row("A2"), row("A3")));
    expect(again.kept).toMatchObject({ added: 0, updated: 0, unchanged: 3 });
    expect(await stored()).toEqual(before);
    const newer = await importCsv(csv(row("A1"), row("A2", "已清理"), row("A4")));
    expect(newer.kept).toMatchObject({ added: 1, updated: 1, unchanged: 1 });
    const after = await stored();
    expect(after.map(({ id, description }) => `${id} ${description}`)).toEqual([
      "A1 垃圾",
      "A2 已清理",
      "A3 垃圾",
      "A4 垃圾",
    ]);
  });

  test("records without a position or with an impossible one are stored and counted as unplaced", async () => {
    const { answer, kept } = await importCsv(csv(row("A1"), row("A2", "", ""), row("A3", "", 999)));
    expect(answer).toMatchObject({
      readCount: 3,
      problemCount: 3,
      unplacedCount: 2,
      leftOutCount: 0,
    });
    expect(kept).toMatchObject({ added: 3, unplaced: 2 });
    expect((await stored()).filter(({ position }) => position === null)).toHaveLength(2);
  });

  test("a position that many addresses share is told with its rows", async () => {
    const addressed = { ...testMapping, address: "问题描述" };
    mapping = await scratch.file("addressed.json", JSON.stringify(addressed));
    const rows = Array.from({ length: 20 }, (_, i) => row(`A${i}`, `中山路 ${i} 号`));
    const { count } = await importCsv(csv(...rows, row("B1", "解放路 1 号", 114.5)));
    expect(count("suspicious-stack")).toBe(20);
  });

  test("every placed report has a place afterwards, so that the city can start", async () => {
    await importCsv(csv(row("A1"), row("A2"), row("A3", "", 114.5)));
    const places = (await stored()).map(({ placeId }) => placeId);
    expect(places[0]).not.toBeNull();
    expect(places[1]).toBe(places[0]);
    expect(places[2]).not.toBe(places[0]);
  });

  test("definitions of the mapping are in the pack afterwards", async () => {
    const own = {
      ...testMapping,
      category: { column: "类别", values: { E0102: "E2001" } },
      categories: [
        { code: "E20", name: "道路" },
        { code: "E2001", name: "坑槽" },
      ],
    };
    mapping = await scratch.file("own.json", JSON.stringify(own));
    const { kept, count } = await importCsv(csv(row("A1")));
    expect([kept.added, count("categories-added")]).toEqual([1, 2]);
    const manifest = JSON.parse(await readFile(join(pack, "pack.json"), "utf8"));
    expect(manifest.categories).toEqual(own.categories);
    expect((await importCsv(csv(row("A2")))).count("categories-added")).toBe(0);
    expect(await stored()).toMatchObject([{ category: "E2001" }, { category: "E2001" }]);
  });

  test("the pack's own problems are stored first, and updated by the file's", async () => {
    const own = {
      type: "Feature",
      properties: { id: "A1", category: "E0102", source: "citizen", reportedAt: "2026-03-01" },
      geometry: { type: "Point", coordinates: [114.1, 30.1] },
    };
    await writeFile(join(pack, "problems.geojsonl"), JSON.stringify(own));
    expect((await importCsv(csv(row("A1"), row("A2")))).kept).toMatchObject({
      added: 1,
      updated: 1,
    });
    expect((await stored())[0]).toMatchObject({ id: "A1", source: "hotline" });
  });

  test("a dry run stores nothing", async () => {
    const { answer } = await importCsv(csv(row("A1")), "--dry-run");
    expect(answer).toMatchObject({ problemCount: 1, kept: null });
    expect(await readdir(state)).toEqual(["imports"]);
  });
});

describe("what it says", () => {
  test("every note stands in a table that a spreadsheet opens without running anything", async () => {
    const notes = join(scratch.path, "notes.csv");
    const { answer } = await importCsv(
      csv(row("A1"), row("=cmd()", "x", 999), row("A3", "", "")),
      "--notes",
      notes,
    );
    expect(answer.notesFile).toBe(notes);
    const lines = (await readFile(notes, "utf8")).split("\r\n");
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe("\ufeff级别,代码,行,编号,字段,值,说明");
    expect(lines[1]).toMatch(/^警告,impossible-position,3,'=cmd\(\),,"999, 30.6",/);
    expect(lines[2]).toMatch(/^警告,impossible-position,4,A3,/);
  });

  test("totals and notes are in Chinese, or in English when asked for", async () => {
    const path = await scratch.file("said.csv", gb18030Bytes(csv(row("A1"), row("A2", "", ""))));
    await verb.run([path, "--pack", pack, "--mapping", mapping]);
    expect(printed.join("\n")).toMatch(/读取 2\n新增 2\n[\s\S]*待定位 1\n[\s\S]*编码为推断/);
    printed = [];
    await verb.run([path, "--pack", pack, "--mapping", mapping, "--lang", "en"]);
    expect(printed.join("\n")).toMatch(/Read 2\nNew 0\n[\s\S]*Unchanged 2[\s\S]*Encoding guessed/);
  });

  test("it fails when not one row could be read", async () => {
    const { exitCode, answer } = await importCsv(csv("A1,X,热线,2026-03-01,,114,30,"));
    expect([exitCode, answer.leftOutCount]).toEqual([1, 1]);
  });
});

describe("what it refuses", () => {
  const run = (...args: string[]) => refusalOf(verb.run(args));

  test("a file that is something else, and stores nothing", async () => {
    const path = await scratch.file("page.csv", "<!doctype html>");
    const refusal = await run(path, "--pack", pack, "--mapping", mapping);
    expect(refusal).toEqual({ reason: "unreadable-file", file: "page.csv", seems: "html" });
    expect(await stored()).toEqual([]);
  });

  test("a mapping that is missing, no JSON, or wrong in one place", async () => {
    const path = await scratch.file("a.csv", csv(row("A1")));
    const text = await scratch.file("text.json", "{");
    const wrong = await scratch.file(
      "wrong.json",
      JSON.stringify({ ...testMapping, timezone: "Mars" }),
    );
    expect(await run(path, "--pack", pack, "--mapping", "none.json")).toMatchObject({
      seems: "missing",
    });
    expect(await run(path, "--pack", pack, "--mapping", text)).toMatchObject({ seems: "not-json" });
    expect(await run(path, "--pack", pack, "--mapping", wrong)).toMatchObject({
      reason: "bad-mapping",
      path: "timezone",
    });
  });

  test("a usage that says too little or too much", async () => {
    expect(await run("a.csv")).toMatchObject({ reason: "usage" });
    expect(await run("a.csv", "--pack", pack, "--crs", "utm")).toMatchObject({ reason: "usage" });
    expect(await run("a.csv", "--pack", join(pack, "nowhere"))).toMatchObject({ seems: "missing" });
  });

  test("a state that a server is working on", async () => {
    const storage = await openSqlite(state);
    const path = await scratch.file("b.csv", csv(row("A1")));
    expect(await run(path, "--pack", pack, "--mapping", mapping)).toMatchObject({
      reason: "state-in-use",
    });
    await storage.close();
  });
});
