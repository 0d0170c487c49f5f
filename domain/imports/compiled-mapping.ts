import type { CategoryTree } from "../category.ts";
import type { Photo } from "../problem.ts";
import { problemStates } from "../problem.ts";
import type { ProblemMapping, TimeFrom } from "../problem-mapping.ts";
import type { Datum } from "../spatial/datum.ts";
import type { Bounds } from "../spatial/lng-lat.ts";
import type { CityClock } from "../time.ts";
import { type CodeReader, codeReader } from "./coded-value.ts";
import type { FieldValue, ForeignRecord } from "./foreign-record.ts";
import { type ClosingsReader, closingsReader } from "./record-closings.ts";
import { photosReader } from "./record-photos.ts";
import { type PositionReading, positionReader } from "./record-position.ts";
import { type FieldReader, fieldReader, hashId } from "./record-text.ts";
import { clockOf, type SerialEpoch, type TimeReader, timeReader } from "./time-reading.ts";

export type RecordContext = {
  /** As notes name it. */
  readonly file: string;
  /** The pack's tree with what the mapping adds. */
  readonly tree: CategoryTree;
  readonly sources: readonly { readonly code: string; readonly name: string }[];
  readonly clock: CityClock;
  readonly bounds: Bounds | null;
  readonly datum: Datum;
  readonly now: number;
  /** Null where the file is no workbook. */
  readonly serialEpoch: SerialEpoch | null;
};

/** Where a time stands and how it is written. */
export type TimeField = { readonly readField: FieldReader; readonly readTime: TimeReader };

/** A mapping turned into one function a field. */
export type CompiledMapping = {
  readonly id: (record: ForeignRecord) => FieldValue;
  readonly category: CodeReader;
  readonly source: CodeReader;
  readonly state: CodeReader | null;
  readonly reportedAt: TimeField;
  readonly dueAt: TimeField | null;
  readonly closings: ClosingsReader;
  readonly position: (record: ForeignRecord) => PositionReading;
  readonly description: FieldReader;
  readonly address: FieldReader;
  readonly assetId: FieldReader;
  readonly unitId: FieldReader;
  readonly isHardDeduction: (record: ForeignRecord) => boolean;
  readonly photos: (record: ForeignRecord) => {
    readonly photos: readonly Photo[];
    readonly bad: readonly string[];
  };
};

const TRUE_TEXTS = ["1", "true", "yes", "y", "是", "有"];

/** Throws a DomainError when the mapping speaks of codes that neither it nor the pack defines. */
export function compileMapping(mapping: ProblemMapping, context: RecordContext): CompiledMapping {
  const blanks = new Set(mapping.blanks);
  const { tree, sources } = context;
  const sourceCodes = sources.map(({ code }) => code);
  const text = (from: ProblemMapping["description"]) =>
    from === undefined ? () => null : fieldReader(from, blanks);
  const time = (from: TimeFrom): TimeField => compileTime(from, mapping, context, blanks);
  return {
    id: idReader(mapping.id, blanks),
    category: codeReader(mapping.category, {
      field: "category",
      refusal: "unknown-category",
      entries: tree.list,
      nearest: (code) => tree.nearest(code),
      blanks,
    }),
    source: codeReader(mapping.source, {
      field: "source",
      refusal: "unknown-value",
      entries: sources,
      nearest: () => sourceCodes,
      blanks,
    }),
    state:
      mapping.state === undefined
        ? null
        : codeReader(mapping.state, {
            field: "status",
            refusal: "unknown-value",
            entries: problemStates.map((code) => ({ code, name: code })),
            nearest: () => problemStates,
            blanks,
          }),
    reportedAt: time(mapping.reportedAt),
    dueAt: mapping.dueAt === undefined ? null : time(mapping.dueAt),
    closings: closingsReader(mapping, blanks, time),
    position: positionReader(mapping.position, { ...context, blanks }),
    description: text(mapping.description),
    address: text(mapping.address),
    assetId: text(mapping.assetId),
    unitId: text(mapping.unitId),
    isHardDeduction: flagReader(mapping.isHardDeduction, blanks),
    photos: photosReader(mapping.photos, blanks),
  };
}

function compileTime(
  from: TimeFrom,
  mapping: ProblemMapping,
  context: RecordContext,
  blanks: ReadonlySet<string>,
): TimeField {
  const own: Exclude<TimeFrom, string> = typeof from === "string" ? { column: from } : from;
  const format = own.format ?? mapping.timeFormat ?? [];
  const clock = clockOf(own.timezone ?? mapping.timezone, context.clock);
  return {
    readField: fieldReader(from, blanks),
    readTime: timeReader(
      typeof format === "string" ? [format] : format,
      clock,
      context.serialEpoch,
    ),
  };
}

function idReader(
  from: ProblemMapping["id"],
  blanks: ReadonlySet<string>,
): (record: ForeignRecord) => FieldValue {
  if (typeof from === "string" || !("hashOf" in from)) return fieldReader(from, blanks);
  const readers = from.hashOf.map((column) => fieldReader(column, blanks));
  return function readHash(record) {
    const values = readers.map((read) => read(record));
    return values.every((value) => value === null) ? null : hashId(values, from.prefix);
  };
}

function flagReader(
  from: ProblemMapping["isHardDeduction"],
  blanks: ReadonlySet<string>,
): (record: ForeignRecord) => boolean {
  if (from === undefined) return () => false;
  const texts = new Set([...TRUE_TEXTS, ...from.values.map((value) => value.toLowerCase())]);
  const read = fieldReader(from, blanks);
  return (record) => texts.has(String(read(record) ?? "").toLowerCase());
}
