import type { MultiPolygon, Polygon, Position } from "geojson";
import type { ChangedZoneBody, ZoneChangeBody } from "../../domain/contract/zone-changes.ts";
import { DomainError, type ZoneProblem } from "../../domain/errors.ts";
import { ALWAYS, type GridZone, zoneLevels } from "../../domain/grid-zone.ts";
import { ZoneId } from "../../domain/ids.ts";
import { cleanRing } from "../../domain/spatial/clean-vertices.ts";
import { findPolygonDefects } from "../../domain/spatial/geometry-checks.ts";
import { isPosition } from "../../domain/spatial/lng-lat.ts";
import type { ZoneAtlas } from "../../domain/spatial/zone-atlas.ts";
import type { NextZone } from "../../domain/zone-change.ts";
import type { City } from "../city/city.ts";
import { checkedMoment } from "./checked-duty.ts";

/** A change of zones as it was sent, checked against the zones as they stand. */
export type CheckedZones = {
  readonly at: number;
  readonly next: readonly NextZone[];
  readonly gone: readonly string[];
  /** All zones from then on. */
  readonly after: readonly GridZone[];
};

/** Throws a DomainError that names the zone, what is wrong with it and what would be right. */
export function checkedZones(city: City, sent: ZoneChangeBody): CheckedZones {
  const atlas = city.tables.registry.zones;
  const at = checkedMoment(city, "at", sent.at);
  const { from } = atlas.latest;
  if (from !== ALWAYS && at < from) {
    throw bad(sent.zones[0]?.id ?? "", "too-early", city.clock.toDate(from));
  }
  checkIds(atlas, sent);
  const next = sent.zones.map((body) => checkedZone(body));
  const gone = new Set(sent.remove);
  const changed = new Map(next.map((each) => [each.zone.id as string, each.zone]));
  const kept = atlas.latest.zones
    .filter(({ id }) => !gone.has(id))
    .map((zone) => changed.get(zone.id) ?? zone);
  const after = [...new Set([...kept, ...changed.values()])];
  checkParents(after);
  return { at, next, gone: sent.remove, after };
}

function checkIds(atlas: ZoneAtlas, { zones, remove }: ZoneChangeBody): void {
  const isStanding = new Set<string>(atlas.latest.zones.map(({ id }) => id));
  const isKnown = new Set(atlas.ids);
  const seen = new Set<string>(remove);
  if (seen.size < remove.length) throw bad(remove.join(" "), "named-twice");
  for (const id of remove) {
    if (!isStanding.has(id)) throw new DomainError("not-found", { what: "zone", id });
  }
  for (const { id, from } of zones) {
    if (seen.has(id)) throw bad(id, "named-twice");
    seen.add(id);
    if (isKnown.has(id) && !isStanding.has(id)) {
      throw bad(id, "used-before");
    }
    for (const each of from) {
      if (!isStanding.has(each)) throw new DomainError("not-found", { what: "zone", id: each });
    }
  }
}

function checkedZone(body: ChangedZoneBody): NextZone {
  const geometry = checkedArea(body.geometry, body.id);
  return {
    zone: {
      id: ZoneId.parse(body.id),
      name: body.name,
      level: body.level,
      parentId: body.parentId === null ? null : ZoneId.parse(body.parentId),
      geometry,
    },
    takesPlaceOf: body.from,
  };
}

function checkedArea(area: Polygon | MultiPolygon, id: string): Polygon | MultiPolygon {
  const ring = (positions: Position[]) => {
    if (!positions.every(([lng, lat]) => isPosition(lng ?? Number.NaN, lat ?? Number.NaN))) {
      throw bad(id, "bad-position");
    }
    const clean = cleanRing(positions).ring;
    if (!clean) throw bad(id, "too-few-corners");
    return clean;
  };
  const geometry: Polygon | MultiPolygon =
    area.type === "Polygon"
      ? { type: "Polygon", coordinates: area.coordinates.map(ring) }
      : { type: "MultiPolygon", coordinates: area.coordinates.map((part) => part.map(ring)) };
  if (geometry.coordinates.length === 0) throw bad(id, "no-area");
  const [defect] = findPolygonDefects(geometry);
  if (defect) throw bad(id, defect.code, defect.at.join(", "));
  return geometry;
}

function checkParents(zones: readonly GridZone[]): void {
  const byId = new Map<string, GridZone>(zones.map((zone) => [zone.id, zone]));
  for (const { id, level, parentId } of zones) {
    if (parentId === null) continue;
    const parent = byId.get(parentId);
    if (!parent) throw bad(id, "parent-gone", parentId);
    if (zoneLevels.indexOf(parent.level) >= zoneLevels.indexOf(level)) {
      throw bad(id, "parent-level", parentId);
    }
  }
}

function bad(id: string, problem: ZoneProblem, detail = ""): DomainError {
  return new DomainError("bad-zone-change", { id, problem, detail });
}
