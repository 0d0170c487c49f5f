import type { MultiPolygon, Polygon, Position } from "geojson";
import { type Bounds, emptyBounds, extendBounds, fromE7, toE7 } from "../spatial/lng-lat.ts";
import { type Ring, ringsOf } from "./zone-shape.ts";

/** How far off an edge a vertex still counts as on it, in units of the 7th decimal: 3 cm, what rounding adds up to. */
export const ON_EDGE_E7 = 3;

/** Two vertices are one where they are stored alike, at 7 decimals. */
export function vertexKey(position: Position): string {
  return `${toE7(position[0] ?? 0)},${toE7(position[1] ?? 0)}`;
}

export function isSameVertex(a: Position, b: Position): boolean {
  return toE7(a[0] ?? 0) === toE7(b[0] ?? 0) && toE7(a[1] ?? 0) === toE7(b[1] ?? 0);
}

export function storedPosition(position: Position): Position {
  return [fromE7(toE7(position[0] ?? 0)), fromE7(toE7(position[1] ?? 0))];
}

/**
 * Share of the way from a to b at which p lies on the edge, `ON_EDGE_E7` beside it at most; null off the edge and at its
 * ends.
 */
export function shareAlong(p: Position, a: Position, b: Position): number | null {
  const [ax, ay] = [toE7(a[0] ?? 0), toE7(a[1] ?? 0)];
  const [dx, dy] = [toE7(b[0] ?? 0) - ax, toE7(b[1] ?? 0) - ay];
  const [px, py] = [toE7(p[0] ?? 0) - ax, toE7(p[1] ?? 0) - ay];
  const length2 = dx * dx + dy * dy;
  if ((px === 0 && py === 0) || (px === dx && py === dy) || length2 === 0) return null;
  const share = (px * dx + py * dy) / length2;
  if (share <= 0 || share >= 1) return null;
  return Math.abs(px * dy - py * dx) <= ON_EDGE_E7 * Math.sqrt(length2) ? share : null;
}

/** The ring with the vertex put into the edge that it lies on; the very same ring where there is none. */
export function withVertex(ring: Ring, vertex: Position): Ring {
  if (!isNear(boundsOfRing(ring), vertex) || ring.some((each) => isSameVertex(each, vertex)))
    return ring;
  const at = ring.findIndex((to, i) => {
    const from = ring[i - 1];
    return from !== undefined && shareAlong(vertex, from, to) !== null;
  });
  return at < 0 ? ring : ring.toSpliced(at, 0, vertex);
}

/** Bounds of rings that were asked for: rings are never changed in place. */
const knownBounds = new WeakMap<Ring, Bounds>();

function boundsOfRing(ring: Ring): Bounds {
  const known = knownBounds.get(ring);
  if (known) return known;
  const bounds = emptyBounds();
  for (const [x = 0, y = 0] of ring) extendBounds(bounds, x, y);
  knownBounds.set(ring, bounds);
  return bounds;
}

function isNear([west, south, east, north]: Bounds, [x = 0, y = 0]: Position): boolean {
  const reach = ON_EDGE_E7 * 1e-7;
  return x > west - reach && x < east + reach && y > south - reach && y < north + reach;
}

/** The ring without vertices that repeat the one before and without spikes; null where it encloses nothing. */
export function tidyRing(ring: Ring): Ring | null {
  const open = ring.slice(0, -1);
  for (let at = untidyAt(open); at >= 0; at = untidyAt(open)) open.splice(at, 1);
  const [first] = open;
  return first && open.length > 2 ? [...open, first] : null;
}

/** A vertex that the next one repeats, or the tip of a spike: what is left of that repeats in its turn. */
function untidyAt(open: readonly Position[]): number {
  return open.findIndex((vertex, i) => {
    const before = open.at(i - 1);
    const after = open[(i + 1) % open.length];
    if (!before || !after || open.length < 2) return false;
    return isSameVertex(vertex, after) || isSameVertex(before, after);
  });
}

export function hasVertex(geometry: Polygon | MultiPolygon, vertex: Position): boolean {
  return ringsOf(geometry).some((ring) => ring.some((each) => isSameVertex(each, vertex)));
}
