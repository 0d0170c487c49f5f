import { readFileSync } from "node:fs";
import { area } from "@turf/area";
import fc from "fast-check";
import type { FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";
import type { ZoneLevel } from "../../../domain/grid-zone.ts";
import { findTopologyDefects } from "../../../domain/spatial/zone-topology.ts";
import type { EditedZone, ZoneEdit } from "../../../domain/zone-edit/zone-edit.ts";
import { ringsOf, type ZoneShape } from "../../../domain/zone-edit/zone-shape.ts";

const STEP = 0.004;
const WEST = 114.3;
const SOUTH = 30.6;
export const SIDE = 4;

function stored(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}

/** Corner i, j of a grid whose inner corners are shaken. */
function cornerOf(shake: readonly number[]) {
  return (i: number, j: number): Position => {
    const isOuter = i === 0 || j === 0 || i === SIDE || j === SIDE;
    const at = 2 * (i * (SIDE + 1) + j);
    const [dx, dy] = isOuter ? [0, 0] : [shake[at] ?? 0, shake[at + 1] ?? 0];
    return [stored(WEST + (i + dx) * STEP), stored(SOUTH + (j + dy) * STEP)];
  };
}

export const shakes = fc.array(fc.double({ min: -0.25, max: 0.25, noNaN: true }), {
  minLength: 2 * (SIDE + 1) ** 2,
  maxLength: 2 * (SIDE + 1) ** 2,
});

export function zone(
  id: string,
  coordinates: Position[][],
  parentId: string | null = null,
  level: ZoneLevel = "community",
): ZoneShape {
  return { id, name: id, level, parentId, geometry: { type: "Polygon", coordinates } };
}

export function box(x: number, y: number, width: number, height: number): Position[] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
    [x, y],
  ].map((position) => position.map(stored));
}

/** A parent P and its children C00 … C33, which share their corners; the parent has only its own four. */
export function shakenGrid(shake: readonly number[]): ZoneShape[] {
  const corner = cornerOf(shake);
  const cells = Array.from({ length: SIDE * SIDE }, (_, n) => {
    const [i, j] = [Math.floor(n / SIDE), n % SIDE];
    const ring = [corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)];
    return zone(`C${i}${j}`, [[...ring, corner(i, j)]], "P");
  });
  const outline = box(WEST, SOUTH, SIDE * STEP, SIDE * STEP);
  return [zone("P", [outline], null, "zone"), ...cells];
}

export function demoZones(): ZoneShape[] {
  const text = readFileSync("data/packs/demo/zones.geojson", "utf8");
  const { features } = JSON.parse(text) as FeatureCollection<
    Polygon | MultiPolygon,
    Omit<ZoneShape, "geometry">
  >;
  return features.map(({ geometry, properties }) => ({
    ...properties,
    parentId: properties.parentId ?? null,
    geometry,
  }));
}

/** The zones after an operation. */
export function edited(zones: readonly ZoneShape[], edit: ZoneEdit): ZoneShape[] {
  const changed = new Map<string, EditedZone>(edit.zones.map((each) => [each.id, each]));
  const kept = zones.filter(({ id }) => !edit.remove.includes(id) && !changed.has(id));
  return [...kept, ...changed.values()];
}

export function areaM2(zones: readonly ZoneShape[]): number {
  return zones.reduce((sum, { geometry }) => sum + area(geometry), 0);
}

export function defects(zones: readonly ZoneShape[]) {
  return findTopologyDefects(zones);
}

/** The first ring of a zone. */
export function ringOf(zones: readonly ZoneShape[], id: string): Position[] {
  const ring = ringsOf(zones.find((each) => each.id === id)?.geometry ?? NOTHING)[0];
  if (!ring) throw new Error(`no zone ${id}`);
  return ring;
}

const NOTHING: Polygon = { type: "Polygon", coordinates: [] };
