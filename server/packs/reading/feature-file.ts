import type { Note } from "../../../domain/note.ts";
import type { Datum } from "../../../domain/spatial/datum.ts";
import { clip, outline } from "../../../domain/text/printable.ts";
import { readFileText } from "./file-text.ts";
import { parseJsonText } from "./json-text.ts";

/** A feature as it stands in the file, nothing checked but that it is an object. */
export type RawFeature = {
  /** Position in the feature list, from 1. */
  readonly row: number;
  /** `properties.id`, else the feature's own id; what it is remains to be checked. */
  readonly id: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: unknown;
};

export type FeatureFile = {
  readonly file: string;
  /** Null when the file is missing or is no feature list. */
  readonly features: readonly RawFeature[] | null;
  readonly isMissing: boolean;
  readonly notes: readonly Note[];
};

/**
 * Reads a GeoJSON file as a list of features; a bare feature, geometry or array is taken as well,
 * with a note. Never throws. `datum` is what the pack declares, compared with an old `crs` member.
 */
export async function readFeatureFile(
  folder: string,
  file: string,
  datum: Datum,
): Promise<FeatureFile> {
  const { text, isMissing, notes: textNotes } = await readFileText(folder, file, "json");
  if (text === null) return { file, features: null, isMissing, notes: textNotes };
  const { value, notes: jsonNotes } = parseJsonText(text, file);
  const notes = [...textNotes, ...jsonNotes];
  if (value === undefined) return { file, features: null, isMissing, notes };
  const list = featureList(value);
  if (list.items === null) {
    const note: Note = { code: "file-seems-other", file, detail: list.kind };
    return { file, features: null, isMissing, notes: [...notes, note] };
  }
  if (list.insteadOf) notes.push({ code: "not-a-collection", file, value: list.insteadOf });
  notes.push(...crsNotes(value, file, datum));
  if (list.items.length === 0) notes.push({ code: "file-empty", file });
  return { file, features: rawFeatures(list.items, file, notes), isMissing, notes };
}

const geometryTypes: readonly unknown[] = [
  "Point",
  "MultiPoint",
  "LineString",
  "MultiLineString",
  "Polygon",
  "MultiPolygon",
  "GeometryCollection",
];

type FeatureList =
  | { items: readonly unknown[]; insteadOf?: string }
  | { items: null; kind: "esri-json" | "topojson" | "not-a-feature-list" };

function featureList(value: unknown): FeatureList {
  if (Array.isArray(value)) return { items: value, insteadOf: "array" };
  if (!isObject(value)) return { items: null, kind: "not-a-feature-list" };
  const { type, features } = value;
  if (Array.isArray(features)) {
    if ("geometryType" in value || "spatialReference" in value) {
      return { items: null, kind: "esri-json" };
    }
    if (type === "FeatureCollection") return { items: features };
    return { items: features, insteadOf: typeof type === "string" ? clip(type) : "object" };
  }
  if (type === "Feature") return { items: [value], insteadOf: "Feature" };
  if (geometryTypes.includes(type)) {
    return { items: [{ type: "Feature", properties: {}, geometry: value }], insteadOf: `${type}` };
  }
  return { items: null, kind: type === "Topology" ? "topojson" : "not-a-feature-list" };
}

function rawFeatures(items: readonly unknown[], file: string, notes: Note[]): RawFeature[] {
  const features: RawFeature[] = [];
  items.forEach((item, i) => {
    const row = i + 1;
    if (!isObject(item) || (item.type !== "Feature" && !("geometry" in item))) {
      const value = outline(isObject(item) ? item.type : item);
      notes.push({ code: "bad-field", file, row, field: "type", value, detail: "Feature" });
      return;
    }
    const properties = isObject(item.properties) ? item.properties : {};
    const id = properties.id ?? item.id;
    features.push({ row, id, properties, geometry: item.geometry });
  });
  return features;
}

/** The `crs` member of GeoJSON 2008, which the present standard has dropped and programs still write. */
function crsNotes(value: unknown, file: string, datum: Datum): Note[] {
  if (!isObject(value) || !isObject(value.crs) || !isObject(value.crs.properties)) return [];
  const named = value.crs.properties.name ?? value.crs.properties.code;
  const name = typeof named === "string" || typeof named === "number" ? String(named) : "";
  const said = datumOfName(name);
  if (name === "" || said === datum || (said === "wgs84" && datum === "cgcs2000")) return [];
  return [{ code: "crs-disagrees", file, value: clip(name), detail: datum }];
}

function datumOfName(name: string): Datum | null {
  if (/CRS:?84|(?:^|\D)4326$|WGS.?84/i.test(name)) return "wgs84";
  if (/(?:^|\D)4490$|CGCS.?2000/i.test(name)) return "cgcs2000";
  if (/GCJ.?02/i.test(name)) return "gcj02";
  return /BD.?09/i.test(name) ? "bd09" : null;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
