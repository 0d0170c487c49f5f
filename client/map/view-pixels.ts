import type { Bounds } from "../../domain/spatial/lng-lat.ts";
import { tileBounds, tilesCovering } from "../../domain/spatial/web-mercator.ts";

/** Pixels of the whole world at a zoom of the map, x east and y south: the same for a position wherever the window is. */
export type ViewPixels = {
  x(lng: number): number;
  y(lat: number): number;
  lng(x: number): number;
  lat(y: number): number;
};

const RAD = Math.PI / 180;
/** Edge of a tile of the map, px. */
const TILE_PX = 512;

export function viewPixels(zoom: number): ViewPixels {
  const size = TILE_PX * 2 ** zoom;
  return {
    x: (lng) => ((lng + 180) / 360) * size,
    y(lat) {
      const sin = Math.sin(lat * RAD);
      return (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * size;
    },
    lng: (x) => (x / size) * 360 - 180,
    lat: (y) => Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / size))) / RAD,
  };
}

/** The window widened to whole tiles of its zoom: requests repeat while a person pans within them. */
export function tileWindow(bounds: Bounds, zoom: number): Bounds {
  const tiles = tilesCovering(bounds, Math.max(0, Math.floor(zoom)));
  const [first, last] = [tiles[0], tiles.at(-1)];
  if (!first || !last) return bounds;
  const [west, , , north] = tileBounds(first);
  const [, south, east] = tileBounds(last);
  return [west, south, east, north];
}
