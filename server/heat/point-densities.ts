import { quarticKernel } from "../../domain/recurrence/kernel-density.ts";
import type { WeightedPoints } from "./weighted-points.ts";

/**
 * Kernel density of the points at any position of the plane, weight per km²: what a heat tile shows there. Points further
 * away than the bandwidth do not count, so a look-up reads the nine grid cells around.
 */
export function kernelAt(
  { x, y, weight }: WeightedPoints,
  bandwidthM: number,
): (xM: number, yM: number) => number {
  const cells = new Map<number, number[]>();
  const keyOf = (column: number, row: number) => column * 0x1000000 + row;
  const cellOf = (metres: number) => Math.floor(metres / bandwidthM) + 0x800000;
  for (let i = 0; i < weight.length; i++) {
    const key = keyOf(cellOf(x[i]!), cellOf(y[i]!));
    const cell = cells.get(key);
    if (cell) cell.push(i);
    else cells.set(key, [i]);
  }
  return (xM, yM) => {
    const [column, row] = [cellOf(xM), cellOf(yM)];
    let sum = 0;
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        for (const i of cells.get(keyOf(column + dx, row + dy)) ?? []) {
          const [ex, ey] = [x[i]! - xM, y[i]! - yM];
          sum += weight[i]! * quarticKernel(ex * ex + ey * ey, bandwidthM);
        }
      }
    }
    return sum * 1e6;
  };
}

/** Density at each of the points themselves. O(n × neighbours). */
export function pointDensities(points: WeightedPoints, bandwidthM: number): Float64Array {
  const at = kernelAt(points, bandwidthM);
  return points.weight.map((_, i) => at(points.x[i]!, points.y[i]!));
}
