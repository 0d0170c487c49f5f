import type { Geometry } from "geojson";
import { DomainError } from "../../domain/errors.ts";
import {
  columnName,
  type FieldValue,
  type ForeignRecord,
} from "../../domain/imports/foreign-record.ts";
import type { Note } from "../../domain/note.ts";
import { FeatureScanner } from "./features/feature-scanner.ts";
import { type TextLine, textLines } from "./features/text-lines.ts";
import { openText } from "./open-text.ts";
import type { ByteProgress } from "./raw-chunks.ts";
import type { RecordBatch, RecordSource } from "./record-source.ts";
import type { SniffedFile } from "./sniff-file.ts";

const CLOSERS: ReadonlySet<number | undefined> = new Set([0x7d, 0x5d]);
const LINE_NAMES = /\.(?:geojsonl|geojsons|jsonl|ndjson|geojsonseq)(?:\.gz)?$/i;

/**
 * Features of a GeoJSON collection of any size, of newline-delimited GeoJSON, or of an RFC 8142
 * sequence; plain JSON objects are records without geometry. Properties keep their names in the
 * form of `columnName`, nested ones come as JSON text, a feature's `id` stands in where the
 * properties have none. Throws an `unreadable-file` refusal for JSON that holds no features, or
 * ends in the middle.
 */
export async function openGeojsonRecords(
  file: SniffedFile,
  options: {
    readonly encoding?: string | undefined;
    readonly wanted: ReadonlySet<string>;
    readonly onProgress?: ByteProgress | undefined;
  },
): Promise<RecordSource> {
  const text = await openText(file, options.encoding);
  const isLines = LINE_NAMES.test(file.name) || beginsWithWholeFeature(file.head);
  if (!isLines && !CLOSERS.has(text.lastByte)) {
    throw new DomainError("unreadable-file", { file: file.name, seems: "truncated" });
  }
  const chunks = text.chunks(options.onProgress);
  const pieces = isLines ? textLines(chunks) : featureTexts(chunks, file.name);
  return {
    columns: null,
    serialEpoch: null,
    notes: text.notes,
    batches: recordBatches(pieces, file.name, options.wanted),
    close: async () => void (await pieces.return(undefined)),
  };
}

async function* featureTexts(
  chunks: AsyncIterable<Buffer>,
  file: string,
): AsyncGenerator<readonly TextLine[]> {
  const scanner = new FeatureScanner();
  let row = 0;
  try {
    for await (const chunk of chunks) {
      yield scanner.push(chunk).map((bytes) => {
        row++;
        return { row, text: bytes.toString("utf8"), isWhole: true };
      });
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new DomainError("unreadable-file", { file, seems: "not-a-feature-list" });
  }
  const rest = scanner.unfinished();
  if (rest) yield [{ row: row + 1, text: rest.toString("utf8", 0, 240), isWhole: false }];
}

async function* recordBatches(
  pieces: AsyncIterable<readonly TextLine[]>,
  file: string,
  wanted: ReadonlySet<string>,
): AsyncGenerator<RecordBatch> {
  let isFirst = true;
  for await (const some of pieces) {
    const records: ForeignRecord[] = [];
    const notes: Note[] = [];
    for (const { row, text, isWhole } of some) {
      const value = isWhole ? parseLenient(text) : undefined;
      if (!isObject(value)) {
        notes.push({ code: "row-unreadable", file, row, value: text.slice(0, 80) });
        continue;
      }
      if (isFirst) refuseOther(value, file, wanted);
      isFirst = false;
      records.push(recordOf(row, value));
    }
    if (records.length > 0 || notes.length > 0) yield { records, notes };
  }
}

function recordOf(row: number, value: Readonly<Record<string, unknown>>): ForeignRecord {
  if (value.type !== "Feature") return { row, fields: fieldsOf(value) };
  const properties = isObject(value.properties) ? value.properties : {};
  const fields = fieldsOf(properties);
  if (fields.id === undefined && value.id !== undefined) fields.id = fieldValue(value.id);
  return { row, fields, geometry: isObject(value.geometry) ? asGeometry(value.geometry) : null };
}

function fieldsOf(properties: Readonly<Record<string, unknown>>): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(properties)) {
    fields[columnName(name)] = fieldValue(value);
  }
  return fields;
}

function fieldValue(value: unknown): FieldValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return value;
  }
  return JSON.stringify(value);
}

/** JSON, with Python's NaN and Infinity read as null. Undefined for anything else. */
function parseLenient(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const mended = text.replace(
      /("(?:[^"\\]|\\.)*")|-?\b(?:NaN|Infinity)\b/g,
      (_, quoted: string | undefined) => quoted ?? "null",
    );
    if (mended === text) return undefined;
    try {
      return JSON.parse(mended);
    } catch {
      return undefined;
    }
  }
}

function refuseOther(
  value: Readonly<Record<string, unknown>>,
  file: string,
  wanted: ReadonlySet<string>,
): void {
  if (value.type === "Topology") {
    throw new DomainError("unreadable-file", { file, seems: "topojson" });
  }
  if (value.type === "Feature") return;
  if (!Object.keys(value).some((name) => wanted.has(columnName(name)))) {
    throw new DomainError("unreadable-file", { file, seems: "not-a-feature-list" });
  }
}

/** Whether the first line is one JSON object that is no collection, and so the others are too. */
function beginsWithWholeFeature(head: Buffer): boolean {
  const [first = ""] = head
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .trimStart()
    .split(/\r?\n/, 1);
  if (first.startsWith("\u001e")) return true;
  const value = parseLenient(first);
  return isObject(value) && value.type !== "FeatureCollection" && value.type !== "Topology";
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Whoever uses a foreign geometry looks at its type and coordinates first, see `positionReader`.
 */
function asGeometry(value: Readonly<Record<string, unknown>>): Geometry {
  return value as unknown as Geometry;
}
