import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PackManifest } from "../../../domain/city-pack.ts";
import { ProblemMapping } from "../../../domain/problem-mapping.ts";
import { packCategories } from "../../../server/imports/pack-definitions.ts";
import { publicData, readAll } from "../../support/foreign-file.ts";

const path = publicData("boston-311-2015.csv.gz");

test("all of Boston's reports of 2015 become problems, with a note for every odd row", {
  timeout: 120_000,
}, async ({ skip }) => {
  if (path === null) return skip("shared/data/boston-311-2015.csv.gz is not beside the project");
  const file = join(import.meta.dirname, "../../../data/mappings/boston-311.json");
  const mapping = ProblemMapping.parse(JSON.parse(await readFile(file, "utf8")));
  const manifest = PackManifest.parse({
    id: "boston",
    name: "Boston",
    timezone: "America/New_York",
    bounds: [-71.2, 42.22, -70.9, 42.41],
  });
  const { tree } = packCategories({ own: [], mapping, hasProblems: false });
  const startedAt = cpuSeconds();
  const { problems, notes, totals } = await readAll(path, { mapping, manifest, tree });
  const seconds = cpuSeconds() - startedAt;
  process.stdout.write(`Boston: ${problems.length} problems read in ${seconds.toFixed(1)} s\n`);

  expect(totals).toEqual({
    readCount: 121_145,
    problemCount: 121_145,
    unplacedCount: 0,
    leftOutCount: 0,
  });
  const counts: Record<string, number> = {};
  for (const { code, count = 1 } of notes) counts[code] = (counts[code] ?? 0) + count;
  expect(counts).toEqual({
    "categories-added": 211,
    "sources-added": 3,
    "closed-before-reported": 197,
    "time-ambiguous": 1,
  });
  expect(new Set(problems.map(({ category }) => category)).size).toBe(158);
  expect(new Set(problems.map(({ id }) => id)).size).toBe(121_145);
  expect(problems.filter(({ state }) => state === "closed")).toHaveLength(101_272);
  const atDefault = problems.filter(({ position }) => position?.join() === "-71.0587,42.3594");
  expect(atDefault).toHaveLength(17_070);
  expect(problems[0]).toMatchObject({
    id: "101001240734",
    reportedAt: Date.parse("2015-01-01T00:20:09-05:00"),
    position: [-71.0648, 42.3574],
    address: "33 Beacon St  Boston  MA  02108",
    assetId: null,
  });
  expect(seconds).toBeLessThan(12);
});

/** Of this thread, so that what else the machine does is not counted. */
function cpuSeconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1e6;
}
