import { DomainError } from "../../domain/errors.ts";
import type { FieldValue } from "../../domain/imports/foreign-record.ts";
import { unguardCell } from "../../domain/imports/guarded-cell.ts";
import { openText } from "./open-text.ts";
import type { ByteProgress } from "./raw-chunks.ts";
import type { RecordSource, TableLayout } from "./record-source.ts";
import type { SniffedFile } from "./sniff-file.ts";
import { csvRows, findSeparator, type Separator } from "./tables/csv-rows.ts";
import { openTable, type TableRow } from "./tables/table-rows.ts";

/**
 * A table of text, packed or not, in any encoding, separated by `,`, `;` or tabs. Throws an
 * `unreadable-file` refusal.
 */
export async function openCsvRecords(
  file: SniffedFile,
  options: {
    readonly layout: TableLayout;
    readonly wanted: ReadonlySet<string>;
    readonly onProgress?: ByteProgress | undefined;
  },
): Promise<RecordSource> {
  const { layout, wanted, onProgress } = options;
  const text = await openText(file, layout.encoding);
  const head = new TextDecoder(text.encoding).decode(file.head);
  const separator = layout.separator ?? declaredSeparator(head) ?? findSeparator(head);
  const rows = csvRows(text.chunks(onProgress), separator);
  const table = await openTable(layout.isGuarded ? unguarded(rows) : rows, {
    file: file.name,
    headerRow: layout.headerRow,
    wanted,
    isStrict: true,
  });
  if (!table) throw new DomainError("unreadable-file", { file: file.name, seems: "empty" });
  return {
    columns: table.header.columns,
    serialEpoch: null,
    notes: text.notes,
    batches: table.batches,
    close: table.close,
  };
}

async function* unguarded(
  rows: AsyncIterable<readonly TableRow[]>,
): AsyncGenerator<readonly TableRow[]> {
  const plain = (cell: FieldValue) => (typeof cell === "string" ? unguardCell(cell) : cell);
  for await (const some of rows) {
    yield some.map((row) => (row.cells ? { ...row, cells: row.cells.map(plain) } : row));
  }
}

/** The first line that Excel reads and writes: `sep=;`. */
function declaredSeparator(head: string): Separator | null {
  const match = /^sep=([,;\t])\s/i.exec(head);
  return match ? (match[1] as Separator) : null;
}
