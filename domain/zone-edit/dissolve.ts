import { area } from "@turf/area";
import type { MultiPolygon, Polygon } from "geojson";
import { type Geom, union } from "polyclip-ts";
import { findPolygonDefects } from "../spatial/geometry-checks.ts";
import { solidParts } from "./clip.ts";
import { noded } from "./insert-vertex.ts";
import { type Edge, edgesOf, partsFromRings, traceRings } from "./trace-rings.ts";
import { vertexKey } from "./vertex.ts";
import { geometryOf, partsOf, ringsOf, type ZoneShape } from "./zone-shape.ts";

/** Relative difference of areas that rounding of coordinates accounts for. */
const AREA_TOLERANCE = 1e-7;

/**
 * The ground of several zones as one, borders between them gone. Where these have the same vertices, as borders here do, the
 * result has exactly the outer ones; where they gape or overlap, it is clipped, and slivers between them go too.
 */
export function dissolve(zones: readonly ZoneShape[]): Polygon | MultiPolygon {
  const together = nodedTogether(zones);
  const edges = together.flatMap(({ geometry }) => edgesOf(partsOf(geometry)));
  const outer = withoutShared(edges);
  if (outer) {
    const geometry = geometryOf(partsFromRings(traceRings(outer)));
    const before = zones.reduce((sum, zone) => sum + area(zone.geometry), 0);
    const isWhole = Math.abs(area(geometry) - before) <= before * AREA_TOLERANCE;
    if (isWhole && findPolygonDefects(geometry).length === 0) return geometry;
  }
  const [first, ...rest] = together.map(({ geometry }) => partsOf(geometry) as Geom);
  return geometryOf(first ? solidParts(union(first, ...rest)) : []);
}

/** Whether the zones hang together by borders that have a length. */
export function areAdjacent(zones: readonly ZoneShape[]): boolean {
  const together = nodedTogether(zones);
  const sides = together.map(
    ({ geometry }) => new Set(edgesOf(partsOf(geometry)).map(([a, b]) => edgeKey(a, b))),
  );
  const reached = new Set([0]);
  for (const i of reached) {
    together.forEach(({ geometry }, j) => {
      const meets = edgesOf(partsOf(geometry)).some(([a, b]) => sides[i]?.has(edgeKey(b, a)));
      if (!reached.has(j) && meets) reached.add(j);
    });
  }
  return reached.size === zones.length;
}

function edgeKey(...edge: Edge): string {
  return `${vertexKey(edge[0])} ${vertexKey(edge[1])}`;
}

/** Every zone with the vertices of the others in its edges. */
function nodedTogether(zones: readonly ZoneShape[]): ZoneShape[] {
  const vertices = new Map(
    zones.flatMap(({ geometry }) => ringsOf(geometry).flat()).map((v) => [vertexKey(v), v]),
  );
  return noded(zones, [...vertices.values()]);
}

/** Edges that run both ways cancel out; null where one runs the same way twice, which is an overlap. */
function withoutShared(edges: readonly Edge[]): Edge[] | null {
  const kept = new Map<string, Edge>();
  for (const edge of edges) {
    const back = edgeKey(edge[1], edge[0]);
    if (kept.delete(back)) continue;
    const key = edgeKey(...edge);
    if (kept.has(key)) return null;
    kept.set(key, edge);
  }
  return [...kept.values()];
}
