import { BLOCK_PX, CELL_PX, type MicroCells } from "./micro-cells.ts";
import { RING_MARGIN_PX, ringRadiusPx } from "./ring-size.ts";

/** Clear space between two rings, px. */
const MIN_GAP_PX = 4;

/** A cluster of one block: which slots it took, how many problems, and where its ring is drawn. */
export type CellCluster = {
  readonly slots: number[];
  count: number;
  /** Weighted centroid, px from the block's corner; for more than one problem moved in so that the ring stays inside. */
  xPx: number;
  yPx: number;
};

/**
 * Clusters the micro-cells of one block. The densest cell not yet taken gathers every free cell whose centroid lies within
 * `radiusPx` of its own (ties: the cell further north-west first); then rings that would overlap are united, the larger
 * taking the smaller. Rings never leave their block, so rings of neighbouring blocks do not overlap either.
 *
 * The answer depends on the cells alone, not on the order they were filled in. O(k log k + k·(r/8)²) for k cells.
 */
export function clusterCells(cells: MicroCells, radiusPx: number): CellCluster[] {
  let clusters = gather(cells, radiusPx);
  for (;;) {
    clusters.sort((a, b) => b.count - a.count || firstCell(cells, a) - firstCell(cells, b));
    const united = uniteTouching(clusters);
    if (united.length === clusters.length) return united;
    clusters = united;
  }
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
    clusters.push(placed({ slots, count, xPx: sumX / count, yPx: sumY / count }));
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

/** Moves the ring of a real cluster inside the block. */
function placed(cluster: CellCluster): CellCluster {
  if (cluster.count > 1) {
    const margin = ringRadiusPx(cluster.count) + RING_MARGIN_PX;
    cluster.xPx = Math.max(margin, Math.min(BLOCK_PX - margin, cluster.xPx));
    cluster.yPx = Math.max(margin, Math.min(BLOCK_PX - margin, cluster.yPx));
  }
  return cluster;
}

const BUCKET_PX = 128;

/** In the given order, each cluster joins the first kept one whose ring it would touch. */
function uniteTouching(clusters: readonly CellCluster[]): CellCluster[] {
  const side = BLOCK_PX / BUCKET_PX;
  const buckets: CellCluster[][] = Array.from({ length: side * side }, () => []);
  const kept: CellCluster[] = [];
  for (const cluster of clusters) {
    const host = findTouching(cluster);
    if (host) {
      const count = host.count + cluster.count;
      host.xPx = (host.xPx * host.count + cluster.xPx * cluster.count) / count;
      host.yPx = (host.yPx * host.count + cluster.yPx * cluster.count) / count;
      host.count = count;
      host.slots.push(...cluster.slots);
      placed(host);
      continue;
    }
    kept.push(cluster);
    buckets[bucketOf(cluster.xPx, cluster.yPx)]!.push(cluster);
  }
  return kept;

  function findTouching(cluster: CellCluster): CellCluster | undefined {
    const radius = ringRadiusPx(cluster.count);
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        const [x, y] = [cluster.xPx + dx * BUCKET_PX, cluster.yPx + dy * BUCKET_PX];
        if (x < 0 || y < 0 || x >= BLOCK_PX || y >= BLOCK_PX) continue;
        for (const other of buckets[bucketOf(x, y)]!) {
          const reach = radius + ringRadiusPx(other.count) + MIN_GAP_PX;
          const distance = (other.xPx - cluster.xPx) ** 2 + (other.yPx - cluster.yPx) ** 2;
          if (distance < reach * reach) return other;
        }
      }
    }
    return undefined;
  }

  function bucketOf(x: number, y: number): number {
    const clamp = (v: number) => Math.max(0, Math.min(side - 1, Math.floor(v / BUCKET_PX)));
    return clamp(y) * side + clamp(x);
  }
}
