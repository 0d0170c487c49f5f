import type { ExpressionSpecification } from "maplibre-gl";

/** × (8 / metres per pixel)^0.45: a little slower than the roads under it, whose edges stay its casing near by. */
const GROWTH = 0.45;
/** Nearer than that a line grows no more: the road itself is seen beside it. */
const WIDEST_ZOOM = 16;
const METRES_PER_PIXEL_AT_0 = 78_271.517;

/** Width of a road's line from its `width` at 8 m to a pixel; `extra` px are added at every zoom. */
export function densityWidth(latitude: number, extra = 0, share = 1): ExpressionSpecification {
  const at = (zoom: number): ExpressionSpecification => [
    "max",
    0.6,
    ["+", ["*", ["get", "width"], share * growthAt(zoom, latitude)], extra],
  ];
  return [
    "interpolate",
    ["exponential", 2 ** GROWTH],
    ["zoom"],
    8,
    at(8),
    WIDEST_ZOOM,
    at(WIDEST_ZOOM),
  ];
}

function growthAt(zoom: number, latitude: number): number {
  const metresPerPixel = METRES_PER_PIXEL_AT_0 * Math.cos((latitude * Math.PI) / 180) * 0.5 ** zoom;
  return (8 / metresPerPixel) ** GROWTH;
}
