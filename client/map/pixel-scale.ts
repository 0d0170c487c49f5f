import type { Position } from "geojson";
import type { Map as MapLibreMap } from "maplibre-gl";

/** Pixels to a degree, east and north. */
export type PixelScale = { readonly pxPerLng: number; readonly pxPerLat: number };

const STEP_DEG = 1e-3;

/** The scale of the map around a position. */
export function pixelScale(map: MapLibreMap, [lng = 0, lat = 0]: Position): PixelScale {
  const at = map.project([lng, lat]);
  const beside = map.project([lng + STEP_DEG, lat + STEP_DEG]);
  return { pxPerLng: (beside.x - at.x) / STEP_DEG, pxPerLat: (at.y - beside.y) / STEP_DEG };
}
