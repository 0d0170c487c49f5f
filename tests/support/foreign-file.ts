import { existsSync } from "node:fs";
import { join } from "node:path";
import { categoryTree } from "../../domain/category.ts";
import { PackManifest } from "../../domain/city-pack.ts";
import { defaultCategories } from "../../domain/default-categories.ts";
import { DomainError } from "../../domain/errors.ts";
import type { Note } from "../../domain/note.ts";
import type { Problem } from "../../domain/problem.ts";
import { ProblemMapping } from "../../domain/problem-mapping.ts";
import { readProblems } from "../../server/imports/read-problems.ts";

export const testManifest = PackManifest.parse({
  id: "test",
  name: "测试市",
  timezone: "Asia/Shanghai",
  bounds: [114, 30, 115, 31],
});

/** A mapping of the columns that these tests write. */
export const testMapping = ProblemMapping.parse({
  id: "编号",
  category: "类别",
  source: { column: "来源", values: { 热线: "hotline" } },
  reportedAt: "上报时间",
  closedAt: "结案时间",
  position: [{ lng: "经度", lat: "纬度" }, "geometry"],
  description: "问题描述",
});

type Overrides = Partial<Parameters<typeof readProblems>[0]>;

/** Draws a reading to its end. */
export async function readAll(path: string, overrides: Overrides = {}) {
  const reading = await readProblems({
    path,
    mapping: testMapping,
    manifest: testManifest,
    tree: categoryTree(defaultCategories),
    now: Date.parse("2026-11-01T00:00:00+08:00"),
    ...overrides,
  });
  const problems: Problem[] = [];
  const notes: Note[] = [];
  for await (const batch of reading.batches) {
    problems.push(...batch.problems);
    notes.push(...batch.notes);
  }
  return {
    reading,
    problems,
    notes,
    codes: notes.map(({ code }) => code),
    totals: reading.totals(),
  };
}

/** The reason and facts that reading is refused with; null when it is not. */
export async function refusalOf(reading: Promise<unknown>): Promise<object | null> {
  try {
    await reading;
    return null;
  } catch (error) {
    if (error instanceof DomainError) return { reason: error.reason, ...error.params };
    throw error;
  }
}

/** Path of a public data file beside the project, or null where it is not there. */
export function publicData(name: string): string | null {
  const path = join(import.meta.dirname, "../../../shared/data", name);
  return existsSync(path) ? path : null;
}
