import { parse } from "csv-parse/sync";
import type { Note } from "../../../domain/note.ts";
import { clip } from "../../../domain/text/printable.ts";
import { readFileText } from "./file-text.ts";

/** Cells are trimmed; a column that the table lacks, or an empty cell, is "". */
export type TableRow<C extends string> = {
  /** Line of the file, the header being line 1; the last one of a row that spans several. */
  readonly row: number;
  readonly cells: Readonly<Record<C, string>>;
};

export type TableFile<C extends string> = {
  readonly file: string;
  readonly rows: readonly TableRow<C>[];
  readonly isMissing: boolean;
  readonly notes: readonly Note[];
};

/** Reads a CSV separated by comma, semicolon or tab. Never throws; ragged rows are taken with a note. */
export async function readTable<const C extends string>(
  folder: string,
  file: string,
  columns: readonly C[],
  required: readonly C[],
): Promise<TableFile<C>> {
  const { text, isMissing, notes: textNotes } = await readFileText(folder, file, "table");
  const notes = [...textNotes];
  if (text === null) return { file, rows: [], isMissing, notes };
  const [header, ...records] = parseRecords(text, file, notes);
  if (!header)
    return { file, rows: [], isMissing, notes: [...notes, { code: "file-empty", file }] };
  const names = header.record.map((name) => name.trim());
  const lacking = required.filter((column) => !names.includes(column));
  for (const field of lacking) notes.push({ code: "missing-field", file, row: 1, field });
  if (lacking.length > 0) return { file, rows: [], isMissing, notes };
  const indexes = new Map(columns.map((column) => [column, names.indexOf(column)]));
  for (const field of names) {
    if (field === "" || indexes.has(field as C)) continue;
    notes.push({ code: "unknown-column", file, row: 1, field: clip(field) });
  }
  const rows = records.map(({ record, info }): TableRow<C> => {
    if (record.length !== names.length) {
      const [value, detail] = [String(record.length), String(names.length)];
      notes.push({ code: "ragged-row", file, row: info.lines, value, detail });
    }
    return { row: info.lines, cells: cellsOf(columns, indexes, record) };
  });
  return { file, rows, isMissing, notes };
}

type CsvRecord = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

function parseRecords(text: string, file: string, notes: Note[]): CsvRecord[] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }) as unknown as CsvRecord[];
  } catch (error) {
    const { code, lines } = error as { code?: string; lines?: number };
    const isOpen = code === "CSV_QUOTE_NOT_CLOSED";
    const place = lines === undefined ? { file } : { file, row: lines };
    notes.push({ code: isOpen ? "file-truncated" : "row-unreadable", ...place });
    return [];
  }
}

/** Whichever the header has most of. */
function delimiterOf(text: string): string {
  const [header = ""] = text.split(/\r\n|\n|\r/, 1);
  const counted = [",", ";", "\t"].map((mark) => ({ mark, count: header.split(mark).length }));
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).mark;
}

/** The cast holds because every column is given an entry. */
function cellsOf<C extends string>(
  columns: readonly C[],
  indexes: ReadonlyMap<C, number>,
  record: readonly string[],
): Record<C, string> {
  const entries = columns.map((column) => {
    const cell = record[indexes.get(column) ?? -1];
    return [column, cell?.trim() ?? ""] as const;
  });
  return Object.fromEntries(entries) as Record<C, string>;
}
