import type { Polygon } from "geojson";
import { type ZoneLevel, zoneLevels } from "../../../domain/grid-zone.ts";
import { overlapM2 } from "../../../domain/zone-edit/clip.ts";
import { partsOf, type ZoneShape } from "../../../domain/zone-edit/zone-shape.ts";

/** The zone of the next coarser level that has most of the ground; null for the coarsest, or where nobody has any. */
export function parentFor(
  zones: readonly ZoneShape[],
  level: ZoneLevel,
  geometry: Polygon,
): string | null {
  const above = zoneLevels[zoneLevels.indexOf(level) - 1];
  let best: string | null = null;
  let most = 0;
  for (const zone of zones) {
    if (zone.level !== above) continue;
    const shared = overlapM2(partsOf(zone.geometry), partsOf(geometry));
    if (shared > most) [best, most] = [zone.id, shared];
  }
  return best;
}
