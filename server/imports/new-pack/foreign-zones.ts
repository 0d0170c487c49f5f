import { DomainError } from "../../../domain/errors.ts";
import { type GridZone, type ZoneLevel, zoneLevels } from "../../../domain/grid-zone.ts";
import { ZoneId } from "../../../domain/ids.ts";
import { columnName, type ForeignRecord } from "../../../domain/imports/foreign-record.ts";
import type { Note } from "../../../domain/note.ts";
import type { Datum } from "../../../domain/spatial/datum.ts";
import { readGeometry } from "../../packs/reading/read-geometry.ts";
import { uniqueIds } from "./foreign-ids.ts";
import { guessIdField, guessNameField } from "./guess-fields.ts";
import { readAllRecords } from "./read-all-records.ts";

export type ForeignZoneOptions = {
  readonly datum: Datum;
  /** Properties; what is absent is guessed, with a note. */
  readonly nameField?: string | undefined;
  readonly idField?: string | undefined;
  readonly levelField?: string | undefined;
  readonly parentField?: string | undefined;
  /** Of every zone, unless a property says it. */
  readonly level?: ZoneLevel | undefined;
};

const NAME_LENGTH_MAX = 60;

const LEVEL_WORDS: Readonly<Record<string, ZoneLevel>> = {
  片区: "zone",
  网格片区: "zone",
  社区: "community",
  单元网格: "cell",
  网格: "cell",
};

/**
 * Reads foreign polygons as grid zones in WGS 84. Invalid ones are kept with a note, those without
 * an area are left out. Throws a DomainError for a file that holds no usable polygon, or lacks a
 * property asked for.
 */
export async function readForeignZones(
  path: string,
  options: ForeignZoneOptions,
): Promise<{ file: string; zones: readonly GridZone[]; notes: readonly Note[] }> {
  const { name: file, records, notes } = await readAllRecords(path);
  const fields = zoneFields(records, options, file, notes);
  const nextId = uniqueIds(file, "Z", records.length, notes);
  const zones: GridZone[] = [];
  for (const { row, fields: values, geometry } of records) {
    const given = fields.id === null ? null : values[fields.id];
    const id = ZoneId.parse(nextId(given ?? null, row));
    const remark = (note: Omit<Note, "file" | "row" | "id">) =>
      notes.push({ ...note, file, row, id });
    const frame = { datum: options.datum, allowed: null, reach: null };
    const read = readGeometry(geometry, ["Polygon", "MultiPolygon"], frame, remark);
    if (!read) continue;
    zones.push({
      id,
      name: nameOf(fields.name === null ? null : values[fields.name], id, remark),
      level:
        levelOf(fields.level === null ? null : values[fields.level]) ?? options.level ?? "zone",
      parentId: parentOf(fields.parent === null ? null : values[fields.parent]),
      geometry: read.geometry,
    });
  }
  if (zones.length === 0) {
    throw new DomainError("unreadable-file", { file, seems: "no-usable-zone" });
  }
  return { file, zones: withKnownParents(zones, file, notes), notes };
}

type ZoneFields = Readonly<Record<"name" | "id" | "level" | "parent", string | null>>;

function zoneFields(
  records: readonly ForeignRecord[],
  options: ForeignZoneOptions,
  file: string,
  notes: Note[],
): ZoneFields {
  const choose = (field: string, asked: string | undefined, guess: () => string | null) => {
    if (asked !== undefined) return knownField(asked, field, records, file);
    const guessed = guess();
    if (guessed !== null) notes.push({ code: "field-guessed", file, field, value: guessed });
    return guessed;
  };
  const name = choose("name", options.nameField, () => guessNameField(records));
  return {
    name,
    id: choose("id", options.idField, () => guessIdField(records)),
    level: choose("level", options.levelField, () =>
      options.level === undefined && everyHas(records, "level", isLevel) ? "level" : null,
    ),
    parent: choose("parentId", options.parentField, () =>
      records.some(({ fields }) => typeof fields.parentId === "string") ? "parentId" : null,
    ),
  };
}

function knownField(
  asked: string,
  field: string,
  records: readonly ForeignRecord[],
  file: string,
): string {
  const column = columnName(asked);
  const columns = new Set(records.slice(0, 1000).flatMap(({ fields }) => Object.keys(fields)));
  if (columns.has(column)) return column;
  throw new DomainError("column-missing", { file, field, column, columns: [...columns] });
}

function everyHas(
  records: readonly ForeignRecord[],
  name: string,
  test: (value: unknown) => boolean,
): boolean {
  return records.every(({ fields }) => test(fields[name]));
}

function isLevel(value: unknown): boolean {
  return levelOf(value) !== null;
}

function levelOf(value: unknown): ZoneLevel | null {
  const text = String(value ?? "").trim();
  return zoneLevels.find((level) => level === text) ?? LEVEL_WORDS[text] ?? null;
}

function parentOf(value: unknown): ZoneId | null {
  const parsed = ZoneId.safeParse(String(value ?? "").trim());
  return parsed.success ? parsed.data : null;
}

function nameOf(
  value: unknown,
  id: string,
  remark: (note: Omit<Note, "file" | "row" | "id">) => void,
): string {
  const name = String(value ?? "").trim();
  if (name === "") {
    remark({ code: "missing-field", field: "name", used: id });
    return id.slice(0, NAME_LENGTH_MAX);
  }
  if (name.length <= NAME_LENGTH_MAX) return name;
  remark({ code: "text-shortened", field: "name", detail: String(NAME_LENGTH_MAX) });
  return name.slice(0, NAME_LENGTH_MAX);
}

/** A parent that is no zone of this file is dropped. */
function withKnownParents(zones: readonly GridZone[], file: string, notes: Note[]): GridZone[] {
  const ids = new Set<string>(zones.map(({ id }) => id));
  return zones.map((zone) => {
    const { id, parentId } = zone;
    if (parentId === null || ids.has(parentId)) return zone;
    notes.push({
      code: "reference-dropped",
      file,
      id,
      field: "parentId",
      value: parentId,
      detail: "unknown",
    });
    return { ...zone, parentId: null };
  });
}
