import { CELL_COUNT, CELL_PX, type MicroCells } from "./micro-cells.ts";
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
 * The answer depends on the cells alone, not on the order they were filled in. O(c·(r/8)²) for c clusters, plus two passes over the grid.
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
  const isTaken = new Uint8Array(cells.count);
  const reach = Math.ceil(radiusPx / CELL_PX) + 1;
  const limit = radiusPx * radiusPx;
  const clusters: CellCluster[] = [];
  for (const seed of densestFirst(cells)) {
    if (isTaken[seed]) continue;
    const x0 = cells.xPx[seed]!;
    const y0 = cells.yPx[seed]!;
    const column = cells.cell[seed]! & 255;
    const row = cells.cell[seed]! >>> 8;
    const slots: number[] = [];
    let [count, sumX, sumY] = [0, 0, 0];
    for (let cy = row - reach; cy <= row + reach; cy++) {
      for (let cx = column - reach; cx <= column + reach; cx++) {
        const slot = cells.slotAt(cx, cy);
        if (slot < 0 || isTaken[slot]) continue;
        const x = cells.xPx[slot]!;
        const y = cells.yPx[slot]!;
        if ((x - x0) * (x - x0) + (y - y0) * (y - y0) > limit) continue;
        isTaken[slot] = 1;
        slots.push(slot);
        const n = cells.total[slot]!;
        count += n;
        sumX += x * n;
        sumY += y * n;
      }
    }
    clusters.push({ slots, count, xPx: sumX / count, yPx: sumY / count });
  }
  return clusters;
}

/**
 * Slots by the bit length of their number of problems, most first, then by cell from the north-west: as good a choice of
 * seeds as a full sort, in two passes over the grid.
 */
function densestFirst(cells: MicroCells): Uint32Array {
  const starts = new Uint32Array(MOST_BITS + 1);
  for (let slot = 0; slot < cells.count; slot++) starts[Math.clz32(cells.total[slot]!) + 1]!++;
  for (let bits = 1; bits <= MOST_BITS; bits++) starts[bits]! += starts[bits - 1]!;
  const order = new Uint32Array(cells.count);
  for (let cell = 0; cell < CELL_COUNT; cell++) {
    const slot = cells.slotOf(cell);
    if (slot >= 0) order[starts[Math.clz32(cells.total[slot]!)]!++] = slot;
  }
  return order;
}

/** A cell holds at least one problem, so leading zeros run from 0 to 31. */
const MOST_BITS = 32;
