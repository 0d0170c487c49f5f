import type { Position } from "geojson";
import { edgePosition } from "./edge-position.ts";
import { isSameVertex, storedPosition } from "./vertex.ts";
import { ringsOf, type ZoneShape } from "./zone-shape.ts";

export type Snapped = {
  readonly position: Position;
  /** What it snapped to. */
  readonly to: "vertex" | "edge" | null;
};

type SnapOptions = {
  /** Pixels to a degree, east and north, where the pointer is. */
  readonly pxPerLng: number;
  readonly pxPerLat: number;
  readonly tolerancePx: number;
  /** The vertex that is dragged: neither it nor its edges attract. */
  readonly except?: Position;
};

/**
 * The nearest vertex within reach, else the nearest point of an edge, else the position itself; at 7 decimals. Of equally
 * near ones the first. O(vertices).
 */
export function snapPosition(
  zones: readonly ZoneShape[],
  position: Position,
  options: SnapOptions,
): Snapped {
  const best = { vertexPx: options.tolerancePx, edgePx: options.tolerancePx };
  let vertex: Position | null = null;
  let onEdge: { a: Position; b: Position; along: number } | null = null;
  for (const ring of zones.flatMap(({ geometry }) => ringsOf(geometry))) {
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1], ring[i]];
      if (!a || !b || isExcepted(a, options)) continue;
      const near = nearestOnEdge(position, a, b, options);
      if (near.vertexPx < best.vertexPx) [best.vertexPx, vertex] = [near.vertexPx, a];
      if (near.edgePx < best.edgePx && !isExcepted(b, options)) {
        [best.edgePx, onEdge] = [near.edgePx, { a, b, along: near.along }];
      }
    }
  }
  if (vertex) return { position: vertex, to: "vertex" };
  if (onEdge) {
    return { position: edgePosition(onEdge.a, onEdge.b, onEdge.along), to: "edge" };
  }
  return { position: storedPosition(position), to: null };
}

function isExcepted(vertex: Position, { except }: SnapOptions): boolean {
  return except !== undefined && isSameVertex(vertex, except);
}

function nearestOnEdge(p: Position, a: Position, b: Position, scale: SnapOptions) {
  const [px = 0, py = 0] = p;
  const [ax = 0, ay = 0] = a;
  const [bx = 0, by = 0] = b;
  const [dx, dy] = [(bx - ax) * scale.pxPerLng, (by - ay) * scale.pxPerLat];
  const [x, y] = [(px - ax) * scale.pxPerLng, (py - ay) * scale.pxPerLat];
  const along = Math.max(0, Math.min(1, (x * dx + y * dy) / (dx * dx + dy * dy || 1)));
  return {
    vertexPx: Math.hypot(x, y),
    edgePx: Math.hypot(along * dx - x, along * dy - y),
    along,
  };
}
