/** A block is 2,048 px wide, a micro-cell 8 px: 256 cells a side. */
export const BLOCK_PX = 2048;
export const CELL_PX = 8;
const SIDE = BLOCK_PX / CELL_PX;
export const CELL_COUNT = SIDE * SIDE;

/** Deepest block: its cells are quadtree tiles of level 26, the finest that rows are ordered by. */
export const MAX_BLOCK_ZOOM = 18;

/**
 * Exact sums of the problems of one block per cell of about 8 × 8 px, kept for occupied cells only ("slots", in order of
 * first use). Scratch of some 9 MB, meant to be reused: `begin` clears what the last block left.
 */
export class MicroCells {
  /** Occupied cells; per-slot arrays are meaningful below it. */
  count = 0;
  /** Cell of a slot: row · 256 + column, from the block's north-west. */
  readonly cell = new Uint32Array(SIDE * SIDE);
  readonly total = new Uint32Array(SIDE * SIDE);
  readonly overdue = new Uint32Array(SIDE * SIDE);
  readonly closed = new Uint32Array(SIDE * SIDE);
  /** Sums of world coordinates relative to the block's corner, integers below 2⁵³. */
  readonly sumX = new Float64Array(SIDE * SIDE);
  readonly sumY = new Float64Array(SIDE * SIDE);
  /** Centroids, px from the block's corner; set by `finish`. */
  readonly xPx = new Float64Array(SIDE * SIDE);
  readonly yPx = new Float64Array(SIDE * SIDE);
  /** A row of the cell; the only one where total is 1. */
  readonly row = new Uint32Array(SIDE * SIDE);
  /** Problems per class: slot · classCount + class. */
  readonly byClass: Uint32Array;
  readonly classCount: number;

  readonly #slotOfCell = new Int32Array(SIDE * SIDE).fill(-1);
  #originX = 0;
  #originY = 0;
  #cellShift = 0;

  constructor(classCount: number) {
    this.classCount = classCount;
    this.byClass = new Uint32Array(SIDE * SIDE * classCount);
  }

  /** Empties the cells and sets the block. */
  begin(z: number, x: number, y: number): void {
    for (let slot = 0; slot < this.count; slot++) this.#slotOfCell[this.cell[slot]!] = -1;
    this.byClass.fill(0, 0, this.count * this.classCount);
    this.count = 0;
    const size = 2 ** (32 - z);
    this.#originX = x * size;
    this.#originY = y * size;
    this.#cellShift = 32 - z - 8;
  }

  /** Takes in one problem of the block. */
  add(
    worldX: number,
    worldY: number,
    row: number,
    isOverdue: boolean,
    isClosed: boolean,
    category: number,
  ): void {
    const dx = worldX - this.#originX;
    const dy = worldY - this.#originY;
    const cell = (dy >>> this.#cellShift) * SIDE + (dx >>> this.#cellShift);
    let slot = this.#slotOfCell[cell]!;
    if (slot < 0) {
      slot = this.count++;
      this.#slotOfCell[cell] = slot;
      this.cell[slot] = cell;
      this.total[slot] = 0;
      this.overdue[slot] = 0;
      this.closed[slot] = 0;
      this.sumX[slot] = 0;
      this.sumY[slot] = 0;
      this.row[slot] = row;
    }
    this.total[slot]!++;
    if (isOverdue) this.overdue[slot]!++;
    if (isClosed) this.closed[slot]!++;
    this.sumX[slot]! += dx;
    this.sumY[slot]! += dy;
    this.byClass[slot * this.classCount + category]!++;
  }

  slotOf(cell: number): number {
    return this.#slotOfCell[cell]!;
  }

  /** Slot of a cell, or -1 when nothing is in it. */
  slotAt(column: number, row: number): number {
    if (column < 0 || row < 0 || column >= SIDE || row >= SIDE) return -1;
    return this.#slotOfCell[row * SIDE + column]!;
  }

  /** Computes the centroids; call when all problems are in. */
  finish(): void {
    const pxPerWorld = CELL_PX / 2 ** this.#cellShift;
    for (let slot = 0; slot < this.count; slot++) {
      const scale = pxPerWorld / this.total[slot]!;
      this.xPx[slot] = this.sumX[slot]! * scale;
      this.yPx[slot] = this.sumY[slot]! * scale;
    }
  }
}
