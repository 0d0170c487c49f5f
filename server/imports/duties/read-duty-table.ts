import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DutyScope } from "../../../domain/duty.ts";
import type { DutyRow } from "../../../domain/duty-import.ts";
import {
  codeOfScopeText,
  codeOfWord,
  type DutyTitle,
  dayOfText,
  dutyTitleKeys,
  dutyTitles,
  roleWords,
  scopeWords,
} from "../../../domain/duty-table.ts";
import { DomainError } from "../../../domain/errors.ts";
import type { ForeignRecord } from "../../../domain/imports/foreign-record.ts";
import { columnName } from "../../../domain/imports/foreign-record.ts";
import { type Note, severityOf } from "../../../domain/note.ts";
import { type DutyTargets, dutyColumns, readDuties } from "../../packs/read-duties.ts";
import { openRecords } from "../open-records.ts";
import { type DutyTableError, dutyTableError } from "./duty-row-message.ts";

export type DutyTableTargets = DutyTargets & {
  readonly nameOf: (scope: DutyScope) => string | null;
};

export type ReadDutyTable = {
  readonly rows: readonly DutyRow[];
  readonly errors: readonly DutyTableError[];
};

const REQUIRED = ["role", "scopeType", "scopeId", "from"] as const;
/** What refusals call the file. */
const FILE = "责任表";

/** Titles in Chinese, with full-width brackets too, and the codes of a pack's table. */
const keyOfTitle = new Map<string, DutyTitle>(
  dutyTitleKeys.flatMap((key) => {
    const title = dutyTitles[key];
    const wide = title.replace("(", "（").replace(")", "）");
    return [title, wide, key].map((name) => [columnName(name), key] as const);
  }),
);

/**
 * Reads a duty table, CSV or XLSX by what it is; rows whose first cell begins with # explain and are passed over. With any
 * error, rows are those that have none. Throws an `unreadable-file` refusal for what is no table.
 */
export async function readDutyTable(
  bytes: Uint8Array,
  targets: DutyTableTargets,
): Promise<ReadDutyTable> {
  const { records, notes } = await recordsOf(bytes);
  const given = records.map(({ row, fields }) => ({ row, cells: cellsOf(fields) }));
  const used = given.filter(({ cells }) => !cells.id.startsWith("#"));
  const rowOfId = new Map<string, { row: number; isNamed: boolean }>();
  const rows = used.map(({ row, cells }) => {
    const isNamed = cells.id !== "";
    const id = isNamed ? cells.id : `NEW-${row}`;
    if (!rowOfId.has(id)) rowOfId.set(id, { row, isNamed });
    return { row, cells: { ...coded(cells), id } };
  });
  const read = readDuties({ file: FILE, rows, isMissing: false, notes: [] }, targets);
  const nameOfRow = new Map(used.map(({ row, cells }) => [row, cells.scopeName]));
  const found: Note[] = [...notes, ...read.notes];
  const duties = read.value.flatMap((duty): DutyRow[] => {
    const place = rowOfId.get(duty.id);
    if (!place) return [];
    const name = nameOfRow.get(place.row) ?? "";
    const known = targets.nameOf(duty.scope);
    if (name !== "" && known !== null && name !== known) {
      const about = { field: "scopeName", value: name, detail: known };
      found.push({ code: "state-disagrees", file: FILE, row: place.row, ...about });
      return [];
    }
    return [{ ...place, duty }];
  });
  const errors = found.map(dutyTableError).sort((a, b) => a.row - b.row);
  return { rows: duties, errors };
}

async function recordsOf(
  bytes: Uint8Array,
): Promise<{ records: ForeignRecord[]; notes: readonly Note[] }> {
  const folder = await mkdtemp(join(tmpdir(), "wangge-duties-"));
  try {
    const path = join(folder, FILE);
    await writeFile(path, bytes);
    const wanted = new Set(keyOfTitle.keys());
    const source = await openRecords(path, { layout: { isGuarded: true }, wanted });
    const { columns } = source;
    if (columns === null) {
      await source.close();
      throw new DomainError("unreadable-file", { file: FILE, seems: "json" });
    }
    const notes = headerNotes(columns);
    const records: ForeignRecord[] = [];
    for await (const batch of source.batches) {
      records.push(...batch.records);
      notes.push(...batch.notes.filter((note) => severityOf(note) !== "info"));
    }
    return { records: notes.some(isAboutHeader) ? [] : records, notes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function headerNotes(columns: readonly string[]): Note[] {
  const keys = new Set(columns.map((name) => keyOfTitle.get(name)));
  const missing = REQUIRED.filter((key) => !keys.has(key)).map((key) => dutyTitles[key]);
  const unknown = columns.filter((name) => name !== "" && !keyOfTitle.has(name));
  return [
    ...missing.map((field) => ({ code: "column-missing" as const, file: FILE, row: 1, field })),
    ...unknown.map((value) => ({ code: "unknown-column" as const, file: FILE, row: 1, value })),
  ];
}

function isAboutHeader({ code }: Note): boolean {
  return code === "column-missing";
}

function cellsOf(fields: ForeignRecord["fields"]): Record<DutyTitle, string> {
  const cells = Object.fromEntries(dutyTitleKeys.map((key) => [key, ""]));
  for (const [name, value] of Object.entries(fields)) {
    const key = keyOfTitle.get(name);
    if (key !== undefined && value !== null) cells[key] = String(value).trim();
  }
  return cells as Record<DutyTitle, string>;
}

/** Words as codes; the cast holds because every column is given. */
function coded(cells: Record<DutyTitle, string>): Record<(typeof dutyColumns)[number], string> {
  const codes: Record<DutyTitle, string> = {
    ...cells,
    role: codeOfWord(roleWords, cells.role),
    scopeType: codeOfWord(scopeWords, cells.scopeType),
    also: cells.also === "" ? "" : codeOfScopeText(cells.also),
    from: dayOfText(cells.from),
    to: dayOfText(cells.to),
  };
  const entries = dutyColumns.map((column) => [column, codes[column]]);
  return Object.fromEntries(entries) as Record<(typeof dutyColumns)[number], string>;
}
