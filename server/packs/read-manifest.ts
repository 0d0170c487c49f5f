import type { z } from "zod";
import { ProblemCategory } from "../../domain/category.ts";
import { basemapFiles, PackManifest } from "../../domain/city-pack.ts";
import { defaultCategories } from "../../domain/default-categories.ts";
import type { Note } from "../../domain/note.ts";
import { defaultSources } from "../../domain/problem.ts";
import { datums } from "../../domain/spatial/datum.ts";
import { isPosition } from "../../domain/spatial/lng-lat.ts";
import { clip, outline } from "../../domain/text/printable.ts";
import { cityClock } from "../../domain/time.ts";
import { stemOf } from "./file-datum.ts";
import { isObject } from "./reading/feature-file.ts";
import { noteOfFlaw } from "./reading/read-properties.ts";
import { type Flaw, memberAt, salvage } from "./reading/salvage.ts";

export const MANIFEST_FILE = "pack.json";

/** Where a pack does not say it: the one zone of the country this is made for. */
const FALLBACK_TIMEZONE = "Asia/Shanghai";

/** Files that have positions, by the names that `crs` may use. */
const LOCATED_FILES: readonly string[] = [
  "zones",
  "roads",
  "rivers",
  "places",
  "problems",
  "ads",
  "ad-candidates",
  "ad-hoardings",
  "ad-screens",
  ...basemapFiles,
];

const PackSource = PackManifest.shape.sources.unwrap().element;

/**
 * A manifest that can be worked with, and a note for every member that is wrong: what is required
 * falls back (id: the folder's name, name: the id, timezone: Asia/Shanghai), the rest to its
 * default. A pack without categories or sources gets the default ones. Null when `value` is no object.
 */
export function readManifest(
  value: unknown,
  folderName: string,
): { manifest: PackManifest; notes: Note[] } | null {
  if (!isObject(value)) return null;
  const notes: Note[] = [];
  const categories = readList(ProblemCategory, value.categories, "categories", "code", notes);
  const sources = readList(PackSource, value.sources, "sources", "code", notes);
  const draft: Record<string, unknown> = { ...value, categories, sources };
  const crs = spelledDatums(value.crs, notes);
  if (crs !== undefined) draft.crs = crs;
  if (!isBounds(value.bounds)) {
    const text = outline(value.bounds);
    const detail = "west < east, south < north";
    notes.push({
      code: "ignored-field",
      file: MANIFEST_FILE,
      field: "bounds",
      value: text,
      detail,
    });
    delete draft.bounds;
  }
  const id = /^[a-z0-9][a-z0-9-]{0,40}$/.test(folderName) ? folderName : "city";
  const name = typeof value.id === "string" ? value.id.slice(0, 40) || id : id;
  const fallbacks = { id, name, timezone: FALLBACK_TIMEZONE };
  const { value: manifest, flaws } = salvage(PackManifest, draft, fallbacks);
  if (manifest === null) throw new Error("a manifest of defaults must parse");
  for (const flaw of flaws) notes.push(manifestNote(flaw, manifest, fallbacks));
  const noted = new Set(notes.map((note) => note.field));
  const unknown = [...unknownMembers(value, manifest, ""), ...unknownFiles(manifest)];
  notes.push(...unknown.filter((note) => !noted.has(note.field)));
  return { manifest: withDefaults(withSoundRecurrence(manifest, notes)), notes };
}

/** Required members keep a note of severity error; the others fall back to what the pack leaves out. */
function manifestNote(
  flaw: Flaw,
  manifest: PackManifest,
  fallbacks: Readonly<Record<string, string>>,
): Note {
  const [top = ""] = flaw.path;
  const isRequired = typeof top === "string" && Object.hasOwn(fallbacks, top);
  const used = memberAt(manifest, flaw.path);
  const isSaid = typeof used === "string" || typeof used === "number" || typeof used === "boolean";
  return {
    file: MANIFEST_FILE,
    ...noteOfFlaw(flaw, isRequired || isSaid),
    ...(isSaid && { used: String(used) }),
  };
}

/** The sound items of a list; a wrong optional member costs only itself, of equal keys the first stays. */
function readList<S extends z.ZodObject>(
  schema: S,
  list: unknown,
  field: string,
  key: string,
  notes: Note[],
): z.infer<S>[] {
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) {
    const value = outline(list);
    notes.push({ code: "bad-field", file: MANIFEST_FILE, field, value, detail: "list" });
    return [];
  }
  const indexOfKey = new Map<unknown, number>();
  return list.flatMap((item: unknown, i) => {
    const at = (flaw: Flaw): Flaw => ({ ...flaw, path: [`${field}[${i}]`, ...flaw.path] });
    const { value, flaws } = salvage(schema, item);
    for (const flaw of flaws) {
      notes.push({ file: MANIFEST_FILE, ...noteOfFlaw(at(flaw), flaw.isFatal) });
    }
    if (value === null) return [];
    const own = memberAt(value, [key]);
    const first = indexOfKey.get(own);
    if (first !== undefined) {
      const place = { file: MANIFEST_FILE, field: `${field}[${i}].${key}` };
      notes.push({ code: "duplicate-id", ...place, value: String(own), detail: String(first + 1) });
      return [];
    }
    indexOfKey.set(own, i);
    return [value];
  });
}

/** Datums under other spellings, such as GCJ-02 or EPSG:4326, as the schema has them. */
function spelledDatums(crs: unknown, notes: Note[]): unknown {
  if (typeof crs === "string") return spelledDatum(crs, "crs", notes);
  if (!isObject(crs)) return crs;
  const entries = Object.entries(crs).flatMap(([file, name]) => {
    const datum = spelledDatum(name, `crs.${file}`, notes);
    return datum === undefined ? [] : [[file, datum] as const];
  });
  return Object.fromEntries(entries);
}

function spelledDatum(name: unknown, field: string, notes: Note[]): string | undefined {
  const letters = String(name)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
  const spellings: Readonly<Record<string, string>> = {
    epsg4326: "wgs84",
    crs84: "wgs84",
    epsg4490: "cgcs2000",
    gcj: "gcj02",
    bd09ll: "bd09",
  };
  const datum = datums.find((each) => each === (spellings[letters] ?? letters));
  if (datum === name) return datum;
  notes.push({
    code: "bad-field",
    file: MANIFEST_FILE,
    field,
    value: clip(String(name)),
    detail: `one-of ${datums.join(" | ")}`,
    used: datum ?? "wgs84",
  });
  return datum;
}

/** Absent counts as sound; west < east, south < north, on the globe. */
function isBounds(value: unknown): boolean {
  if (value === undefined) return true;
  if (!Array.isArray(value) || value.length !== 4) return false;
  const [west, south, east, north]: unknown[] = value;
  const areNumbers =
    typeof west === "number" &&
    typeof south === "number" &&
    typeof east === "number" &&
    typeof north === "number";
  return (
    areNumbers && isPosition(west, south) && isPosition(east, north) && west < east && south < north
  );
}

/** Members that the schema does not know and therefore dropped. */
function unknownMembers(given: unknown, kept: unknown, prefix: string): Note[] {
  if (!isObject(given) || !isObject(kept)) return [];
  return Object.keys(given).flatMap((key): Note[] => {
    const field = `${prefix}${key}`;
    if (key in kept) return unknownMembers(given[key], kept[key], `${field}.`);
    // What was wrong has its own note; what the schema knows may be absent.
    if (prefix === "" && Object.hasOwn(PackManifest.shape, key)) return [];
    return [{ code: "unknown-column", file: MANIFEST_FILE, field: clip(field) }];
  });
}

/** An origin off the globe and a first day that is no date are dropped. */
function withSoundRecurrence(manifest: PackManifest, notes: Note[]): PackManifest {
  const { planeOrigin, historyStart, ...recurrence } = manifest.settings.recurrence;
  const isOrigin = planeOrigin !== undefined && isPosition(...planeOrigin);
  const isDay = historyStart !== undefined && cityClock(manifest.timezone).parse(historyStart);
  const ignore = (key: string, value: string, detail: string) => {
    const field = `settings.recurrence.${key}`;
    notes.push({ code: "ignored-field", file: MANIFEST_FILE, field, value: clip(value), detail });
  };
  if (planeOrigin && !isOrigin) ignore("planeOrigin", planeOrigin.join(), "[longitude, latitude]");
  if (historyStart !== undefined && isDay === null) ignore("historyStart", historyStart, "date");
  return {
    ...manifest,
    settings: {
      ...manifest.settings,
      recurrence: {
        ...recurrence,
        ...(isOrigin && { planeOrigin }),
        ...(typeof isDay === "number" && { historyStart }),
      },
    },
  };
}

/** Names in `crs` that no file of a pack has. */
function unknownFiles({ crs }: PackManifest): Note[] {
  if (typeof crs === "string") return [];
  return Object.keys(crs)
    .filter((file) => file !== "default" && !LOCATED_FILES.includes(stemOf(file)))
    .map((file) => ({ code: "unknown-column", file: MANIFEST_FILE, field: clip(`crs.${file}`) }));
}

function withDefaults(manifest: PackManifest): PackManifest {
  return {
    ...manifest,
    categories: manifest.categories.length > 0 ? manifest.categories : [...defaultCategories],
    sources: manifest.sources.length > 0 ? manifest.sources : [...defaultSources],
  };
}
