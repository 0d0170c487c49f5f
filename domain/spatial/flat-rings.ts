import type { MultiPolygon, Polygon, Position } from "geojson";
import { toE7 } from "./lng-lat.ts";

/**
 * The rings of one polygon or multipolygon as integers (degrees × 10⁷), so that turns and
 * touches are exact. Rings are closed: the last vertex repeats the first.
 */
export type FlatRings = {
  /** x0, y0, x1, y1 … of all rings, one after another. */
  readonly xy: Float64Array;
  /** First vertex of each ring; one more at the end. */
  readonly ringStart: Uint32Array;
  /** Part of the multipolygon that each ring belongs to, ascending; its first ring is the shell. */
  readonly partOfRing: Uint32Array;
};

export function flatRings(geometry: Polygon | MultiPolygon): FlatRings {
  const parts: Position[][][] =
    geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const rings = parts.flat();
  const xy = new Float64Array(2 * rings.reduce((sum, ring) => sum + ring.length, 0));
  const ringStart = new Uint32Array(rings.length + 1);
  let vertex = 0;
  rings.forEach((ring, r) => {
    ringStart[r] = vertex;
    for (const position of ring) {
      xy[2 * vertex] = toE7(position[0]!);
      xy[2 * vertex + 1] = toE7(position[1]!);
      vertex++;
    }
  });
  ringStart[rings.length] = vertex;
  return {
    xy,
    ringStart,
    partOfRing: Uint32Array.from(parts.flatMap((part, p) => part.map(() => p))),
  };
}

/** Whether a ring is the outer one of its part. */
export function isShell({ partOfRing }: FlatRings, ring: number): boolean {
  return ring === 0 || partOfRing[ring] !== partOfRing[ring - 1];
}
