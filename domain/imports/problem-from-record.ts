import type { CategoryCode, CategoryTree } from "../category.ts";
import type { ProblemId, UnitId } from "../ids.ts";
import type { Note, NoteCode } from "../note.ts";
import {
  type Closing,
  isDropped,
  NO_LIMIT,
  type Problem,
  type ProblemState,
  standingClosedAt,
} from "../problem.ts";
import type { ProblemMapping } from "../problem-mapping.ts";
import type { LngLat } from "../spatial/lng-lat.ts";
import { HOUR_MS } from "../time.ts";
import { type CompiledMapping, compileMapping, type RecordContext } from "./compiled-mapping.ts";
import type { FieldValue, ForeignRecord } from "./foreign-record.ts";
import { orderClosings } from "./record-closings.ts";
import type { TimeReader } from "./time-reading.ts";

export type ProblemReader = (record: ForeignRecord, tell: (note: Note) => void) => Problem | null;

/** Tells one thing about the record at hand. */
type Say = (code: NoteCode, about?: Omit<Note, "code" | "file" | "row" | "id">) => void;

/** One record on its way. */
type Reading = {
  readonly record: ForeignRecord;
  readonly mapping: CompiledMapping;
  readonly say: Say;
  readonly now: number;
};

const ID_LIMIT = 100;
const ADDRESS_LIMIT = 300;
const DESCRIPTION_LIMIT = 4000;
const EXCERPT_LENGTH = 80;

/**
 * Compiles a mapping. The reader answers a problem, or null after at least one note of severity
 * `error`; everything odd is told as it is found. Throws a DomainError when the mapping speaks of
 * codes that neither it nor the pack defines.
 */
export function problemReader(mapping: ProblemMapping, context: RecordContext): ProblemReader {
  const compiled = compileMapping(mapping, context);
  const { file, now, tree } = context;
  return function readProblem(record, tell) {
    const id = idText(compiled.id(record));
    const named = id === null ? {} : { id: excerpt(id) };
    const say: Say = (code, about) => tell({ code, file, row: record.row, ...named, ...about });
    const reading = { record, mapping: compiled, say, now };
    const key = readKey(id, reading, tree);
    return key && readRest(key, reading, tree);
  };
}

type Key = {
  readonly id: ProblemId;
  readonly category: CategoryCode;
  readonly source: string;
  readonly reportedAt: number;
};

/** What a problem cannot be without; null, with a note for every part that is missing. */
function readKey(id: string | null, reading: Reading, tree: CategoryTree): Key | null {
  const { record, mapping, say } = reading;
  if (id === null) say("missing-field", { field: "id" });
  else if (id.length > ID_LIMIT) say("bad-field", { field: "id", value: excerpt(id) });
  const category = mapping.category(record);
  if (category.code === null) {
    if (category.value === null) say("missing-field", { field: "category" });
    else {
      const detail = tree.nearest(category.value).join(", ");
      say("unknown-category", { field: "category", value: excerpt(category.value), detail });
    }
  }
  const source = mapping.source(record);
  if (source.code === null) {
    if (source.value === null) say("missing-field", { field: "source" });
    else say("unknown-source", { field: "source", value: excerpt(source.value) });
  }
  const { readField, readTime } = mapping.reportedAt;
  const reported = readField(record);
  if (reported === null) say("missing-field", { field: "reportedAt" });
  const reportedAt = readInstant(reported, readTime, "reportedAt", "bad-field", reading);
  if (id === null || id.length > ID_LIMIT || reportedAt === null) return null;
  if (category.code === null || source.code === null) return null;
  return {
    id: id as ProblemId,
    category: category.code as CategoryCode,
    source: source.code,
    reportedAt,
  };
}

function readRest(key: Key, reading: Reading, tree: CategoryTree): Problem {
  const { record, mapping, say } = reading;
  const closings = readClosings(key, reading);
  const { photos, bad } = mapping.photos(record);
  for (const file of bad) {
    say("ignored-field", { field: "photos", value: excerpt(file), detail: "photo-file" });
  }
  return {
    id: key.id,
    category: key.category,
    position: readPosition(reading),
    reportedAt: key.reportedAt,
    dueAt: readDueAt(key, reading, tree),
    closings,
    source: key.source,
    state: readState(closings, reading),
    description:
      shortened(mapping.description(record), "description", DESCRIPTION_LIMIT, say) ?? "",
    address: shortened(mapping.address(record), "address", ADDRESS_LIMIT, say),
    assetId: reference(mapping.assetId(record), "assetId", say),
    isHardDeduction: mapping.isHardDeduction(record),
    assignedUnitId: reference(mapping.unitId(record), "unitId", say) as UnitId | null,
    photos,
  };
}

function readInstant(
  value: FieldValue,
  readTime: TimeReader,
  field: string,
  onBad: "bad-field" | "ignored-field",
  { say, now }: Reading,
): number | null {
  if (value === null) return null;
  const time = readTime.read(value);
  if (time === null) {
    say(onBad, { field, value: excerpt(value), detail: readTime.expects });
    return null;
  }
  if (time.isAmbiguous) say("time-ambiguous", { field, value: excerpt(value) });
  if (time.epochMs > now && field !== "dueAt") {
    say("time-in-future", { field, value: excerpt(value) });
  }
  return time.epochMs;
}

/** As given, else by the category's limit, else none; `NO_LIMIT` is none whatever the category. */
function readDueAt(key: Key, reading: Reading, tree: CategoryTree): number | null {
  const due = reading.mapping.dueAt;
  const value = due ? due.readField(reading.record) : null;
  if (value === NO_LIMIT) return null;
  const given = due ? readInstant(value, due.readTime, "dueAt", "ignored-field", reading) : null;
  if (given !== null) {
    if (given < key.reportedAt) {
      reading.say("due-before-reported", { field: "dueAt", value: excerpt(value) });
    }
    return given;
  }
  const ordinal = tree.ordinalOf(key.category);
  const dueHours = ordinal === undefined ? undefined : tree.at(ordinal).dueHours;
  return dueHours === undefined ? null : key.reportedAt + Math.round(dueHours * HOUR_MS);
}

function readClosings({ reportedAt }: Key, reading: Reading): readonly Closing[] {
  const { mapping, record, say } = reading;
  const raws = mapping.closings(record);
  if (raws === null) say("ignored-field", { field: "closings", detail: "list" });
  const read: Closing[] = [];
  for (const raw of raws ?? []) {
    const [closedAt, reopenedAt] = [
      readInstant(raw.closedAt, raw.readClosedAt, "closedAt", "ignored-field", reading),
      readInstant(raw.reopenedAt, raw.readReopenedAt, "reopenedAt", "ignored-field", reading),
    ];
    if (closedAt === null) continue;
    read.push({ closedAt, reopenedAt });
    if (closedAt < reportedAt) {
      say("closed-before-reported", { field: "closedAt", value: excerpt(raw.closedAt) });
    }
  }
  const { closings, dropped } = orderClosings(read);
  for (const at of dropped) {
    const value = new Date(at).toISOString();
    say("ignored-field", { field: "closings", value, detail: "closing-order" });
  }
  return closings;
}

/** The state given, unless it contradicts the closings: then these win. */
function readState(closings: readonly Closing[], { record, mapping, say }: Reading): ProblemState {
  const derived = standingClosedAt(closings) === null ? "reported" : "closed";
  const { value, code } = mapping.state?.(record) ?? { value: null, code: null };
  if (code === null) {
    if (value !== null) say("unknown-state", { field: "status", value: excerpt(value) });
    return derived;
  }
  const given = code as ProblemState;
  if (isDropped(given) || (given === "closed") === (derived === "closed")) return given;
  say("state-disagrees", { field: "status", value: given, detail: derived });
  return derived;
}

function readPosition({ record, mapping, say }: Reading): LngLat | null {
  const reading = mapping.position(record);
  switch (reading.kind) {
    case "placed":
      if (reading.isOutsideBounds) say("outside-bounds", { at: reading.at });
      return reading.at;
    case "missing":
      say("no-position");
      return null;
    case "swapped":
      say("axes-maybe-swapped", { value: reading.value });
      return null;
    case "impossible":
      say("impossible-position", { value: excerpt(reading.value), detail: reading.why });
      return null;
  }
}

function shortened(value: FieldValue, field: string, limit: number, say: Say): string | null {
  if (value === null) return null;
  const text = String(value);
  if (text.length <= limit) return text;
  say("text-shortened", { field, detail: String(limit) });
  return text.slice(0, limit);
}

function reference(value: FieldValue, field: string, say: Say): string | null {
  if (value === null) return null;
  const text = String(value);
  if (text.length <= ID_LIMIT) return text;
  say("ignored-field", { field, value: excerpt(text) });
  return null;
}

/** A number too large to have survived as one is no id. */
function idText(value: FieldValue): string | null {
  if (typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return null;
  }
  return value === null || typeof value === "boolean" ? null : String(value);
}

function excerpt(value: FieldValue): string {
  const text = String(value);
  return text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH - 1)}…` : text;
}
