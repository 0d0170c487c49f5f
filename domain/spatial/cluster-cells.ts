import { CELL_PX, type MicroCells } from "./micro-cells.ts";
import { meanPosition, uniteTouching } from "./unite-touching.ts";

/** A cluster of one block: which slots it took, how many problems, and their mean position in px from the corner. */
export type CellCluster = {
  readonly slots: number[];
  readonly count: number;
  readonly xPx: number;
  readonly yPx: number;
};

/**
 * Clusters the micro-cells of one block. The densest cell not yet taken gathers every free cell whose centroid lies within
 * `radiusPx` of its own (ties: the cell further north-west first); then rings that would overlap are united.
 *
 * The answer depends on the cells alone, not on the order they were filled in. O(k log k + k·(r/8)²) for k cells.
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

/** Slots by problems descending, then by cell. */
function densestFirst(cells: MicroCells): Float64Array {
  const keys = new Float64Array(cells.count);
  for (let slot = 0; slot < cells.count; slot++) {
    keys[slot] = -cells.total[slot]! * 65_536 + cells.cell[slot]!;
  }
  keys.sort();
  return keys.map((key) => {
    const cell = ((key % 65_536) + 65_536) % 65_536;
    return cells.slotAt(cell & 255, cell >>> 8);
  });
}
