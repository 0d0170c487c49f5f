import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { categoryTree } from "../../../domain/category.ts";
import {
  isDropped,
  type Photo,
  type Problem,
  type ProblemState,
  standingClosedAt,
} from "../../../domain/problem.ts";
import { cityClock } from "../../../domain/time.ts";
import {
  type ExportFormat,
  exportFormats,
  problemText,
} from "../../../server/exports/problem-text.ts";
import { readProblems } from "../../../server/imports/read-problems.ts";
import { importProblems } from "../../../server/services/import-problems.ts";
import { openMemory } from "../../../server/storage/sqlite.ts";
import type { Storage } from "../../../server/storage/storage.ts";
import { aProblem } from "../../support/city-builder.ts";
import { seeded } from "../../support/random.ts";
import { gridCity, randomProblems } from "../../support/random-city.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import { fill, TODAY } from "../../support/test-city.ts";

const { manifest } = gridCity();
const tree = categoryTree(manifest.categories);
const clock = cityClock(manifest.timezone);
const scratch = scratchFolder();

async function textOf(format: ExportFormat, problems: readonly Problem[]): Promise<string> {
  let text = "";
  for await (const part of problemText(format, inBatches(problems), { tree, clock })) text += part;
  return text;
}

async function readBack(name: string, content: string | Uint8Array) {
  const path = await scratch.file(name, content);
  const reading = await readProblems({ path, manifest, tree, now: TODAY });
  const problems: Problem[] = [];
  const codes: string[] = [];
  for await (const batch of reading.batches) {
    problems.push(...batch.problems);
    codes.push(...batch.notes.map(({ code }) => code));
  }
  return { problems, codes };
}

async function* inBatches(problems: readonly Problem[]) {
  for (let at = 0; at < problems.length; at += 97) yield problems.slice(at, at + 97);
}

/** Problems as storage may hold them: the state agrees with the closings. */
function storable(count: number): Problem[] {
  const random = seeded(11);
  const words = ["", "垃圾", "=cmd()", "'=1", "a,b;c\td", '"quoted"', "two\r\nlines", "-5", "'x"];
  return randomProblems(random, count).map((problem, i) => ({
    ...problem,
    state: stateOf(problem, random.below(4)),
    description: words[i % words.length] ?? "",
    address: i % 3 === 0 ? `中山路 ${i} 号` : null,
    assignedUnitId: i % 7 === 0 ? ("U1" as Problem["assignedUnitId"]) : null,
    photos: i % 5 === 0 ? [{ file: `a${i}.png`, kind: "before" as const, takenAt: "2026" }] : [],
  }));
}

function stateOf({ state, closings }: Problem, choice: number): ProblemState {
  if (isDropped(state)) return state;
  if (standingClosedAt(closings) !== null) return "closed";
  return (["reported", "accepted", "dispatched", "suspended"] as const)[choice] ?? "reported";
}

describe.each(exportFormats)("%s", (format) => {
  test("reading the export gives every problem again, field by field", async () => {
    const problems = storable(600);
    const { problems: read, codes } = await readBack(
      `all.${format}`,
      await textOf(format, problems),
    );
    expect(read).toEqual(problems);
    expect(codes.filter((code) => code !== "no-position" && code !== "time-in-future")).toEqual([]);
  });

  test("importing the export into the city it came from changes nothing", async () => {
    const problems = storable(300);
    const storage = await openMemory();
    await fill(storage, problems, TODAY);
    const before = await stored(storage);
    const text = await textOf(format, before);
    const { problems: read } = await readBack(`same.${format}.gz`, gzipSync(text));
    const context = { storage, now: () => TODAY, actor: "test", source: "test" };
    const totals = await importProblems(context, inBatches(read));
    expect(totals).toMatchObject({ added: 0, updated: 0, unchanged: problems.length });
    expect(await stored(storage)).toEqual(before);
    await storage.close();
  });

  test("any text of a report comes back as it was", async () => {
    const unit = fc.constantFrom(
      "=",
      "+",
      "-",
      "@",
      "'",
      '"',
      ",",
      ";",
      "\t",
      "\n",
      "\r",
      "网",
      "a",
    );
    const text = fc.string({ unit, maxLength: 12 }).map((value) => value.trim());
    await fc.assert(
      fc.asyncProperty(text, text, text, async (description, address, file) => {
        const photos: Photo[] = file === "" ? [] : [{ file: `x${file}`, kind: "after" }];
        const given = { id: `I${description || "1"}`, description, photos, reportedAt: 0 };
        const problem = aProblem({ ...given, address: address || null });
        const { problems } = await readBack(`text.${format}`, await textOf(format, [problem]));
        expect(problems).toEqual([problem]);
      }),
      { numRuns: 150, seed: 5 },
    );
  });

  test("a time limit that a report lacks is not made up from its category", async () => {
    const limited = aProblem({ category: "E0102", dueAt: null });
    const { problems } = await readBack(`limit.${format}`, await textOf(format, [limited]));
    expect(tree.at(tree.ordinalOf("E0102") ?? 0).dueHours).toBeGreaterThan(0);
    expect(problems[0]?.dueAt).toBeNull();
  });

  test("times before clocks had whole minutes keep their second", async () => {
    const old = aProblem({ reportedAt: Date.UTC(1899, 5, 1, 3, 4, 5), dueAt: null });
    const { problems } = await readBack(`old.${format}`, await textOf(format, [old]));
    expect(problems[0]?.reportedAt).toBe(old.reportedAt);
  });

  test("no problems give a file without problems", async () => {
    const text = await textOf(format, []);
    expect(text.endsWith("\n")).toBe(true);
    const { problems } = await readBack(`none.${format}`, text);
    expect(problems).toEqual([]);
  });
});

test("no cell of the table is taken for a formula by a spreadsheet", async () => {
  const problems = ["=1", "+1", "-1", "@x"].map((text, i) =>
    aProblem({ id: `${text}${i}`, description: text, address: text }),
  );
  const [, ...lines] = (await textOf("csv", problems)).trimEnd().split("\r\n");
  expect(lines).toHaveLength(4);
  for (const line of lines) {
    const texts = line.split(",").filter((cell) => Number.isNaN(Number(cell)));
    expect(texts.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  }
});

async function stored(storage: Storage): Promise<Problem[]> {
  const all: Problem[] = [];
  for await (const batch of storage.problems()) all.push(...batch);
  return all;
}
