import { withRoom } from "../columns/growable.ts";

/** A block is 2,048 px wide, a micro-cell 8 px: 256 cells a side. */
export const BLOCK_PX = 2048;
export const CELL_PX = 8;
export const CELLS_A_SIDE = BLOCK_PX / CELL_PX;
const CELLS = CELLS_A_SIDE * CELLS_A_SIDE;

/** Deepest block: its cells are quadtree tiles of level 26, the finest that rows are ordered by. */
export const MAX_BLOCK_ZOOM = 18;

/** Web Mercator world coordinates by row, see web-mercator.ts. */
export type WorldColumns = { readonly worldX: Uint32Array; readonly worldY: Uint32Array };

/**
 * Exact sums of the problems of one block per cell of about 8 × 8 px, kept for occupied cells only ("slots", in order of
 * first use). Scratch of some 3 MB, meant to be reused: `fill` clears what the last block left.
 */
export class MicroCells {
  /** Occupied cells; per-slot arrays are meaningful below it. */
  count = 0;
  /** Bit `cell & 31` of word `cell >>> 5`: something is in the cell. Eight words a row of cells. */
  readonly occupied = new Uint32Array(CELLS / 32);
  /** Slot of each occupied cell; of the others, anything. */
  readonly slotOfCell = new Uint16Array(CELLS);
  /** Cell of a slot: row · 256 + column, from the block's north-west. */
  readonly cell = new Uint16Array(CELLS);
  readonly total = new Uint32Array(CELLS);
  /** Centroids, px from the block's corner. */
  readonly xPx = new Float64Array(CELLS);
  readonly yPx = new Float64Array(CELLS);
  /** Slot of each row that was put in, in the order given. */
  slotOfRow = new Uint16Array(1024);

  /**
   * Sums the first `count` of the rows, all of which lie in block z/x/y. Rows that come along the space-filling curve stay
   * in a cell for a while; its sums are kept at hand for so long. O(rows + occupied cells).
   */
  fill(
    { worldX, worldY }: WorldColumns,
    { count, rows }: { readonly count: number; readonly rows: Uint32Array },
    { z, x, y }: { readonly z: number; readonly x: number; readonly y: number },
  ): void {
    this.#clear();
    this.slotOfRow = withRoom(this.slotOfRow, count);
    const { slotOfRow } = this;
    const size = 2 ** (32 - z);
    const [originX, originY] = [x * size, y * size];
    const cellShift = 32 - z - 8;
    let [cell, slot, firstOfRun, sumX, sumY] = [-1, 0, 0, 0, 0];
    for (let i = 0; i < count; i++) {
      const row = rows[i]!;
      const dx = worldX[row]! - originX;
      const dy = worldY[row]! - originY;
      const here = (dy >>> cellShift) * CELLS_A_SIDE + (dx >>> cellShift);
      if (here !== cell) {
        if (i > 0) this.#add(slot, i - firstOfRun, sumX, sumY);
        slot = this.#slotFor(here);
        cell = here;
        firstOfRun = i;
        sumX = 0;
        sumY = 0;
      }
      slotOfRow[i] = slot;
      sumX += dx;
      sumY += dy;
    }
    if (count > 0) this.#add(slot, count - firstOfRun, sumX, sumY);
    this.#divide(CELL_PX / 2 ** cellShift);
  }

  #clear(): void {
    this.occupied.fill(0);
    this.count = 0;
  }

  #slotFor(cell: number): number {
    const word = cell >>> 5;
    const bit = 1 << (cell & 31);
    if (this.occupied[word]! & bit) return this.slotOfCell[cell]!;
    this.occupied[word]! |= bit;
    const slot = this.count++;
    this.slotOfCell[cell] = slot;
    this.cell[slot] = cell;
    this.total[slot] = 0;
    this.xPx[slot] = 0;
    this.yPx[slot] = 0;
    return slot;
  }

  /** Until `#divide`, xPx and yPx are sums of world coordinates from the block's corner, integers below 2⁵³. */
  #add(slot: number, total: number, sumX: number, sumY: number): void {
    this.total[slot]! += total;
    this.xPx[slot]! += sumX;
    this.yPx[slot]! += sumY;
  }

  #divide(pxPerWorld: number): void {
    for (let slot = 0; slot < this.count; slot++) {
      const scale = pxPerWorld / this.total[slot]!;
      this.xPx[slot]! *= scale;
      this.yPx[slot]! *= scale;
    }
  }
}
