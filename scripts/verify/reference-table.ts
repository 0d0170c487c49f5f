import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { z } from "zod";

export type Cell = string | number | boolean | null | undefined;
export type ReferenceRow = Readonly<Record<string, string>>;

/** Rows of a reference CSV by column name; an empty field is null. */
export function readReferenceTable(path: string): ReferenceRow[] {
  return parse(readFileSync(path, "utf8"), { columns: true, skip_empty_lines: true });
}

const JsonCell = z.unknown().transform((value) => {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
});
const JsonRow = z.record(z.string(), z.unknown());
type JsonRow = z.infer<typeof JsonRow>;

/**
 * Rows of a reference, CSV or JSON. In JSON a row is an object, with what stands under `expected` beside the rest and
 * lists as JSON text; an object of rows has their names as `case`.
 */
export function readReference(path: string): ReferenceRow[] {
  if (!path.endsWith(".json")) return readReferenceTable(path);
  const content: unknown = JSON.parse(readFileSync(path, "utf8"));
  const rows = Array.isArray(content)
    ? content.map((row) => JsonRow.parse(row))
    : Object.entries(JsonRow.parse(content)).map(
        ([name, row]): JsonRow => ({ case: name, ...JsonRow.parse(row) }),
      );
  return rows.map(({ expected, ...row }) => {
    const nested = JsonRow.safeParse(expected);
    const answers = nested.success ? nested.data : expected === undefined ? {} : { expected };
    return z.record(z.string(), JsonCell).parse({ ...row, ...answers });
  });
}

/** A figure that differs from its reference: where, what was got, what was wanted. */
export type Mismatch = { readonly where: string; readonly got: string; readonly want: string };

export const TOLERANCE = 1e-9;

/** How far a column may be off. */
export type Tolerances = Readonly<
  Record<string, { readonly absolute: number } | { readonly relative: number }>
>;

/**
 * Compares rows in order, cell by cell over the reference's columns. Numbers agree within
 * 1e-9·max(1, |want|), or as their column's tolerance says; text must be equal; an empty cell means
 * null.
 */
export function compareTables(
  got: readonly Readonly<Record<string, Cell>>[],
  want: readonly ReferenceRow[],
  {
    tolerances = {},
    notJudged = [],
  }: { tolerances?: Tolerances; notJudged?: readonly string[] } = {},
): { figures: number; mismatches: Mismatch[] } {
  const mismatches: Mismatch[] = [];
  let figures = 0;
  if (got.length !== want.length) {
    mismatches.push({ where: "rows", got: String(got.length), want: String(want.length) });
  }
  want.forEach((row, index) => {
    for (const [column, wanted] of Object.entries(row)) {
      if (notJudged.includes(column)) continue;
      figures++;
      const value = got[index]?.[column];
      if (!agrees(value, wanted, allowed(column, tolerances, wanted))) {
        mismatches.push({ where: `row ${index + 1} ${column}`, got: String(value), want: wanted });
      }
    }
  });
  return { figures, mismatches };
}

/** By how much a number may differ from the wanted one. */
function allowed(column: string, tolerances: Tolerances, wanted: string): number {
  const size = Math.abs(Number(wanted));
  const own = tolerances[column];
  if (own === undefined) return TOLERANCE * Math.max(1, size);
  return "absolute" in own ? own.absolute : own.relative * size;
}

function agrees(got: Cell, want: string, difference: number): boolean {
  if (want === "") return got === null || got === "";
  if (got === null || got === undefined) return false;
  if (typeof got === "boolean") return String(Number(got)) === want;
  if (typeof got === "string") return got === want;
  const wanted = Number(want);
  return !Number.isNaN(wanted) && Math.abs(got - wanted) <= difference;
}
