import { existsSync } from "node:fs";
import { join } from "node:path";
import { DomainError } from "../../domain/errors.ts";
import { parseIsoInstant } from "../../domain/time.ts";
import { analyseCase, caseTables, readRecurrenceCase } from "../verify/recurrence-case.ts";
import { measuresAsOf } from "../verify/recurrence-measures.ts";
import type { Cell } from "../verify/reference-table.ts";
import { readArgs, type Verb } from "./verb.ts";

export const verb: Verb = {
  name: "recurrence",
  usage: "<folder with reports.csv and params.json> [--as-of <epoch s | ISO 8601>] --json",
  summary: "按参考数据的列名输出点位、角色、轮次和指标（JSON），供他方核对",
  run: recurrence,
};

/**
 * Places, roles and episodes are of the whole file; measures as of the time given, now when absent.
 */
async function recurrence(args: readonly string[]): Promise<number> {
  const { values, words } = readArgs("recurrence", args, ["folder"], {
    "as-of": { type: "string" },
    json: { type: "boolean", default: false },
  });
  const [folder] = words;
  for (const name of ["reports.csv", "params.json"]) {
    if (!existsSync(join(folder, name))) {
      throw new DomainError("unreadable-file", { file: join(folder, name), seems: "missing" });
    }
  }
  if (!values.json) throw usage("--json expected");
  const asOf = values["as-of"] === undefined ? Date.now() : readInstant(values["as-of"]);
  const input = readRecurrenceCase(folder);
  const { places, roles, episodes } = caseTables(input, analyseCase(input));
  const measures = measuresAsOf(input, asOf);
  console.log(JSON.stringify({ places, roles, episodes, measures }, numbersForFlags));
  return 0;
}

/** The reference files write 0 and 1. */
function numbersForFlags(_: string, value: Cell): Cell {
  return typeof value === "boolean" ? Number(value) : value;
}

function readInstant(text: string): number {
  const epochMs = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : parseIsoInstant(text);
  if (epochMs === null) throw usage(`--as-of ${text}: epoch seconds, or ISO 8601 with an offset`);
  return epochMs;
}

function usage(problem: string): DomainError {
  return new DomainError("usage", { command: "recurrence", problem });
}
