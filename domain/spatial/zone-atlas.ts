import { ALWAYS, type GridZone, type ZoneVersion } from "../grid-zone.ts";
import { type Bounds, emptyBounds, extendBounds } from "./lng-lat.ts";
import { NO_ZONE, type ZoneLocator, zoneLocator } from "./zone-locator.ts";

/** All zones of a city as they are drawn in [from, to); ordinals are positions in `zones`. */
export type ZoneSheet = ZoneLocator & {
  readonly number: number;
  readonly zones: readonly GridZone[];
  /** Epoch ms, ALWAYS for the first sheet and +∞ for the last. */
  readonly from: number;
  readonly to: number;
  /** NO_ZONE for a zone that this sheet does not have. */
  ordinalOf(id: string): number;
  /** The zones that hold a position, finest first. */
  holding(lng: number, lat: number): readonly GridZone[];
};

/** The zones of a city through time: one sheet from each change of borders to the next. */
export type ZoneAtlas = {
  readonly versions: readonly ZoneVersion[];
  /** Oldest first; at least one. */
  readonly sheets: readonly ZoneSheet[];
  readonly latest: ZoneSheet;
  at(t: number): ZoneSheet;
  /** A zone as it was drawn last, whether it is still there or not. */
  newest(id: string): GridZone | null;
  /** Writes the ordinal of the finest zone in every sheet, by its number. */
  locateInAll(lng: number, lat: number, out: Int32Array): void;
  /** Ids of all zones there ever were. */
  readonly ids: readonly string[];
};

/**
 * Only the latest sheet remembers answers; an older one is asked only where a zone was drawn otherwise, and takes the
 * answer of the latest elsewhere. So a change of borders costs what it changed.
 */
export function zoneAtlas(versions: readonly ZoneVersion[]): ZoneAtlas {
  const moments = momentsOf(versions);
  const sheets = moments.map((from, number) =>
    zoneSheet(versions, number, from, moments[number + 1] ?? Number.POSITIVE_INFINITY),
  );
  const latest = sheets[sheets.length - 1];
  if (!latest) throw new RangeError("An atlas of zones has at least one sheet");
  const newest = new Map<string, ZoneVersion>();
  for (const version of versions) {
    const known = newest.get(version.zone.id);
    if (!known || known.from < version.from) newest.set(version.zone.id, version);
  }
  const others = sheets.slice(0, -1).map((sheet) => carriedOver(sheet, latest));
  return {
    versions,
    sheets,
    latest,
    at: (t) => sheets.findLast(({ from }) => from <= t) ?? sheets[0] ?? latest,
    newest: (id) => newest.get(id)?.zone ?? null,
    locateInAll(lng, lat, out) {
      const now = latest.locate(lng, lat);
      others.forEach((locate, number) => {
        out[number] = locate(lng, lat, now);
      });
      out[latest.number] = now;
    },
    ids: [...newest.keys()],
  };
}

function momentsOf(versions: readonly ZoneVersion[]): number[] {
  const changes = versions.flatMap(({ from, to }) => (to === null ? [from] : [from, to]));
  return [...new Set([ALWAYS, ...changes])].sort((a, b) => a - b);
}

function zoneSheet(
  versions: readonly ZoneVersion[],
  number: number,
  from: number,
  to: number,
): ZoneSheet {
  const zones = versions
    .filter((version) => version.from <= from && (version.to === null || from < version.to))
    .sort((a, b) => a.rank - b.rank)
    .map(({ zone }) => zone);
  const ordinals = new Map<string, number>(zones.map(({ id }, ordinal) => [id, ordinal]));
  const locator = zoneLocator(zones, Number.isFinite(to) ? "plain" : "remembering");
  return {
    ...locator,
    number,
    zones,
    from,
    to,
    ordinalOf: (id) => ordinals.get(id) ?? NO_ZONE,
    holding: (lng, lat) =>
      locator.chainOf(locator.locate(lng, lat)).flatMap((ordinal) => zones[ordinal] ?? []),
  };
}

/** An older sheet's look-up given the answer of the latest: its own only inside what was drawn otherwise. */
function carriedOver(
  sheet: ZoneSheet,
  latest: ZoneSheet,
): (lng: number, lat: number, now: number) => number {
  const boxes = differing(sheet, latest).map(boundsOf);
  const same = Int32Array.from(latest.zones, ({ id }) => sheet.ordinalOf(id));
  return (lng, lat, now) => {
    for (const [west, south, east, north] of boxes) {
      if (lng >= west && lng <= east && lat >= south && lat <= north) {
        return sheet.locate(lng, lat);
      }
    }
    return now === NO_ZONE ? NO_ZONE : same[now]!;
  };
}

/** Zones of either sheet that the other has not, or has with other borders or on another level. */
function differing(one: ZoneSheet, other: ZoneSheet): GridZone[] {
  const lacks = (sheet: ZoneSheet) => (zone: GridZone) => {
    const there = sheet.zones[sheet.ordinalOf(zone.id)];
    return there?.geometry !== zone.geometry || there.level !== zone.level;
  };
  return [...one.zones.filter(lacks(other)), ...other.zones.filter(lacks(one))];
}

function boundsOf({ geometry }: GridZone): Bounds {
  const bounds = emptyBounds();
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  for (const [outer] of parts) {
    for (const [lng = Number.NaN, lat = Number.NaN] of outer ?? []) extendBounds(bounds, lng, lat);
  }
  return bounds;
}
