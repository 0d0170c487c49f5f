import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Problem } from "../../domain/problem.ts";
import { importProblems } from "../../server/services/import-problems.ts";
import { openSqlite } from "../../server/storage/sqlite.ts";
import { makeBenchCity } from "../demo-city/bench/bench-city.ts";

export type StorageFigures = {
  /** Rows from a file's reader into SQLite, every batch synced. */
  readonly writeMs: number;
  /** All rows back from SQLite, before any index. */
  readonly readMs: number;
};

const BATCH = 2000;

/** A real database in a folder of its own, gone afterwards. */
export async function benchStorage(rows: number, seed: number): Promise<StorageFigures> {
  const folder = mkdtempSync(join(tmpdir(), "wangge-bench-"));
  const storage = await openSqlite(folder);
  try {
    const problems: Problem[] = [];
    makeBenchCity({ rows, seed }).emitProblems((problem) => problems.push(problem));
    const begin = performance.now();
    const context = { storage, now: Date.now, actor: "bench", source: "bench" };
    await importProblems(context, batchesOf(problems));
    const written = performance.now();
    let read = 0;
    for await (const batch of storage.problems()) read += batch.length;
    if (read !== rows) throw new Error(`${rows} rows written, ${read} read`);
    const done = performance.now();
    return { writeMs: Math.round(written - begin), readMs: Math.round(done - written) };
  } finally {
    await storage.close();
    rmSync(folder, { recursive: true });
  }
}

async function* batchesOf(problems: readonly Problem[]) {
  for (let at = 0; at < problems.length; at += BATCH) yield problems.slice(at, at + BATCH);
}
