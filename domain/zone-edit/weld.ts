import { noded } from "./insert-vertex.ts";
import { vertexKey } from "./vertex.ts";
import { ringsOf, type ZoneShape } from "./zone-shape.ts";

/**
 * New shapes and what stands around them with each other's vertices along the borders that they share; of the others only
 * those that changed.
 */
export function weld<Z extends ZoneShape>(
  others: readonly ZoneShape[],
  shapes: readonly Z[],
): { readonly geometries: readonly Z[]; readonly others: readonly ZoneShape[] } {
  const near = others.filter((other) => shapes.some((shape) => overlaps(other, shape)));
  const welded = noded(shapes, verticesOf(near)) as Z[];
  const after = noded(near, verticesOf(welded));
  return { geometries: welded, others: after.filter((zone, i) => zone !== near[i]) };
}

function verticesOf(zones: readonly ZoneShape[]) {
  const all = zones.flatMap(({ geometry }) => ringsOf(geometry).flat());
  return [...new Map(all.map((vertex) => [vertexKey(vertex), vertex])).values()];
}

/** A little room, so that zones that only touch count. */
const ROOM_DEG = 1e-6;

function overlaps(a: ZoneShape, b: ZoneShape): boolean {
  const [p, q] = [boundsOf(a), boundsOf(b)];
  return (
    p.west <= q.east + ROOM_DEG &&
    q.west <= p.east + ROOM_DEG &&
    p.south <= q.north + ROOM_DEG &&
    q.south <= p.north + ROOM_DEG
  );
}

function boundsOf({ geometry }: ZoneShape) {
  const vertices = ringsOf(geometry).flat();
  const xs = vertices.map(([x = 0]) => x);
  const ys = vertices.map(([, y = 0]) => y);
  return {
    west: Math.min(...xs),
    east: Math.max(...xs),
    south: Math.min(...ys),
    north: Math.max(...ys),
  };
}
