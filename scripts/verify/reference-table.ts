import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

export type Cell = string | number | boolean | null | undefined;
export type ReferenceRow = Readonly<Record<string, string>>;

/** Rows of a reference CSV by column name; an empty field is null. */
export function readReferenceTable(path: string): ReferenceRow[] {
  return parse(readFileSync(path, "utf8"), { columns: true, skip_empty_lines: true });
}

/** A figure that differs from its reference: where, what was got, what was wanted. */
export type Mismatch = { readonly where: string; readonly got: string; readonly want: string };

export const TOLERANCE = 1e-9;

/**
 * Compares rows in order, cell by cell over the reference's columns. Numbers agree within
 * 1e-9·max(1, |want|), or the tolerance given; text must be equal; an empty cell means null.
 */
export function compareTables(
  got: readonly Readonly<Record<string, Cell>>[],
  want: readonly ReferenceRow[],
  tolerance = TOLERANCE,
): { figures: number; mismatches: Mismatch[] } {
  const mismatches: Mismatch[] = [];
  let figures = 0;
  if (got.length !== want.length) {
    mismatches.push({ where: "rows", got: String(got.length), want: String(want.length) });
  }
  want.forEach((row, index) => {
    for (const [column, wanted] of Object.entries(row)) {
      figures++;
      const value = got[index]?.[column];
      if (!agrees(value, wanted, tolerance)) {
        mismatches.push({ where: `row ${index + 1} ${column}`, got: String(value), want: wanted });
      }
    }
  });
  return { figures, mismatches };
}

export function agrees(got: Cell, want: string, tolerance = TOLERANCE): boolean {
  if (want === "") return got === null;
  if (got === null || got === undefined) return false;
  if (typeof got === "boolean") return String(Number(got)) === want;
  if (typeof got === "string") return got === want;
  const wanted = Number(want);
  if (Number.isNaN(wanted)) return false;
  return Math.abs(got - wanted) <= tolerance * Math.max(1, Math.abs(wanted));
}
