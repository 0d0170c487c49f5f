import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { expect, test } from "vitest";
import { categoryTree } from "../../../domain/category.ts";
import { defaultCategories } from "../../../domain/default-categories.ts";
import { readProblems } from "../../../server/imports/read-problems.ts";
import { testManifest, testMapping } from "../../support/foreign-file.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const scratch = scratchFolder();
const ROWS = 300_000;
const MEGABYTE = 1_048_576;

/** About 40 MB of CSV, or 60 MB of features, written as it is made. */
async function writeRows(name: string, row: (i: number) => string, start = "", end = "") {
  function* pieces() {
    yield start;
    for (let i = 0; i < ROWS; i += 1000) {
      yield Array.from({ length: 1000 }, (_, j) => row(i + j)).join("");
    }
    yield end;
  }
  const path = join(scratch.path, name);
  await pipeline(Readable.from(pieces()), createGzip({ level: 1 }), createWriteStream(path));
  return path;
}

/**
 * Draws everything and keeps nothing; answers the rows and how far the heap and its buffers ever
 * grew.
 */
async function drain(path: string) {
  const reading = await readProblems({
    path,
    mapping: testMapping,
    manifest: testManifest,
    tree: categoryTree(defaultCategories),
    now: Date.parse("2026-11-01"),
  });
  const before = used();
  let grownBytes = 0;
  let noteCount = 0;
  for await (const { notes } of reading.batches) {
    grownBytes = Math.max(grownBytes, used() - before);
    noteCount += notes.length;
  }
  return { ...reading.totals(), noteCount, grownMb: grownBytes / MEGABYTE };
}

function used(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const text = "占道经营，影响通行，请尽快处理。".repeat(3);

test("a table of 300,000 rows is read in flat memory", { timeout: 120_000 }, async () => {
  const heading = "编号,类别,来源,上报时间,结案时间,经度,纬度,问题描述\n";
  const row = (i: number) => `A${i},E0102,热线,2026-03-01 08:30:00,,114.${i % 1000},,${text}\n`;
  const { readCount, unplacedCount, noteCount, grownMb } = await drain(
    await writeRows("big.csv.gz", row, heading),
  );
  expect([readCount, unplacedCount, noteCount]).toEqual([ROWS, ROWS, ROWS]);
  expect(grownMb).toBeLessThan(150);
});

test("a collection of 300,000 features is read in flat memory", { timeout: 120_000 }, async () => {
  const row = (i: number) =>
    `${i === 0 ? "" : ","}{"type":"Feature","properties":{"编号":"A${i}","类别":"E0102","来源":"热线","上报时间":"2026-03-01","问题描述":"${text}"},"geometry":{"type":"Point","coordinates":[114.3,30.6]}}\n`;
  const start = '{"type":"FeatureCollection","features":[';
  const { readCount, problemCount, grownMb } = await drain(
    await writeRows("big.geojson.gz", row, start, "]}"),
  );
  expect([readCount, problemCount]).toEqual([ROWS, ROWS]);
  expect(grownMb).toBeLessThan(150);
});
