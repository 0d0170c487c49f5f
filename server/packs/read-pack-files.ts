import type { Feature } from "geojson";
import { categoryTree } from "../../domain/category.ts";
import type { BasemapFile, CityPack, PackManifest } from "../../domain/city-pack.ts";
import type { Note, Noted } from "../../domain/note.ts";
import { type Bounds, storedLngLat } from "../../domain/spatial/lng-lat.ts";
import { cityClock } from "../../domain/time.ts";
import { boundsOfZones, likelyBounds } from "./city-bounds.ts";
import { datumOfFile } from "./file-datum.ts";
import { findProblemsFile } from "./find-problems-file.ts";
import { readBasemap } from "./read-basemap.ts";
import { DUTIES_FILE, dutyColumns, readDuties } from "./read-duties.ts";
import { PLACES_FILE, readPlaces } from "./read-places.ts";
import { RIVERS_FILE, readRivers } from "./read-rivers.ts";
import { ROADS_FILE, readRoads } from "./read-roads.ts";
import { readUnits, UNITS_FILE, unitColumns } from "./read-units.ts";
import { readZones, ZONES_FILE } from "./read-zones.ts";
import { type CoordinateFrame, reachOf, withSlack } from "./reading/coordinate-frame.ts";
import { type FeatureFile, readFeatureFile } from "./reading/feature-file.ts";
import { readTable, type TableFile } from "./reading/read-table.ts";

/**
 * Everything beside pack.json, file by file. Without a usable zone the pack has none, and no
 * bounds unless the manifest gives them; else bounds and the origin of the plane are filled in.
 */
export async function readPackFiles(
  folder: string,
  manifest: PackManifest,
): Promise<Noted<CityPack>> {
  const notes: Note[] = [];
  const files = new PackFiles(folder, manifest, notes);

  const zones = await files.features(ZONES_FILE, "file-missing", (raw) =>
    readZones(raw, zoneFrame(manifest, raw)),
  );
  const bounds = manifest.bounds ?? boundsOfZones(zones);
  const about = (file: string): CoordinateFrame => {
    const reach = bounds && reachOf(bounds);
    return { datum: datumOfFile(manifest, file), allowed: reach, reach };
  };
  const optional = <T>(file: string, read: (raw: FeatureFile, f: CoordinateFrame) => Noted<T[]>) =>
    files.features(file, "optional-file-missing", (raw) => read(raw, about(file)));

  const roads = await optional(ROADS_FILE, readRoads);
  const rivers = await optional(RIVERS_FILE, readRivers);
  const places = await optional(PLACES_FILE, readPlaces);
  const basemap: Record<BasemapFile, Feature[]> = {
    water: await optional("water.geojson", readBasemap),
    green: await optional("green.geojson", readBasemap),
    buildings: await optional("buildings.geojson", readBasemap),
  };
  const units = await files.table(UNITS_FILE, unitColumns, ["id", "name", "kind"], readUnits);
  const duties = await files.table(
    DUTIES_FILE,
    dutyColumns,
    ["id", "role", "scopeType", "from"],
    (table) =>
      readDuties(table, {
        zoneIds: idsOf(zones),
        sectionIds: idsOf(roads),
        riverIds: idsOf(rivers),
        unitIds: idsOf(units),
        tree: categoryTree(manifest.categories),
        clock: cityClock(manifest.timezone),
      }),
  );
  const problems = await findProblemsFile(folder);
  notes.push(...problems.notes);
  const located = bounds ? withBounds(manifest, bounds) : manifest;
  const geography = { zones, roads, rivers, places, basemap };
  const pack = { folder, manifest: located, ...geography, units, duties };
  return { value: { ...pack, problemsFile: problems.path }, notes };
}

/** The files of one folder, one after another; what they say of themselves goes to `notes`. */
class PackFiles {
  readonly #folder: string;
  readonly #manifest: PackManifest;
  readonly #notes: Note[];

  constructor(folder: string, manifest: PackManifest, notes: Note[]) {
    this.#folder = folder;
    this.#manifest = manifest;
    this.#notes = notes;
  }

  async features<T>(
    file: string,
    whenMissing: "file-missing" | "optional-file-missing",
    read: (raw: FeatureFile) => Noted<T[]>,
  ): Promise<T[]> {
    const raw = await readFeatureFile(this.#folder, file, datumOfFile(this.#manifest, file));
    if (raw.isMissing) this.#notes.push({ code: whenMissing, file });
    this.#say(raw.notes);
    return this.#keep(read(raw));
  }

  async table<T, const C extends string>(
    file: string,
    columns: readonly C[],
    required: readonly C[],
    read: (table: TableFile<C>) => Noted<T[]>,
  ): Promise<T[]> {
    const table = await readTable(this.#folder, file, columns, required);
    if (table.isMissing) this.#notes.push({ code: "optional-file-missing", file });
    return this.#keep(read(table));
  }

  #keep<T>({ value, notes }: Noted<T>): T {
    this.#say(notes);
    return value;
  }

  /** One by one: there may be more notes than a call takes arguments. */
  #say(notes: readonly Note[]): void {
    for (const note of notes) this.#notes.push(note);
  }
}

function zoneFrame(manifest: PackManifest, { file, features }: FeatureFile): CoordinateFrame {
  const datum = datumOfFile(manifest, file);
  if (manifest.bounds) {
    return { datum, allowed: withSlack(manifest.bounds), reach: reachOf(manifest.bounds) };
  }
  const likely = likelyBounds(features ?? []);
  return { datum, allowed: likely, reach: likely };
}

/** Bounds as declared, else as found; the origin of the plane as stored, else their middle. */
function withBounds(manifest: PackManifest, bounds: Bounds): PackManifest {
  const { settings } = manifest;
  const [west, south, east, north] = bounds;
  const middle = storedLngLat((west + east) / 2, (south + north) / 2);
  const planeOrigin: [number, number] = settings.recurrence.planeOrigin ?? [middle[0], middle[1]];
  const recurrence = { ...settings.recurrence, planeOrigin };
  return {
    ...manifest,
    bounds: [west, south, east, north],
    settings: { ...settings, recurrence },
  };
}

function idsOf(items: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(items.map(({ id }) => id));
}
