import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type FileResult, runSuites } from "../../../scripts/verify/run-suites.ts";
import type { Suite } from "../../../scripts/verify/suite.ts";
import { suites } from "../../../scripts/verify/suites.ts";
import { seeded } from "../../support/random.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const FIXTURES = "tests/fixtures";
/** Tables of answers, each with its columns that are questions or not judged. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  "recurrence/recurrence/expected_episodes.csv": [],
  "recurrence/recurrence/expected_measures_T1.csv": [],
  "recurrence/recurrence/expected_measures_T2.csv": [],
  "recurrence/recurrence/expected_places.csv": [],
  "recurrence/recurrence/expected_report_roles.csv": [],
  "recurrence/kde/expected.csv": ["x", "y"],
  "recurrence/gistar/expected.csv": [],
  "recurrence/gistar/perm_reference_loose.csv": ["z_sim"],
  "recurrence/ehsa/expected_bins.csv": [],
  "recurrence/ehsa/expected_bins_individual_step_nolag.csv": [],
  "recurrence/ehsa/expected_locations.csv": [],
  "recurrence/stats/wilson.csv": ["x", "n"],
  "recurrence/stats/bh.csv": ["p"],
  "recurrence/stats/gamma_tail.csv": ["shape", "rate", "x"],
};
/** Answers in JSON, each with the names of those that must turn red. */
const OBJECTS: Readonly<Record<string, readonly string[]>> = {
  "recurrence/ehsa/classification_vectors.json": ["expected"],
  "recurrence/mannkendall/series.json": ["n", "S", "varS", "tau_b", "z", "p", "sen"],
  "recurrence/stats/laplace.json": ["U"],
  "recurrence/stats/prior_expected.json": ["m", "alpha", "beta"],
};
const ANSWERED = [...Object.keys(TABLES), ...Object.keys(OBJECTS)];

const scratch = scratchFolder();

async function copyOfFixtures(): Promise<string> {
  const folder = await scratch.folder();
  cpSync(FIXTURES, folder, { recursive: true });
  return folder;
}

describe("the reference answers", () => {
  const results = [...runSuites(FIXTURES, suites)];

  test.each(ANSWERED)("%s agrees in every figure", (file) => {
    const result = results.find((each) => each.file === file);
    expect(result).toMatchObject({ status: "ok", mismatches: [] });
    expect(result?.figures).toBeGreaterThanOrEqual(10);
  });

  test("every suite has its engine, and every plan of ads agrees", () => {
    const others = results.filter(({ file }) => !ANSWERED.includes(file));
    expect(others).toHaveLength(15);
    for (const { file, status, mismatches } of others) {
      expect(file).toMatch(/^ads\//);
      expect({ file, status, mismatches }).toEqual({ file, status: "ok", mismatches: [] });
    }
  });

  test("one without an engine is named and does not fail", async () => {
    const root = await scratch.folder();
    mkdirSync(join(root, "later"));
    writeFileSync(join(root, "later", "expected.csv"), "value\n1\n");
    const suite: Suite = { folder: "later", references: /^expected\.csv$/ };
    expect([...runSuites(root, [suite])]).toMatchObject([
      { file: "later/expected.csv", status: "not yet" },
    ]);
  });

  test("every file that is not an input or a text belongs to a suite", () => {
    const inputs =
      /(^|\/)(README\.md|index\.json|params\.json|reports|points|cells|cube|weights|prior_input)/;
    const files = readdirSync(FIXTURES, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.\w+$/.test(file) && !inputs.test(file))
      .map((file) => file.replaceAll("\\", "/"));
    expect(results.map(({ file }) => file).sort()).toEqual(files.sort());
  });
});

describe("an altered expectation turns red", () => {
  test.each(Object.keys(TABLES))("%s, in every column", async (file) => {
    const { path, check } = await copyOfSuite(file);
    const original = readFileSync(path, "utf8");
    const [header = "", ...rows] = original.trimEnd().split(/\r?\n/);
    const random = seeded(7);
    for (const [at, column] of header.split(",").entries()) {
      if (TABLES[file]?.includes(column)) continue;
      const row = random.below(rows.length);
      const cells = (rows[row] ?? "").split(",");
      cells[at] = altered(cells[at] ?? "", file.includes("loose"));
      const changed = rows.with(row, cells.join(","));
      writeFileSync(path, [header, ...changed].join("\n"));
      const result = check();
      expect(result?.status, `${column} of row ${row + 1}`).toBe("differs");
      expect(places(result)).toEqual([`row ${row + 1} ${column}`]);
    }
    writeFileSync(path, original);
    expect(check()?.status).toBe("ok");
  });

  test.each(Object.keys(OBJECTS))("%s, in every answer", async (file) => {
    const { path, check } = await copyOfSuite(file);
    const original = readFileSync(path, "utf8");
    for (const name of OBJECTS[file] ?? []) {
      const pattern = new RegExp(`("${name}": )("?)([^",}\\]\\s]+)`);
      const changed = original.replace(pattern, (_, key, quote, value) => {
        return `${key}${quote}${altered(value, false)}`;
      });
      expect(changed).not.toBe(original);
      writeFileSync(path, changed);
      expect(places(check())).toEqual([`row 1 ${name}`]);
    }
  });

  test("a row too few and a row too many", async () => {
    const root = await copyOfFixtures();
    const path = join(root, "recurrence/recurrence/expected_places.csv");
    const lines = readFileSync(path, "utf8").trimEnd().split("\n");
    for (const changed of [lines.slice(0, -1), [...lines, lines.at(-1)]]) {
      writeFileSync(path, changed.join("\n"));
      const result = [...runSuites(root, suites)].find(({ file }) => file.endsWith("places.csv"));
      expect(result?.status).toBe("differs");
      expect(places(result)).toContain("rows");
    }
  });
});

test("a folder is found as a whole or by one of its parts", () => {
  const files = (root: string) => [...runSuites(root, suites)].map(({ file }) => file);
  const all = files(FIXTURES);
  const ads = all.filter((file) => file.startsWith("ads/"));
  expect(files(join(FIXTURES, "ads"))).toEqual(ads);
  expect(files(join(FIXTURES, "recurrence"))).toEqual(all.filter((file) => !ads.includes(file)));
  expect(files("domain")).toEqual([]);
});

test("own figures are computed before a reference file is opened", async () => {
  const root = await scratch.folder();
  const reference = join(root, "expected.csv");
  writeFileSync(reference, "value\n1\n");
  const suite: Suite = {
    folder: "late",
    references: /^expected\.csv$/,
    answer() {
      writeFileSync(reference, "value\n2\n");
      return { "expected.csv": { rows: [{ value: 2 }] } };
    },
  };
  expect([...runSuites(root, [suite])]).toMatchObject([{ status: "ok", figures: 1 }]);
});

test("inputs that cannot be computed with make their files differ, and the others go on", async () => {
  const root = await copyOfFixtures();
  writeFileSync(join(root, "recurrence/recurrence/params.json"), "{}");
  const results = [...runSuites(root, suites)];
  const places = results.find(({ file }) => file.endsWith("expected_places.csv"));
  expect(places).toMatchObject({ status: "differs", problem: expect.stringContaining("lon0") });
  expect(results.find(({ file }) => file === "recurrence/kde/expected.csv")?.status).toBe("ok");
});

function places(result: FileResult | undefined): string[] {
  return result?.mismatches.map(({ where }) => where) ?? [];
}

/** A copy of the folder of one reference file, and how that file fares now. */
async function copyOfSuite(file: string) {
  const root = await scratch.folder();
  const suite = suites.find(({ folder }) => file.startsWith(`${folder}/`));
  if (!suite) throw new Error(`No suite for ${file}`);
  cpSync(join(FIXTURES, suite.folder), join(root, suite.folder), { recursive: true });
  const check = () => [...runSuites(root, [suite])].find((each) => each.file === file);
  return { path: join(root, file), check };
}

/** A value just outside the tolerance, or another text. */
function altered(cell: string, isLoose: boolean): string {
  if (cell === "") return "1";
  if (isLoose) return String(Number(cell) + 1);
  const value = Number(cell);
  return Number.isNaN(value) ? `${cell}x` : String(value + 1e-6 * Math.max(1, Math.abs(value)));
}
