import type { Position } from "geojson";
import { noded } from "./insert-vertex.ts";
import { hasVertex, isSameVertex, tidyRing } from "./vertex.ts";
import { neighboursOf } from "./vertex-neighbours.ts";
import { editOf, type Refused, type ZoneEdit } from "./zone-edit.ts";
import { mapRings, type ZoneShape } from "./zone-shape.ts";

/**
 * Takes a vertex out of every zone that has it. Refused where borders meet in it, which would leave a gap, and where a ring
 * would have fewer than three corners.
 */
export function removeVertex(zones: readonly ZoneShape[], vertex: Position): ZoneEdit | Refused {
  const around = noded(zones, [vertex]);
  const holders = noded(around, neighboursOf(around, vertex)).filter(({ geometry }) =>
    hasVertex(geometry, vertex),
  );
  if (holders.length === 0) return { refused: "no-vertex" };
  if (neighboursOf(holders, vertex).length > 2) return { refused: "junction" };
  let isWhole = true;
  const changed = holders.map((zone) => ({
    ...zone,
    geometry: mapRings(zone.geometry, (ring) => {
      const after = withoutVertex(ring, vertex);
      if (after === null) isWhole = false;
      return after ?? ring;
    }),
  }));
  return isWhole ? editOf(changed) : { refused: "too-few-vertices" };
}

function withoutVertex(ring: Position[], vertex: Position): Position[] | null {
  if (!ring.some((each) => isSameVertex(each, vertex))) return ring;
  const open = ring.slice(0, -1).filter((each) => !isSameVertex(each, vertex));
  const [first] = open;
  return first ? tidyRing([...open, first]) : null;
}
