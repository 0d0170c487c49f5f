import { type Bounds, type LngLat, lngLat } from "./lng-lat.ts";

/** Web Mercator's edge; latitudes beyond it are clamped, so every position is in exactly one tile. */
export const MAX_LATITUDE = 85.0511;

/** World coordinates are integers 0 … 2³² − 1, x east from −180°, y south from the northern edge; 0.9 cm at the equator. */
export const WORLD_SIZE = 2 ** 32;

const RAD = Math.PI / 180;

export function worldX(lng: number): number {
  return clampWorld(Math.floor((lng / 360 + 0.5) * WORLD_SIZE));
}

export function worldY(lat: number): number {
  const clamped = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat));
  const sin = Math.sin(clamped * RAD);
  return clampWorld(
    Math.floor((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * WORLD_SIZE),
  );
}

/** Longitude of a world x, fractions allowed. */
export function lngOfWorldX(x: number): number {
  return (x / WORLD_SIZE) * 360 - 180;
}

/** Latitude of a world y, fractions allowed. */
export function latOfWorldY(y: number): number {
  const t = Math.PI * (1 - (2 * y) / WORLD_SIZE);
  return Math.atan(Math.sinh(t)) / RAD;
}

export function worldToLngLat(x: number, y: number): LngLat {
  return lngLat(lngOfWorldX(x), latOfWorldY(y));
}

/** A tile of the half-open quadtree grid: `z` levels deep, `x` and `y` from the north-west. */
export type TileId = { readonly z: number; readonly x: number; readonly y: number };

export function tileBounds({ z, x, y }: TileId): Bounds {
  const size = WORLD_SIZE / 2 ** z;
  return [
    lngOfWorldX(x * size),
    latOfWorldY((y + 1) * size),
    lngOfWorldX((x + 1) * size),
    latOfWorldY(y * size),
  ];
}

export function isTile({ z, x, y }: TileId, maxZ: number): boolean {
  const side = 2 ** z;
  return (
    [z, x, y].every(Number.isInteger) &&
    z >= 0 &&
    z <= maxZ &&
    x >= 0 &&
    x < side &&
    y >= 0 &&
    y < side
  );
}

/** Tiles of level `z` that touch the bounds, row by row. */
export function tilesCovering([west, south, east, north]: Bounds, z: number): TileId[] {
  const size = WORLD_SIZE / 2 ** z;
  const tiles: TileId[] = [];
  const [x0, x1] = [Math.floor(worldX(west) / size), Math.floor(worldX(east) / size)];
  const [y0, y1] = [Math.floor(worldY(north) / size), Math.floor(worldY(south) / size)];
  for (let y = y0; y <= y1; y++) for (let x = x0; x <= x1; x++) tiles.push({ z, x, y });
  return tiles;
}

/** Ground metres per pixel of a 256-px tile pyramid at display zoom `z`. */
export function metresPerPixel(lat: number, z: number): number {
  return (Math.cos(lat * RAD) * 2 * Math.PI * 6_378_137) / (256 * 2 ** z);
}

function clampWorld(value: number): number {
  return Math.max(0, Math.min(WORLD_SIZE - 1, value));
}
