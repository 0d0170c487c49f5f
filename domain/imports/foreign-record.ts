import type { Geometry } from "geojson";

/**
 * A cell or property as the file has it; nested JSON comes as its text, a date cell as
 * `yyyy-MM-dd[THH:mm:ss]`.
 */
export type FieldValue = string | number | boolean | null;

/** One row of a table or one feature, whatever the file was. */
export type ForeignRecord = {
  /** As in `Note.row`. */
  readonly row: number;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Present for GeoJSON only, in the file's own datum. */
  readonly geometry?: Geometry | null;
};

/**
 * Header cells and the names in a mapping are compared in this form: trimmed, runs of white space
 * one blank.
 */
export function columnName(text: string): string {
  return text.replace(/[\s\u3000\ufeff]+/g, " ").trim();
}
