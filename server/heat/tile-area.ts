import { toE7 } from "../../domain/spatial/lng-lat.ts";
import type { LocalPlane } from "../../domain/spatial/local-plane.ts";
import { type TileId, tileBounds } from "../../domain/spatial/web-mercator.ts";
import type { AreaE7 } from "../recurrence-index/count-recurrences.ts";

/** The area and `marginM` metres around it. */
export function areaAround(
  [west, south, east, north]: AreaE7,
  marginM: number,
  plane: LocalPlane,
): AreaE7 {
  const lng = Math.ceil((marginM / plane.mPerDegLng) * 1e7) + 1;
  const lat = Math.ceil((marginM / plane.mPerDegLat) * 1e7) + 1;
  return [west - lng, south - lat, east + lng, north + lat];
}

/** Where a point must lie for its kernel to reach a tile. */
export function areaOfTile(tile: TileId, bandwidthM: number, plane: LocalPlane): AreaE7 {
  const [west, south, east, north] = tileBounds(tile);
  return areaAround([toE7(west), toE7(south), toE7(east), toE7(north)], bandwidthM, plane);
}
