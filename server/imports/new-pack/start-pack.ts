import { createWriteStream } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Geometry } from "geojson";
import { PackManifest } from "../../../domain/city-pack.ts";
import { DomainError } from "../../../domain/errors.ts";
import type { GridZone } from "../../../domain/grid-zone.ts";
import type { Note } from "../../../domain/note.ts";
import type { RoadSection } from "../../../domain/road-section.ts";
import type { Bounds } from "../../../domain/spatial/lng-lat.ts";
import { boundsOfZones } from "../../packs/city-bounds.ts";
import { readForeignRoads } from "./foreign-roads.ts";
import { type ForeignZoneOptions, readForeignZones } from "./foreign-zones.ts";

export type StartPackOptions = {
  /** The pack; must not exist, or be empty. */
  readonly folder: string;
  readonly zonesPath: string;
  readonly roadsPath?: string | undefined;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  /** Absent: Asia/Shanghai, for a city in China only. */
  readonly timezone?: string | undefined;
  readonly attribution?: string | undefined;
  readonly licence?: string | undefined;
  readonly zones: ForeignZoneOptions;
};

export type StartedPack = {
  readonly id: string;
  readonly name: string;
  readonly timezone: string;
  readonly bounds: Bounds;
  readonly zoneCount: number;
  readonly roadCount: number;
  readonly notes: readonly Note[];
};

/** What the bounds reach beyond the zones, as a share of their extent and at least in degrees. */
const MARGIN_SHARE = 0.05;
const MARGIN_DEG = 0.01;
const CHINA: Bounds = [73, 3, 136, 54];

/**
 * Makes a pack's folder from foreign polygons and lines: `pack.json`, `zones.geojson`,
 * `roads.geojson`, in WGS 84. The folder appears whole or not at all. Throws a DomainError when it
 * is there already, or a file cannot be used.
 */
export async function startPack(options: StartPackOptions): Promise<StartedPack> {
  const folder = resolve(options.folder);
  const id = options.id ?? idFromFolder(folder);
  await refuseFolderInUse(folder);
  const { zones, notes: zoneNotes } = await readForeignZones(options.zonesPath, options.zones);
  const extent = boundsOfZones(zones) ?? CHINA;
  const timezone = options.timezone ?? timezoneFor(extent);
  const { datum } = options.zones;
  const roads =
    options.roadsPath === undefined
      ? null
      : await readForeignRoads(options.roadsPath, { datum, bounds: extent });
  const name = options.name ?? basename(folder);
  const bounds = withMargin(extent);
  const [west, south, east, north] = extent;
  const manifest = checked({
    id,
    name,
    timezone,
    crs: "wgs84",
    attribution: options.attribution ?? "",
    licence: options.licence ?? "",
    bounds,
    settings: {
      recurrence: { planeOrigin: [rounded((west + east) / 2), rounded((south + north) / 2)] },
    },
  });
  await makeFolder(folder, async (draft) => {
    await writeFile(join(draft, "pack.json"), `${JSON.stringify(manifest, null, 2)}\n`);
    await writeFeatures(join(draft, "zones.geojson"), zones.map(zoneFeature));
    if (roads) await writeFeatures(join(draft, "roads.geojson"), roads.roads.map(roadFeature));
  });
  return {
    id,
    name,
    timezone,
    bounds,
    zoneCount: zones.length,
    roadCount: roads?.roads.length ?? 0,
    notes: [...zoneNotes, ...(roads?.notes ?? [])],
  };
}

function idFromFolder(folder: string): string {
  const id = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 41);
  if (id !== "") return id;
  throw usage(`"${basename(folder)}" makes no id of lower case letters and digits: give --id`);
}

/** Local times of a city abroad must not be read in Chinese time by oversight. */
function timezoneFor([west, south, east, north]: Bounds): string {
  const [lng, lat] = [(west + east) / 2, (south + north) / 2];
  if (lng > CHINA[0] && lng < CHINA[2] && lat > CHINA[1] && lat < CHINA[3]) return "Asia/Shanghai";
  throw usage("the zones lie outside China: give --timezone, e.g. America/New_York");
}

/** What a pack's reader would not take is refused before anything is written. */
function checked<T>(manifest: T): T {
  const issue = PackManifest.safeParse(manifest).error?.issues[0];
  if (!issue) return manifest;
  throw usage(`--${issue.path.map(String).join(".")}: ${issue.message}`);
}

function usage(problem: string): DomainError {
  return new DomainError("usage", { command: "init", problem });
}

async function refuseFolderInUse(folder: string): Promise<void> {
  try {
    if ((await readdir(folder)).length === 0) return;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
  }
  throw usage(`${folder} exists already; choose another folder`);
}

/**
 * Fills a folder beside the wanted one and renames it, so that a half written pack is never there.
 */
async function makeFolder(folder: string, fill: (draft: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const draft = await mkdtemp(`${folder}.tmp-`);
  try {
    await fill(draft);
    await chmod(draft, 0o755);
    await rmdir(folder).catch(() => undefined);
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

type FeatureText = { readonly properties: object; readonly geometry: Geometry };

/** One feature a line, so that a pack's history shows what changed. */
async function writeFeatures(path: string, features: readonly FeatureText[]): Promise<void> {
  function* pieces(): Generator<string> {
    yield '{"type":"FeatureCollection","features":[\n';
    for (let i = 0; i < features.length; i++) {
      const end = i === features.length - 1 ? "\n" : ",\n";
      yield `${JSON.stringify({ type: "Feature", ...features[i] })}${end}`;
    }
    yield "]}\n";
  }
  await pipeline(Readable.from(pieces()), createWriteStream(path));
}

function zoneFeature({ id, name, level, parentId, geometry }: GridZone): FeatureText {
  return { properties: { id, name, level, ...(parentId && { parentId }) }, geometry };
}

function roadFeature({ id, name, highway, isOneway, geometry, ...road }: RoadSection): FeatureText {
  return {
    properties: {
      id,
      ...(name && { name }),
      ...(highway && { highway }),
      class: road.class,
      ...(isOneway && { oneway: true }),
    },
    geometry,
  };
}

function withMargin([west, south, east, north]: Bounds): Bounds {
  const x = Math.max(MARGIN_DEG, (east - west) * MARGIN_SHARE);
  const y = Math.max(MARGIN_DEG, (north - south) * MARGIN_SHARE);
  return [
    rounded(Math.max(-180, west - x)),
    rounded(Math.max(-90, south - y)),
    rounded(Math.min(180, east + x)),
    rounded(Math.min(90, north + y)),
  ];
}

/** To five decimals, about a metre. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
