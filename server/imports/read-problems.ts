import type { CategoryTree } from "../../domain/category.ts";
import type { PackManifest } from "../../domain/city-pack.ts";
import { DomainError } from "../../domain/errors.ts";
import { type MappedColumn, mappedColumns } from "../../domain/imports/mapped-columns.ts";
import { type ProblemReader, problemReader } from "../../domain/imports/problem-from-record.ts";
import type { Note, NoteCode } from "../../domain/note.ts";
import type { Problem } from "../../domain/problem.ts";
import { ownProblemMapping, type ProblemMapping } from "../../domain/problem-mapping.ts";
import type { Datum } from "../../domain/spatial/datum.ts";
import type { Bounds } from "../../domain/spatial/lng-lat.ts";
import { cityClock } from "../../domain/time.ts";
import { datumOfFile } from "../packs/file-datum.ts";
import { openRecords } from "./open-records.ts";
import { extendPack, type PackAdditions } from "./pack-additions.ts";
import type { RecordBatch, RecordSource } from "./record-source.ts";

export type ReadProgress = {
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly rowCount: number;
};

export type ReadProblemsOptions = {
  readonly path: string;
  /** Absent: the file is a pack's own problems file. */
  readonly mapping?: ProblemMapping | undefined;
  readonly manifest: PackManifest;
  /** The pack's, see `categoryTree`. */
  readonly tree: CategoryTree;
  /** What positions are judged by; absent: the manifest's. */
  readonly bounds?: Bounds | null | undefined;
  /** Beats the mapping's, and the manifest's for a pack's own file. */
  readonly datum?: Datum | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
};

export type ProblemBatch = {
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
};

export type ReadTotals = {
  /** Rows that are not blank, headings and titles aside. */
  readonly readCount: number;
  readonly problemCount: number;
  /** Of the problems, those without a position: 待定位. */
  readonly unplacedCount: number;
  /** Rows that gave no problem; each has a note of severity `error`. */
  readonly leftOutCount: number;
};

export type ProblemReading = {
  /** Name of the file, as notes have it. */
  readonly file: string;
  readonly additions: PackAdditions;
  /**
   * In file order, some hundreds at a time; to be drawn once. Ids may repeat: the later row is the
   * newer.
   */
  readonly batches: AsyncIterable<ProblemBatch>;
  /** As far as `batches` have been drawn. */
  totals(): ReadTotals;
};

/** Told as a number at the end, not row by row. */
const COUNTED: ReadonlySet<NoteCode> = new Set<NoteCode>(["time-ambiguous"]);

/**
 * Opens a file of problems in any of the formats of `openRecords`. Memory stays flat whatever the
 * file's size, but for a workbook's shared strings. Throws a DomainError before the first batch
 * when the file cannot be read at all, a column is missing that every row needs, or the mapping
 * names codes that nobody defines; afterwards only what is wrong with single rows is told, as
 * notes.
 */
export async function readProblems(options: ReadProblemsOptions): Promise<ProblemReading> {
  const { manifest, now, onProgress } = options;
  const mapping = options.mapping ?? ownProblemMapping;
  const columns = mappedColumns(mapping);
  const counts = { read: 0, problems: 0, unplaced: 0 };
  const source = await openRecords(options.path, {
    layout: mapping.file,
    wanted: new Set(columns.map(({ column }) => column)),
    onProgress: (bytesRead, bytesTotal) =>
      onProgress?.({ bytesRead, bytesTotal, rowCount: counts.read }),
  });
  try {
    const extended = extendPack(options, mapping, source.name);
    const missing = missingColumns(columns, source, source.name);
    const datum = datumOf(options, source.name);
    const read = problemReader(mapping, {
      file: source.name,
      tree: extended.tree,
      sources: extended.sources,
      clock: cityClock(manifest.timezone),
      bounds: options.bounds ?? manifest.bounds ?? null,
      datum,
      now,
      serialEpoch: source.serialEpoch,
    });
    const notes = [...source.notes, ...extended.notes, ...(options.mapping ? missing : [])];
    return {
      file: source.name,
      additions: extended.additions,
      batches: problemBatches(source, read, notes, counts, datum),
      totals: () => ({
        readCount: counts.read,
        problemCount: counts.problems,
        unplacedCount: counts.unplaced,
        leftOutCount: counts.read - counts.problems,
      }),
    };
  } catch (error) {
    await source.close();
    throw error;
  }
}

async function* problemBatches(
  source: RecordSource & { readonly name: string },
  read: ProblemReader,
  notesOfFile: readonly Note[],
  counts: { read: number; problems: number; unplaced: number },
  datum: Datum,
): AsyncGenerator<ProblemBatch> {
  const counted = new Map<string, Note>();
  if (notesOfFile.length > 0) yield { problems: [], notes: notesOfFile };
  for await (const batch of source.batches) {
    const result = readBatch(batch, read, counted);
    counts.read += batch.records.length + unreadableCount(batch);
    counts.problems += result.problems.length;
    for (const { position } of result.problems) if (position === null) counts.unplaced++;
    yield result;
  }
  const closing: Note[] = [...counted.values()];
  const placed = counts.problems - counts.unplaced;
  if (datum !== "wgs84" && placed > 0) {
    closing.push({ code: "datum-converted", file: source.name, detail: datum, count: placed });
  }
  if (counts.read === 0) closing.push({ code: "file-empty", file: source.name });
  if (closing.length > 0) yield { problems: [], notes: closing };
}

function readBatch(
  batch: RecordBatch,
  read: ProblemReader,
  counted: Map<string, Note>,
): ProblemBatch {
  const problems: Problem[] = [];
  const notes: Note[] = [...batch.notes];
  const tell = (note: Note) => {
    if (!COUNTED.has(note.code)) notes.push(note);
    else {
      const key = `${note.code} ${note.field}`;
      const known = counted.get(key);
      const { row: _, id: __, ...about } = note;
      counted.set(key, { ...(known ?? about), count: (known?.count ?? 0) + 1 });
    }
  };
  for (const record of batch.records) {
    const problem = read(record, tell);
    if (problem) problems.push(problem);
  }
  return { problems, notes };
}

/** Rows that could not be cut into cells have a note and no record. */
function unreadableCount({ notes }: RecordBatch): number {
  return notes.reduce((sum, { code }) => (code === "row-unreadable" ? sum + 1 : sum), 0);
}

/** Throws for a column that every row needs; features have no columns to look at beforehand. */
function missingColumns(
  columns: readonly MappedColumn[],
  source: RecordSource,
  file: string,
): Note[] {
  if (source.columns === null) return [];
  const there = new Set(source.columns);
  const missing = columns.filter(({ column }) => !there.has(column));
  const needed = missing.find(({ isRequired }) => isRequired);
  if (needed) {
    const { field, column } = needed;
    const given = source.columns.filter((name) => name !== "");
    throw new DomainError("column-missing", { file, field, column, columns: given });
  }
  return missing.map(({ field, column }) => ({
    code: "column-missing",
    file,
    field,
    value: column,
  }));
}

function datumOf({ datum, mapping, manifest }: ReadProblemsOptions, file: string): Datum {
  if (datum) return datum;
  return mapping ? (mapping.datum ?? "wgs84") : datumOfFile(manifest, file);
}
