import type { MultiPolygon, Polygon, Position } from "geojson";

/**
 * Many polygons in flat arrays: every ring's vertices one after another, a part being an outer ring with its holes.
 * `partOwner[p]` is the index of the geometry that part p belongs to.
 */
export type PolygonSet = {
  readonly coordinates: Float64Array;
  /** First coordinate index (in pairs) of each ring; one more at the end. */
  readonly ringStart: Uint32Array;
  /** First ring of each part; one more at the end. */
  readonly partStart: Uint32Array;
  readonly partOwner: Uint32Array;
  /** West, south, east, north of each part. */
  readonly partBounds: Float64Array;
};

export function polygonSet(geometries: readonly (Polygon | MultiPolygon)[]): PolygonSet {
  const coordinates: number[] = [];
  const ringStart: number[] = [];
  const partStart: number[] = [];
  const partOwner: number[] = [];
  const partBounds: number[] = [];
  geometries.forEach((geometry, owner) => {
    const parts: Position[][][] =
      geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    for (const rings of parts) {
      partStart.push(ringStart.length);
      partOwner.push(owner);
      const bounds: [number, number, number, number] = [
        Number.POSITIVE_INFINITY,
        Number.POSITIVE_INFINITY,
        Number.NEGATIVE_INFINITY,
        Number.NEGATIVE_INFINITY,
      ];
      for (const ring of rings) {
        ringStart.push(coordinates.length / 2);
        for (const [x = Number.NaN, y = Number.NaN] of ring) {
          coordinates.push(x, y);
          bounds[0] = Math.min(bounds[0], x);
          bounds[1] = Math.min(bounds[1], y);
          bounds[2] = Math.max(bounds[2], x);
          bounds[3] = Math.max(bounds[3], y);
        }
      }
      partBounds.push(...bounds);
    }
  });
  ringStart.push(coordinates.length / 2);
  partStart.push(ringStart.length - 1);
  return {
    coordinates: Float64Array.from(coordinates),
    ringStart: Uint32Array.from(ringStart),
    partStart: Uint32Array.from(partStart),
    partOwner: Uint32Array.from(partOwner),
    partBounds: Float64Array.from(partBounds),
  };
}

/**
 * Even-odd test of one part, holes taken out. Half-open: of two parts that share an edge with the same two vertices
 * exactly one holds a point on it, because each edge is computed in one direction only. O(vertices).
 */
export function partContains(set: PolygonSet, part: number, x: number, y: number): boolean {
  const { coordinates, ringStart } = set;
  let isInside = false;
  for (let ring = set.partStart[part]!; ring < set.partStart[part + 1]!; ring++) {
    const end = ringStart[ring + 1]!;
    for (let i = ringStart[ring]!, j = end - 1; i < end; j = i++) {
      let [ax, ay] = [coordinates[2 * i]!, coordinates[2 * i + 1]!];
      let [bx, by] = [coordinates[2 * j]!, coordinates[2 * j + 1]!];
      if (ay > y === by > y) continue;
      if (ay > by) [ax, ay, bx, by] = [bx, by, ax, ay];
      if (x < ax + ((bx - ax) * (y - ay)) / (by - ay)) isInside = !isInside;
    }
  }
  return isInside;
}
