import { DomainError } from "../../../domain/errors.ts";
import { SectionId } from "../../../domain/ids.ts";
import type { FieldValue, ForeignRecord } from "../../../domain/imports/foreign-record.ts";
import type { Note } from "../../../domain/note.ts";
import {
  classOfHighway,
  type RoadClass,
  type RoadSection,
  roadClasses,
} from "../../../domain/road-section.ts";
import type { Datum } from "../../../domain/spatial/datum.ts";
import type { Bounds } from "../../../domain/spatial/lng-lat.ts";
import { reachOf } from "../../packs/reading/coordinate-frame.ts";
import { readGeometry } from "../../packs/reading/read-geometry.ts";
import { uniqueIds } from "./foreign-ids.ts";
import { guessIdField } from "./guess-fields.ts";
import { readRoadRecords } from "./road-records.ts";

const NAME_LENGTH_MAX = 100;
/** OpenStreetMap, Geofabrik's shapes, and what Chinese surveys call them. */
const NAME_KEYS = ["name", "NAME", "name:zh", "名称", "道路名称", "路名"];
const HIGHWAY_KEYS = ["highway", "fclass"];
const CLASS_KEYS = ["class", "道路等级", "等级"];

const CLASS_WORDS: Readonly<Record<string, RoadClass>> = {
  快速路: "none",
  主干道: "arterial",
  主干路: "arterial",
  次干道: "secondary",
  次干路: "secondary",
  支路: "branch",
  背街小巷: "lane",
  巷道: "lane",
};

/**
 * Reads foreign lines as road sections in WGS 84; the class comes from the file's own, else from
 * OSM's `highway`. What comes from OSM is WGS 84 whatever `datum` says. `bounds` are the city's: lines that fit it only with their axes exchanged are
 * left out. Throws a DomainError for a file without usable lines.
 */
export async function readForeignRoads(
  path: string,
  { datum, bounds }: { readonly datum: Datum; readonly bounds: Bounds },
): Promise<{ file: string; roads: readonly RoadSection[]; notes: readonly Note[] }> {
  const { name: file, records, isWgs84, ...read } = await readRoadRecords(path, bounds);
  const notes = [...read.notes];
  const idField = read.idField ?? guessIdField(records);
  if (idField !== null && idField !== read.idField) {
    notes.push({ code: "field-guessed", file, field: "id", value: idField });
  }
  const nextId = uniqueIds(file, "R", records.length, notes);
  const frame = { datum: isWgs84 ? "wgs84" : datum, allowed: null, reach: reachOf(bounds) };
  const roads: RoadSection[] = [];
  let unclassed = 0;
  for (const { row, fields, geometry } of records) {
    const id = SectionId.parse(nextId((idField === null ? null : fields[idField]) ?? null, row));
    const read = readGeometry(geometry, ["LineString", "MultiLineString"], frame, (note) =>
      notes.push({ ...note, file, row, id }),
    );
    if (!read) continue;
    const highway = firstOf(fields, HIGHWAY_KEYS);
    const own = classOf(firstOf(fields, CLASS_KEYS));
    if (highway === null && own === null) unclassed++;
    roads.push({
      id,
      name: firstOf(fields, NAME_KEYS)?.slice(0, NAME_LENGTH_MAX) ?? null,
      highway,
      class: own ?? classOfHighway[highway ?? ""] ?? "none",
      isOneway: isOneway(fields.oneway ?? null),
      geometry: read.geometry,
    });
  }
  if (roads.length === 0) {
    throw new DomainError("unreadable-file", { file, seems: "no-usable-line" });
  }
  if (unclassed > 0) notes.push({ code: "class-unknown", file, count: unclassed });
  return { file, roads, notes };
}

/** OSMnx writes a list where it joined ways: the first counts. */
function firstOf(fields: ForeignRecord["fields"], keys: readonly string[]): string | null {
  for (const key of keys) {
    const text = String(fields[key] ?? "").trim();
    const list = /^\["([^"]*)"/.exec(text);
    if (text !== "") return list?.[1] ?? text;
  }
  return null;
}

function classOf(text: string | null): RoadClass | null {
  return roadClasses.find((each) => each === text) ?? CLASS_WORDS[text ?? ""] ?? null;
}

function isOneway(value: FieldValue): boolean {
  return /^(?:yes|true|1|-1|f|t)$/i.test(String(value ?? ""));
}
