import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import {
  compareTables,
  type Mismatch,
  type ReferenceRow,
  readReference,
} from "./reference-table.ts";
import type { Answer, Suite } from "./suite.ts";

/** What came of one reference file. `problem`: no figures could be computed or compared at all. */
export type FileResult = {
  /** Suite and file, whatever folder they were found under. */
  readonly file: string;
  readonly status: "ok" | "differs" | "not yet";
  readonly figures: number;
  readonly mismatches: readonly Mismatch[];
  readonly problem?: string;
};

/**
 * Runs the suites found under a folder: laid out as a whole, or one of its top-level folders. A
 * suite's own figures are computed before any of its reference files is opened. Nothing found: no
 * results.
 */
export function* runSuites(root: string, suites: readonly Suite[]): Generator<FileResult> {
  for (const suite of suites) {
    const folder = findSuite(root, suite);
    if (folder === null) continue;
    const answers = answersOf(suite, folder);
    const names = readdirSync(folder).filter((name) => suite.references.test(name));
    for (const name of names.sort()) {
      const file = `${suite.folder}/${name}`;
      const none = { file, figures: 0, mismatches: [] };
      if (answers instanceof Error) yield { ...none, status: "differs", problem: answers.message };
      else if (answers[name] === undefined) yield { ...none, status: "not yet" };
      else yield { ...none, ...compared(answers[name], join(folder, name), suite.read) };
    }
  }
}

/**
 * The suite's folder below `root`, or below it without its first part; null when no reference file
 * is there.
 */
function findSuite(root: string, { folder, references }: Suite): string | null {
  const parts = folder.split("/");
  for (const path of [join(root, ...parts), join(root, ...parts.slice(1))]) {
    if (!existsSync(path) || !statSync(path).isDirectory()) continue;
    if (readdirSync(path).some((name) => references.test(name))) return path;
  }
  return null;
}

function answersOf({ answer }: Suite, folder: string): Readonly<Record<string, Answer>> | Error {
  if (!answer) return {};
  try {
    return answer(folder);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function compared(
  answer: Answer,
  path: string,
  read: (path: string) => ReferenceRow[] = readReference,
): Pick<FileResult, "status" | "figures" | "mismatches" | "problem"> {
  try {
    const rows = "rows" in answer ? answer.rows : answer.rowsFor(keysOf(path, answer.askedBy));
    const result = compareTables(rows, read(path), answer);
    return { status: result.mismatches.length === 0 ? "ok" : "differs", ...result };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { status: "differs", figures: 0, mismatches: [], problem };
  }
}

function keysOf(path: string, keys: readonly string[]): ReferenceRow[] {
  return readReference(path).map((row) =>
    Object.fromEntries(keys.map((key) => [key, row[key] ?? ""])),
  );
}
