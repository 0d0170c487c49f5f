import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type AdMapping, columnsOfMapping } from "../../../domain/ads/inventory/ad-mapping.ts";
import { guessAdMapping } from "../../../domain/ads/inventory/guess-mapping.ts";
import {
  type AdDraft,
  type AdReadingContext,
  adReader,
  type UnknownWord,
} from "../../../domain/ads/inventory/read-ad.ts";
import { DomainError } from "../../../domain/errors.ts";
import type { ForeignRecord } from "../../../domain/imports/foreign-record.ts";
import { type Note, severityOf } from "../../../domain/note.ts";
import { openRecords } from "../open-records.ts";

/** A table as it was sent, read once; which column is what is decided afterwards. */
export type AdTable = {
  readonly file: string;
  readonly isTable: boolean;
  /** Headings, or properties by when they first occur. */
  readonly columns: readonly string[];
  readonly records: readonly ForeignRecord[];
  /** Of rows and of the file. */
  readonly notes: readonly Note[];
};

export type ReadAds = {
  readonly drafts: readonly AdDraft[];
  /** Rows that were left out. */
  readonly badRows: readonly number[];
  readonly notes: readonly Note[];
  readonly unknown: readonly (UnknownWord & { readonly count: number })[];
};

export const AD_ROWS_MOST = 100_000;
const SAMPLE_ROWS = 50;
const ROWS_AT_ONCE = 1000;

/** CSV, XLSX, GeoJSON or newline-delimited GeoJSON by what it is. Throws an `unreadable-file` refusal for what is none. */
export async function readAdTable(name: string, bytes: Uint8Array): Promise<AdTable> {
  const folder = await mkdtemp(join(tmpdir(), "wangge-ads-"));
  try {
    const file = safeName(name);
    const path = join(folder, file);
    await writeFile(path, bytes);
    const source = await openRecords(path, { wanted: new Set() });
    const records: ForeignRecord[] = [];
    const notes = [...source.notes];
    for await (const batch of source.batches) {
      records.push(...batch.records);
      notes.push(...batch.notes);
      if (records.length > AD_ROWS_MOST) throw tooLong(file);
    }
    const columns = source.columns ?? propertiesOf(records);
    return { file, isTable: source.columns !== null, columns, records, notes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function guessedMapping({ columns, records, isTable }: AdTable): AdMapping {
  return guessAdMapping(columns, records.slice(0, SAMPLE_ROWS), !isTable);
}

/** Throws `column-missing` for a mapping of columns that the file has not. */
export async function readAdDrafts(
  { file, records, columns, notes: before }: AdTable,
  mapping: AdMapping,
  context: Omit<AdReadingContext, "file">,
): Promise<ReadAds> {
  for (const column of columnsOfMapping(mapping)) {
    if (columns.includes(column)) continue;
    throw new DomainError("column-missing", { file, field: "mapping", column, columns });
  }
  const read = adReader(mapping, { ...context, file });
  const drafts: AdDraft[] = [];
  const notes: Note[] = [...before];
  const badRows = before.flatMap((note) =>
    note.row !== undefined && severityOf(note) === "error" ? [note.row] : [],
  );
  const unknown = new Map<string, UnknownWord & { count: number }>();
  for (const [i, record] of records.entries()) {
    const reading = read(record);
    if (reading.draft) drafts.push(reading.draft);
    else badRows.push(record.row);
    notes.push(...reading.notes);
    for (const word of reading.unknown) {
      const key = `${word.field} ${word.value}`;
      unknown.set(key, { ...word, count: (unknown.get(key)?.count ?? 0) + 1 });
    }
    if (i % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await nextTurn();
  }
  const words = [...unknown.values()].sort((a, b) => b.count - a.count);
  return { drafts, badRows, notes, unknown: words };
}

/** By when they first occur. */
function propertiesOf(records: readonly ForeignRecord[]): string[] {
  const names = new Set<string>();
  for (const { fields } of records) for (const name of Object.keys(fields)) names.add(name);
  return [...names];
}

/** Endings tell lines of features from one collection; folders are nobody's business. */
function safeName(name: string): string {
  const bare = basename(name.replaceAll("\\", "/")).replace(/[\p{Cc}/]/gu, "");
  return bare.slice(-100) || "公益广告台账";
}

function tooLong(file: string): DomainError {
  const problem = `at most ${AD_ROWS_MOST} rows; split the file`;
  return new DomainError("bad-body", { path: file, problem });
}
