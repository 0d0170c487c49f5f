import type { MultiPolygon, Polygon } from "geojson";
import { flatRings } from "./flat-rings.ts";
import { type LngLat, lngLat } from "./lng-lat.ts";
import { findCrossings } from "./ring-crossings.ts";
import { findNesting } from "./ring-nesting.ts";

export type PolygonDefect = {
  readonly code: "self-intersection" | "hole-outside" | "rings-nested";
  /** How many places show it; at least 1. */
  readonly places: number;
  /** The first of them. */
  readonly at: LngLat;
};

/**
 * What makes a polygon invalid, at most one finding a code. Wants rings that are closed, without
 * repeated vertices, of at least three different points, in degrees; looks at positions rounded to
 * 7 decimals, as they are stored. O(n log n) for n vertices.
 */
export function findPolygonDefects(geometry: Polygon | MultiPolygon): PolygonDefect[] {
  const rings = flatRings(geometry);
  const { holesOutside, nested } = findNesting(rings);
  return [
    ...defect("self-intersection", findCrossings(rings)),
    ...defect("hole-outside", holesOutside),
    ...defect("rings-nested", nested),
  ];
}

function defect(
  code: PolygonDefect["code"],
  places: readonly (readonly [x: number, y: number])[],
): PolygonDefect[] {
  const [first] = places;
  if (!first) return [];
  return [{ code, places: places.length, at: lngLat(first[0] / 1e7, first[1] / 1e7) }];
}
