import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { verb } from "../../../scripts/city/recurrence.ts";
import { compareTables, readReferenceTable } from "../../../scripts/verify/reference-table.ts";
import { refusalOf } from "../../support/foreign-file.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const FOLDER = "tests/fixtures/recurrence/recurrence";
const scratch = scratchFolder();
let printed = "";
beforeEach(() => {
  vi.spyOn(console, "log").mockImplementation((line: string) => {
    printed = line;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function recurrence(folder: string, asOf: string) {
  expect(await verb.run([folder, "--as-of", asOf, "--json"])).toBe(0);
  return JSON.parse(printed);
}

test.each([
  ["T1", "1693267200"],
  ["T2", "2024-02-05T00:00:00Z"],
])("measures as of %s agree with the reference in every column", async (name, asOf) => {
  const { measures } = await recurrence(FOLDER, asOf);
  const wanted = readReferenceTable(join(FOLDER, `expected_measures_${name}.csv`));
  expect(Object.keys(measures[0])).toEqual(Object.keys(wanted[0] ?? {}));
  expect(compareTables(measures, wanted).mismatches).toEqual([]);
});

test("places, roles and episodes have the columns of the reference files, flags as 0 and 1", async () => {
  const result = await recurrence(FOLDER, "1693267200");
  for (const [part, file] of [
    ["places", "expected_places.csv"],
    ["roles", "expected_report_roles.csv"],
    ["episodes", "expected_episodes.csv"],
  ] as const) {
    const wanted = readReferenceTable(join(FOLDER, file));
    expect(Object.keys(result[part][0])).toEqual(Object.keys(wanted[0] ?? {}));
    expect(compareTables(result[part], wanted).mismatches).toEqual([]);
  }
  expect(result.episodes[0]).toMatchObject({ end_assumed: 0, recurrence: 0 });
});

test("a folder without reports, a time that is none, and a missing --json are refused", async () => {
  const empty = await scratch.folder();
  writeFileSync(join(empty, "params.json"), "{}");
  expect(await refusalOf(verb.run([empty, "--json"]))).toMatchObject({
    file: join(empty, "reports.csv"),
    seems: "missing",
  });
  expect(await refusalOf(verb.run([FOLDER, "--as-of", "yesterday", "--json"]))).toMatchObject({
    reason: "usage",
  });
  expect(await refusalOf(verb.run([FOLDER]))).toMatchObject({ reason: "usage" });
});

test("a pack's places as JSON and as CSV, as of a day, of one category and class", async () => {
  const args = ["data/packs/demo", "--as-of", "2026-06-01", "--category", "E01"];
  vi.stubEnv("STATE_DIR", join(await scratch.folder(), "none"));
  expect(await verb.run([...args, "--json"])).toBe(0);
  const { asOf, places, priors } = JSON.parse(printed);
  expect(asOf).toBe("2026-06-01T00:00:00+08:00");
  expect(places.length).toBeGreaterThan(50);
  for (const place of places) {
    expect(place.category).toMatch(/^E01/);
    expect(Date.parse(place.lastAt)).toBeLessThanOrEqual(Date.parse(asOf));
  }
  const rates = places.map(({ lambda30 }: { lambda30: number }) => lambda30);
  expect(rates).toEqual([...rates].sort((a, b) => b - a));
  expect(priors).toContainEqual(expect.objectContaining({ category: "E0102", isPooled: false }));

  let table = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    table += text;
    return true;
  });
  expect(await verb.run([...args, "--class", "persistent", "--csv"])).toBe(0);
  vi.unstubAllEnvs();
  const [header, ...rows] = table.trimEnd().split("\r\n");
  expect(header).toContain("lambda30");
  const persistent = places.filter((place: { class: string }) => place.class === "persistent");
  expect(rows).toHaveLength(persistent.length);
});

test("--help says what can be asked for", () => {
  const words = ["scripts/city.ts", "recurrence", "--help"];
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  expect(status).toBe(0);
  expect(stderr).toContain("--as-of");
});
