import type { GridZone } from "../../domain/grid-zone.ts";
import { type Bounds, emptyBounds, extendBounds } from "../../domain/spatial/lng-lat.ts";

/** West, south, east, north of zones and of what they are added to. */
export function zoneBounds(zones: readonly GridZone[], others: Bounds = emptyBounds()): Bounds {
  const bounds: [number, number, number, number] = [...others];
  for (const { geometry } of zones) {
    const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    for (const [outer] of parts) {
      for (const [lng, lat] of outer ?? []) {
        if (lng !== undefined && lat !== undefined) extendBounds(bounds, lng, lat);
      }
    }
  }
  return bounds;
}
