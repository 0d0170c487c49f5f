import type { CategoryTree } from "../../domain/category.ts";
import { guardCell } from "../../domain/imports/guarded-cell.ts";
import type { Problem } from "../../domain/problem.ts";
import type { CityClock } from "../../domain/time.ts";
import { type ProblemFields, problemFields } from "./problem-fields.ts";

export const exportFormats = ["geojson", "csv"] as const;
export type ExportFormat = (typeof exportFormats)[number];

type Batches = AsyncIterable<readonly Problem[]>;
type Vocabulary = { readonly tree: CategoryTree; readonly clock: CityClock };

/** Columns in their order; `lng` and `lat` stand for the position. */
const COLUMNS = [
  "id",
  "category",
  "reportedAt",
  "dueAt",
  "closedAt",
  "closings",
  "source",
  "status",
  "lng",
  "lat",
  "address",
  "assetId",
  "unitId",
  "isHardDeduction",
  "description",
  "photos",
] as const;

/**
 * Problems as the text of a pack's own file, a piece a batch, in the order given: GeoJSON with a
 * feature a line, or CSV in UTF-8 with a mark, whose cells no spreadsheet takes for formulas.
 * Positions are WGS 84 as stored.
 */
export function problemText(
  format: ExportFormat,
  problems: Batches,
  vocabulary: Vocabulary,
): AsyncGenerator<string> {
  return { geojson: geojsonText, csv: csvText }[format](problems, vocabulary);
}

async function* geojsonText(problems: Batches, { tree, clock }: Vocabulary) {
  yield '{"type":"FeatureCollection","features":[';
  let between = "\n";
  for await (const batch of problems) {
    let text = "";
    for (const problem of batch) {
      text += between + featureLine(problem, problemFields(problem, tree, clock));
      between = ",\n";
    }
    yield text;
  }
  yield "\n]}\n";
}

function featureLine({ position }: Problem, fields: ProblemFields): string {
  const told = Object.entries(fields).filter(([, value]) => value !== null);
  return JSON.stringify({
    type: "Feature",
    properties: Object.fromEntries(told),
    geometry: position && { type: "Point", coordinates: position },
  });
}

async function* csvText(problems: Batches, { tree, clock }: Vocabulary) {
  yield `\ufeff${COLUMNS.join(",")}\r\n`;
  for await (const batch of problems) {
    let text = "";
    for (const problem of batch) text += csvLine(problem, problemFields(problem, tree, clock));
    yield text;
  }
}

function csvLine({ position }: Problem, fields: ProblemFields): string {
  const [lng = null, lat = null] = position ?? [];
  const values = { ...fields, lng, lat };
  return `${COLUMNS.map((column) => csvCell(values[column])).join(",")}\r\n`;
}

/** Numbers are ours and need no guard, below zero too; lists are their JSON. */
function csvCell(value: ProblemFields[keyof ProblemFields] | number): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = guardCell(typeof value === "object" ? JSON.stringify(value) : String(value));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
