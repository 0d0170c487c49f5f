import type { Position } from "geojson";
import { noded } from "./insert-vertex.ts";
import { hasVertex, isSameVertex, storedPosition, tidyRing } from "./vertex.ts";
import { neighboursOf } from "./vertex-neighbours.ts";
import { editOf, type Refused, type ZoneEdit } from "./zone-edit.ts";
import { mapRings, type ZoneShape } from "./zone-shape.ts";

/**
 * Moves a vertex in every zone that has it, so that no gap or overlap comes of it. Before, the vertex and its neighbours are
 * put into edges that pass them by; where it lands on an edge, that edge gets it too. O(vertices).
 */
export function moveVertex(
  zones: readonly ZoneShape[],
  from: Position,
  to: Position,
): ZoneEdit | Refused {
  if (!zones.some(({ geometry }) => hasVertex(geometry, from))) return { refused: "no-vertex" };
  const target = storedPosition(to);
  if (isSameVertex(from, target)) return { zones: [], remove: [] };
  const around = noded(zones, [from]);
  const ready = noded(around, [...neighboursOf(around, from), target]);
  const before = new Map(zones.map((zone) => [zone.id, zone]));
  const changed: ZoneShape[] = [];
  for (const zone of ready) {
    const geometry = replaced(zone, from, target);
    if (geometry === null) return { refused: "too-few-vertices" };
    if (geometry !== before.get(zone.id)?.geometry) changed.push({ ...zone, geometry });
  }
  return editOf(changed);
}

/** Null where a ring would enclose nothing. */
function replaced({ geometry }: ZoneShape, from: Position, to: Position) {
  let isWhole = true;
  const after = mapRings(geometry, (ring) => {
    if (!ring.some((vertex) => isSameVertex(vertex, from))) return ring;
    const moved = tidyRing(ring.map((vertex) => (isSameVertex(vertex, from) ? to : vertex)));
    if (moved === null) isWhole = false;
    return moved ?? ring;
  });
  return isWhole ? after : null;
}
