import { existsSync } from "node:fs";
import { join } from "node:path";
import { DomainError } from "../../domain/errors.ts";
import { analyseCase, caseTables, readRecurrenceCase } from "../verify/recurrence-case.ts";
import { measuresAsOf } from "../verify/recurrence-measures.ts";
import type { Cell } from "../verify/reference-table.ts";
import { placeTable } from "./recurrence/place-table.ts";
import { rankedPlaces } from "./recurrence/ranked-places.ts";
import { readInstant } from "./recurrence/read-instant.ts";
import { readArgs, type Verb } from "./verb.ts";

export const verb: Verb = {
  name: "recurrence",
  usage: "<pack> [--as-of <T>] [--category <codes>] [--class <names>] --json|--csv",
  summary:
    "输出全部反复点位及其指标（λ30、可信度、类别、未守住比例等），按 λ30 排序；" +
    "文件夹中是 reports.csv 和 params.json 时，按参考数据的列名输出点位、角色、轮次和指标，供他方核对",
  run: recurrence,
};

/** A pack's recurring places, or the reference's tables of a folder with reports.csv. */
async function recurrence(args: readonly string[]): Promise<number> {
  const { values, words } = readArgs("recurrence", args, ["folder"], {
    "as-of": { type: "string" },
    category: { type: "string" },
    class: { type: "string" },
    json: { type: "boolean", default: false },
    csv: { type: "boolean", default: false },
  });
  const [folder] = words;
  const asOf = values["as-of"];
  const isCase = existsSync(join(folder, "reports.csv")) || existsSync(join(folder, "params.json"));
  if (isCase) {
    if (!values.json) throw usage("--json expected");
    printCase(folder, asOf);
    return 0;
  }
  if (values.json === values.csv) throw usage("one of --json and --csv expected");
  const { category, class: classes } = values;
  const ranked = await rankedPlaces(folder, { asOf, category, class: classes });
  if (values.json) console.log(JSON.stringify(ranked));
  else process.stdout.write(placeTable(ranked.places));
  return 0;
}

/** Places, roles and episodes are of the whole file; measures as of the time given, now when absent. */
function printCase(folder: string, asOf: string | undefined): void {
  for (const name of ["reports.csv", "params.json"]) {
    if (!existsSync(join(folder, name))) {
      throw new DomainError("unreadable-file", { file: join(folder, name), seems: "missing" });
    }
  }
  const t = asOf === undefined ? Date.now() : readInstant(asOf);
  const input = readRecurrenceCase(folder);
  const { places, roles, episodes } = caseTables(input, analyseCase(input));
  const measures = measuresAsOf(input, t);
  console.log(JSON.stringify({ places, roles, episodes, measures }, numbersForFlags));
}

/** The reference files write 0 and 1. */
function numbersForFlags(_: string, value: Cell): Cell {
  return typeof value === "boolean" ? Number(value) : value;
}

function usage(problem: string): DomainError {
  return new DomainError("usage", { command: "recurrence", problem });
}
