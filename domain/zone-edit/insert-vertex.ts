import type { Position } from "geojson";
import { storedPosition, withVertex } from "./vertex.ts";
import { editOf, type Refused, type ZoneEdit } from "./zone-edit.ts";
import { mapRings, type ZoneShape } from "./zone-shape.ts";

/**
 * Puts a vertex into every edge that it lies on, in all zones that have the edge: of siblings, parents and children alike,
 * so that the border stays one. O(vertices).
 */
export function insertVertex(zones: readonly ZoneShape[], position: Position): ZoneEdit | Refused {
  const changed = nodedAt(zones, position);
  return changed.length === 0 ? { refused: "not-on-edge" } : editOf(changed);
}

/** The zones that get the vertex, with it. */
export function nodedAt(zones: readonly ZoneShape[], position: Position): ZoneShape[] {
  const vertex = storedPosition(position);
  return zones.flatMap((zone) => {
    const geometry = mapRings(zone.geometry, (ring) => withVertex(ring, vertex));
    return geometry === zone.geometry ? [] : [{ ...zone, geometry }];
  });
}

/** All zones, with the vertices in every edge that they lie on; those without any are the very same objects. */
export function noded(zones: readonly ZoneShape[], positions: readonly Position[]): ZoneShape[] {
  const now = new Map(zones.map((zone) => [zone.id, zone]));
  for (const position of positions) {
    for (const zone of nodedAt([...now.values()], position)) now.set(zone.id, zone);
  }
  return [...now.values()];
}
