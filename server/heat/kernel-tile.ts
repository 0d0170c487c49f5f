import type { LocalPlane } from "../../domain/spatial/local-plane.ts";
import {
  latOfWorldY,
  lngOfWorldX,
  type TileId,
  WORLD_SIZE,
} from "../../domain/spatial/web-mercator.ts";
import type { WeightedPoints } from "./weighted-points.ts";

export const TILE_PX = 256;

/**
 * Kernel density at the centre of every pixel of a tile, weight per km², row by row from the north-west. Distances are
 * metres of the plane, so a position has the same value at every zoom. O(points × pixels within the bandwidth).
 */
export function kernelTile(
  tile: TileId,
  plane: LocalPlane,
  { x, y, weight }: WeightedPoints,
  bandwidthM: number,
): Float64Array {
  const { columnX, rowY } = pixelCentres(tile, plane);
  const density = new Float64Array(TILE_PX * TILE_PX);
  const h2 = bandwidthM * bandwidthM;
  const scale = (3 / (Math.PI * h2)) * 1e6;
  const pxPerMX = (TILE_PX - 1) / (columnX[TILE_PX - 1]! - columnX[0]!);
  const pxPerMY = (TILE_PX - 1) / (rowY[TILE_PX - 1]! - rowY[0]!);
  for (let i = 0; i < weight.length; i++) {
    const px = x[i]!;
    const py = y[i]!;
    const factor = weight[i]! * scale;
    const column0 = firstPixel((px - bandwidthM - columnX[0]!) * pxPerMX);
    const column1 = lastPixel((px + bandwidthM - columnX[0]!) * pxPerMX);
    const row0 = firstPixel((py + bandwidthM - rowY[0]!) * pxPerMY);
    const row1 = lastPixel((py - bandwidthM - rowY[0]!) * pxPerMY);
    for (let row = row0; row <= row1; row++) {
      const dy = rowY[row]! - py;
      const rest = h2 - dy * dy;
      if (rest <= 0) continue;
      for (let column = column0; column <= column1; column++) {
        const dx = columnX[column]! - px;
        const left = rest - dx * dx;
        if (left <= 0) continue;
        const u = left / h2;
        density[row * TILE_PX + column]! += factor * u * u;
      }
    }
  }
  return density;
}

/** Plane coordinates of the pixel centres: x by column, y by row (falling). */
function pixelCentres({ z, x, y }: TileId, plane: LocalPlane) {
  const size = WORLD_SIZE / 2 ** z;
  const columnX = new Float64Array(TILE_PX);
  const rowY = new Float64Array(TILE_PX);
  for (let i = 0; i < TILE_PX; i++) {
    const offset = (i + 0.5) / TILE_PX;
    columnX[i] = plane.x(lngOfWorldX((x + offset) * size));
    rowY[i] = plane.y(latOfWorldY((y + offset) * size));
  }
  return { columnX, rowY };
}

/** Rows are not quite evenly spaced in metres: one pixel more on each side, the exact test is inside. */
function firstPixel(position: number): number {
  return Math.max(0, Math.floor(position) - 1);
}

function lastPixel(position: number): number {
  return Math.min(TILE_PX - 1, Math.ceil(position) + 1);
}
