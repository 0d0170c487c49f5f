import { CELL_PX, CELLS_A_SIDE, type MicroCells } from "./micro-cells.ts";
import { meanPosition, uniteTouching } from "./unite-touching.ts";

/** A cluster of one block: which slots it took, how many problems, and their mean position in px from the corner. */
export type CellCluster = {
  readonly slots: number[];
  readonly count: number;
  readonly xPx: number;
  readonly yPx: number;
};

/**
 * Clusters the micro-cells of one block. Of the cells not yet taken one of the densest gathers every free cell whose
 * centroid lies within `radiusPx` of its own; then rings that would overlap are united.
 *
 * The answer depends on the cells alone, not on the order they were filled in. O(cells + c·r/8)
 * for c clusters and radius r.
 */
export function clusterCells(cells: MicroCells, radiusPx: number): CellCluster[] {
  return uniteTouching(
    gather(cells, radiusPx),
    (a, b) => b.count - a.count || firstCell(cells, a) - firstCell(cells, b),
    (host, joining) => {
      host.slots.push(...joining.slots);
      const count = host.count + joining.count;
      return { slots: host.slots, count, ...meanPosition(host, joining) };
    },
  );
}

/** Which cell a cluster met first: its own alone, so it orders clusters of one size. */
function firstCell(cells: MicroCells, cluster: CellCluster): number {
  return cells.cell[cluster.slots[0]!]!;
}

function gather(cells: MicroCells, radiusPx: number): CellCluster[] {
  const { slotOfCell } = cells;
  const free = cells.occupied.slice();
  const reach = Math.ceil(radiusPx / CELL_PX) + 1;
  const limit = radiusPx * radiusPx;
  const clusters: CellCluster[] = [];
  for (const seed of densestFirst(cells)) {
    const seedCell = cells.cell[seed]!;
    if ((free[seedCell >>> 5]! & (1 << (seedCell & 31))) === 0) continue;
    const x0 = cells.xPx[seed]!;
    const y0 = cells.yPx[seed]!;
    const column = seedCell & 255;
    const row = seedCell >>> 8;
    const slots: number[] = [];
    let [count, sumX, sumY] = [0, 0, 0];
    const firstColumn = Math.max(0, column - reach);
    const lastColumn = Math.min(CELLS_A_SIDE - 1, column + reach);
    const lastRow = Math.min(CELLS_A_SIDE - 1, row + reach);
    for (let cy = Math.max(0, row - reach); cy <= lastRow; cy++) {
      const firstCell = cy * CELLS_A_SIDE + firstColumn;
      const lastCell = cy * CELLS_A_SIDE + lastColumn;
      for (let word = firstCell >>> 5; word <= lastCell >>> 5; word++) {
        let left = free[word]! & bitsBetween(firstCell - word * 32, lastCell - word * 32);
        while (left !== 0) {
          const bit = left & -left;
          left ^= bit;
          const slot = slotOfCell[word * 32 + 31 - Math.clz32(bit)]!;
          const x = cells.xPx[slot]!;
          const y = cells.yPx[slot]!;
          if ((x - x0) * (x - x0) + (y - y0) * (y - y0) > limit) continue;
          free[word]! ^= bit;
          slots.push(slot);
          const n = cells.total[slot]!;
          count += n;
          sumX += x * n;
          sumY += y * n;
        }
      }
    }
    clusters.push({ slots, count, xPx: sumX / count, yPx: sumY / count });
  }
  return clusters;
}

/**
 * Slots by the bit length of their number of problems, most first, then by cell from the north-west: as good a choice of
 * seeds as a full sort, in linear time.
 */
function densestFirst(cells: MicroCells): Uint32Array {
  const starts = new Uint32Array(MOST_BITS + 1);
  for (let slot = 0; slot < cells.count; slot++) starts[Math.clz32(cells.total[slot]!) + 1]!++;
  for (let bits = 1; bits <= MOST_BITS; bits++) starts[bits]! += starts[bits - 1]!;
  const order = new Uint32Array(cells.count);
  for (let word = 0; word < cells.occupied.length; word++) {
    for (let left = cells.occupied[word]!; left !== 0; left &= left - 1) {
      const slot = cells.slotOfCell[word * 32 + 31 - Math.clz32(left & -left)]!;
      order[starts[Math.clz32(cells.total[slot]!)]!++] = slot;
    }
  }
  return order;
}

/** Bits first to last of a word, both included; what lies outside 0 to 31 is cut off. */
function bitsBetween(first: number, last: number): number {
  return (-1 << Math.max(first, 0)) & (-1 >>> (31 - Math.min(last, 31)));
}

/** A cell holds at least one problem, so leading zeros run from 0 to 31. */
const MOST_BITS = 32;
