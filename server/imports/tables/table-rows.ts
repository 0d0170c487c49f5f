import {
  columnName,
  type FieldValue,
  type ForeignRecord,
} from "../../../domain/imports/foreign-record.ts";
import type { Note } from "../../../domain/note.ts";
import type { RecordBatch } from "../record-source.ts";

/**
 * One row of a table; `cells` is null for a row that could not be read, `text` being its beginning.
 */
export type TableRow = {
  readonly row: number;
  readonly cells: readonly FieldValue[] | null;
  readonly text?: string;
};

export type TableHeader = { readonly row: number; readonly columns: readonly string[] };

/** Title rows above the headings are looked through this far. */
const HEADER_SEARCH_ROWS = 30;

export type TableOptions = {
  readonly file: string;
  readonly headerRow?: number | undefined;
  /** Columns that are used; empty: all. */
  readonly wanted: ReadonlySet<string>;
  /** Whether a row must have as many cells as there are headings. */
  readonly isStrict: boolean;
};

export type OpenedTable = {
  readonly header: TableHeader;
  readonly batches: AsyncIterable<RecordBatch>;
  close(): Promise<void>;
};

/**
 * Finds the headings and gives every later row as a record. The heading row is `headerRow`, else
 * the one of the first thirty that holds most of `wanted` (the first among equals); where none
 * holds any, the widest. Null for a table without rows.
 */
export async function openTable(
  rows: AsyncGenerator<readonly TableRow[]>,
  options: TableOptions,
): Promise<OpenedTable | null> {
  const first: TableRow[] = [];
  const needed = Math.max(HEADER_SEARCH_ROWS, options.headerRow ?? 0);
  let next = await rows.next();
  while (!next.done) {
    first.push(...next.value);
    if ((first.at(-1)?.row ?? 0) >= needed) break;
    next = await rows.next();
  }
  const header = findHeader(first, options.headerRow, options.wanted);
  if (!header) return null;
  const rest = first.filter(({ row }) => row > header.row);
  return {
    header,
    batches: recordBatches(rest, rows, header, options),
    close: async () => void (await rows.return(undefined)),
  };
}

export function findHeader(
  rows: readonly TableRow[],
  headerRow: number | undefined,
  wanted: ReadonlySet<string>,
): TableHeader | null {
  let best: TableHeader | null = null;
  let bestScore = -1;
  for (const { row, cells } of rows) {
    if (!cells || (headerRow === undefined ? row > HEADER_SEARCH_ROWS : row !== headerRow))
      continue;
    const columns = headings(cells);
    const found = columns.filter((name) => wanted.has(name)).length;
    const filled = columns.filter((name) => name !== "").length;
    const score = found * 1e6 + filled;
    if (filled > 0 && score > bestScore) [best, bestScore] = [{ row, columns }, score];
  }
  return best;
}

/** Trailing empty headings are cut off; a heading that repeats gets its number: `备注`, `备注 (2)`. */
function headings(cells: readonly FieldValue[]): string[] {
  const names = cells.map((cell) => (cell === null ? "" : columnName(String(cell))));
  while (names.at(-1) === "") names.pop();
  const seen = new Map<string, number>();
  return names.map((name) => {
    if (name === "") return name;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

async function* recordBatches(
  first: readonly TableRow[],
  rows: AsyncGenerator<readonly TableRow[]>,
  { columns }: TableHeader,
  { file, isStrict, wanted }: TableOptions,
): AsyncGenerator<RecordBatch> {
  const used = columns.map((name) => (wanted.size === 0 || wanted.has(name) ? name : ""));
  const toBatch = (some: readonly TableRow[]): RecordBatch => {
    const records: ForeignRecord[] = [];
    const notes: Note[] = [];
    for (const { row, cells, text } of some) {
      if (cells === null) {
        notes.push({ code: "row-unreadable", file, row, ...(text ? { value: text } : {}) });
      } else if (cells.some((cell) => cell !== null && cell !== "")) {
        const note = isStrict ? raggedNote(cells, columns) : null;
        if (note) notes.push({ ...note, file, row });
        records.push({ row, fields: fieldsOf(cells, used) });
      }
    }
    return { records, notes };
  };
  try {
    yield toBatch(first);
    for await (const some of rows) yield toBatch(some);
  } finally {
    await rows.return(undefined);
  }
}

function fieldsOf(
  cells: readonly FieldValue[],
  columns: readonly string[],
): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {};
  for (let i = 0; i < columns.length; i++) {
    const name = columns[i];
    if (name) fields[name] = cells[i] ?? null;
  }
  return fields;
}

/** Blank cells beyond the last heading are nothing to speak of. */
function raggedNote(
  cells: readonly FieldValue[],
  columns: readonly string[],
): Pick<Note, "code" | "value" | "detail"> | null {
  let length = cells.length;
  while (length > columns.length && (cells[length - 1] ?? "") === "") length--;
  if (length === columns.length) return null;
  return { code: "ragged-row", value: String(length), detail: String(columns.length) };
}
