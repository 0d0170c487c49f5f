import type {
  Feature,
  Geometry,
  LineString,
  MultiPolygon,
  Point,
  Polygon,
  Position,
} from "geojson";
import type { CityPack } from "../../../domain/city-pack.ts";
import type { Duty, DutyScope } from "../../../domain/duty.ts";
import type { GridZone } from "../../../domain/grid-zone.ts";
import { DutyId, RiverId, SectionId, UnitId, ZoneId } from "../../../domain/ids.ts";
import type { ImplementingUnit } from "../../../domain/implementing-unit.ts";
import type { PlaceOfInterest } from "../../../domain/place-of-interest.ts";
import type { RiverReach, RoadSection } from "../../../domain/road-section.ts";
import type { City } from "../city.ts";
import { lineString, point, polygon } from "../files/geo-json.ts";
import { manifestOf } from "../files/manifest.ts";
import type { DutyRow } from "../people/duty-roster.ts";
import type { History } from "../reports/report-stream.ts";
import { dayKey } from "../reports/rhythm.ts";

/** One copy of the city: what its ids begin with, and how far it is moved, in degrees. */
export type Copy = { readonly prefix: string; readonly lng: number; readonly lat: number };

/** Between the middles of neighbouring copies: about 10 km either way, so that no two overlap. */
const STEP_LNG = 0.105;
const STEP_LAT = 0.09;

/** Copies in rows about the first one's place, as near to a square as can be. */
export function copiesOf(count: number): Copy[] {
  const columns = Math.ceil(Math.sqrt(count));
  const rows = Math.ceil(count / columns);
  return Array.from({ length: count }, (_, i) => ({
    prefix: `C${String(i + 1).padStart(2, "0")}-`,
    lng: round(((i % columns) - Math.floor((columns - 1) / 2)) * STEP_LNG),
    lat: round((Math.floor(i / columns) - Math.floor((rows - 1) / 2)) * STEP_LAT),
  }));
}

/**
 * Zones, sections inside the limit, reaches, places, units and duties of every copy; nothing that
 * is only drawn.
 */
export function packOfCopies(city: City, copies: readonly Copy[], history: History): CityPack {
  const start = dayKey(history.start).replace(/(\d{4})(\d{2})(\d{2})/, "$1-$2-$3");
  const { ground, places, units, duties } = city;
  const sections = ground.roads.filter(({ isInside }) => isInside);
  const known = new Set(sections.map(({ id }) => id));
  const lasting = duties.filter(
    ({ scopeType, scopeId }) => scopeType !== "section" || known.has(scopeId),
  );
  return {
    folder: "",
    manifest: manifestOf("bench", "云泽市群", start),
    zones: copies.flatMap((copy) =>
      ground.areas.map(
        ({ id, name, level, parentId, rings }): GridZone => ({
          id: ZoneId.parse(copy.prefix + id),
          name,
          level,
          parentId: parentId === null ? null : ZoneId.parse(copy.prefix + parentId),
          geometry: moved(polygon(rings), copy) as Polygon,
        }),
      ),
    ),
    roads: copies.flatMap((copy) =>
      sections.map(
        ({ id, name, highway, class: roadClass, isOneway, line }): RoadSection => ({
          id: SectionId.parse(copy.prefix + id),
          name,
          highway,
          class: roadClass,
          isOneway,
          geometry: moved(lineString(line), copy) as LineString,
        }),
      ),
    ),
    rivers: copies.flatMap((copy) =>
      ground.reaches.map(
        ({ id, name, line }): RiverReach => ({
          id: RiverId.parse(copy.prefix + id),
          name,
          geometry: moved(lineString(line), copy) as LineString,
        }),
      ),
    ),
    places: copies.flatMap((copy) =>
      places.map(
        ({ id, name, kind, at, ring }): PlaceOfInterest => ({
          id: copy.prefix + id,
          name,
          kind,
          geometry: moved(ring ? polygon([ring]) : point(at), copy) as
            | Point
            | Polygon
            | MultiPolygon,
        }),
      ),
    ),
    units: copies.flatMap(({ prefix }) =>
      units.map(
        (unit): ImplementingUnit => ({
          ...unit,
          id: UnitId.parse(prefix + unit.id),
          parentId: unit.parentId === null ? null : UnitId.parse(prefix + unit.parentId),
        }),
      ),
    ),
    duties: copies.flatMap(({ prefix }, i) =>
      lasting.filter((row) => i === 0 || !isCityWide(row)).map((row) => dutyOf(row, prefix)),
    ),
    basemap: { water: none, green: none, buildings: none },
    problemsFile: null,
  };
}

const none: readonly Feature[] = [];

/** A category line holds in all copies, so only the first brings it. */
function isCityWide({ scopeType, also }: DutyRow): boolean {
  return scopeType === "category" && also === null;
}

function dutyOf(row: DutyRow, prefix: string): Duty {
  const scope: DutyScope = {
    type: row.scopeType,
    id: row.scopeType === "category" ? row.scopeId : prefix + row.scopeId,
  };
  return {
    id: DutyId.parse(prefix + row.id),
    role: row.role,
    person: row.person === null ? null : `${prefix}${row.person}`,
    unitId: row.unitId === null ? null : UnitId.parse(prefix + row.unitId),
    scope,
    also: row.also === null ? null : { type: "zone", id: prefix + row.also.slice("zone:".length) },
    from: midnight(row.from),
    to: row.to === null ? null : midnight(row.to),
    phone: row.phone,
  };
}

/** Local midnight, +08:00. */
function midnight(date: string): number {
  return Date.parse(`${date}T00:00:00+08:00`);
}

function moved(geometry: Geometry, { lng, lat }: Copy): Geometry {
  const shift = ([x, y]: Position): Position => [round(x! + lng), round(y! + lat)];
  switch (geometry.type) {
    case "Point":
      return { type: "Point", coordinates: shift(geometry.coordinates) };
    case "LineString":
      return { type: "LineString", coordinates: geometry.coordinates.map(shift) };
    case "Polygon":
      return { type: "Polygon", coordinates: geometry.coordinates.map((ring) => ring.map(shift)) };
    default:
      throw new RangeError(`Not a geometry of the made city: ${geometry.type}`);
  }
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
