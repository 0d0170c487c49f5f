import type { LineString, MultiLineString, MultiPolygon, Polygon } from "geojson";
import { interiorPosition } from "./interior-position.ts";
import { isPosition, type LngLat, storedLngLat } from "./lng-lat.ts";

/** A position on an area or a line that a map can fly to: inside its first part; null for a broken line. */
export function groundPosition(
  geometry: Polygon | MultiPolygon | LineString | MultiLineString,
): LngLat | null {
  switch (geometry.type) {
    case "Polygon":
      return interiorPosition(geometry.coordinates);
    case "MultiPolygon":
      return interiorPosition(geometry.coordinates[0] ?? []);
    case "LineString":
      return middleOf(geometry.coordinates);
    case "MultiLineString":
      return middleOf(geometry.coordinates[0] ?? []);
  }
}

function middleOf(path: LineString["coordinates"]): LngLat | null {
  const [lng = Number.NaN, lat = Number.NaN] = path[path.length >> 1] ?? [];
  return isPosition(lng, lat) ? storedLngLat(lng, lat) : null;
}
