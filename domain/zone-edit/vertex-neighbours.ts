import type { Position } from "geojson";
import { isSameVertex, vertexKey } from "./vertex.ts";
import { ringsOf, type ZoneShape } from "./zone-shape.ts";

/** The vertices that edges lead to from this one, in any zone, each once. */
export function neighboursOf(zones: readonly ZoneShape[], vertex: Position): Position[] {
  const found = new Map<string, Position>();
  for (const { geometry } of zones) {
    for (const ring of ringsOf(geometry)) {
      for (let i = 0; i < ring.length - 1; i++) {
        const here = ring[i];
        if (!here || !isSameVertex(here, vertex)) continue;
        const before = ring.at(i === 0 ? -2 : i - 1);
        for (const next of [before, ring[i + 1]]) if (next) found.set(vertexKey(next), next);
      }
    }
  }
  return [...found.values()];
}
