import type { ForeignRecord } from "../../domain/imports/foreign-record.ts";
import type { SerialEpoch } from "../../domain/imports/time-reading.ts";
import type { Note } from "../../domain/note.ts";

/** Some records in file order, and notes about the rows they came from. */
export type RecordBatch = {
  readonly records: readonly ForeignRecord[];
  readonly notes: readonly Note[];
};

/**
 * A file opened as records. `batches` can be drawn once; leaving the loop early closes the file,
 * and so does `close`.
 */
export type RecordSource = {
  /** Headings as `columnName` has them; null for features, whose properties may differ. */
  readonly columns: readonly string[] | null;
  /** Null for what is no workbook. */
  readonly serialEpoch: SerialEpoch | null;
  /** About the file as a whole. */
  readonly notes: readonly Note[];
  readonly batches: AsyncIterable<RecordBatch>;
  /** For whoever will not draw the batches. */
  close(): Promise<void>;
};

/** How a table is laid out, as a mapping's `file` says; what is absent is found out. */
export type TableLayout = {
  /** From 1. */
  readonly headerRow?: number | undefined;
  readonly sheet?: string | undefined;
  readonly separator?: "," | ";" | "\t" | undefined;
  readonly encoding?: string | undefined;
  /** Whether cells of a CSV went through `guardCell`. */
  readonly isGuarded?: boolean | undefined;
};
