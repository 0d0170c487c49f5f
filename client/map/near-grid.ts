export type Pixel = { readonly x: number; readonly y: number };

/** Pixels in square cells, to ask whether one lies within a cell's width of another. */
export class NearGrid {
  readonly #cellPx: number;
  readonly #cells = new Map<string, Pixel[]>();

  constructor(cellPx: number) {
    this.#cellPx = cellPx;
  }

  add(pixel: Pixel): void {
    const key = this.#key(pixel.x, pixel.y, 0, 0);
    const cell = this.#cells.get(key);
    if (cell) cell.push(pixel);
    else this.#cells.set(key, [pixel]);
  }

  /** Whether a pixel that was added is nearer than `distancePx`, which is at most the cell's width. */
  hasWithin({ x, y }: Pixel, distancePx: number): boolean {
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        const cell = this.#cells.get(this.#key(x, y, dx, dy)) ?? [];
        if (cell.some((other) => Math.hypot(other.x - x, other.y - y) < distancePx)) return true;
      }
    }
    return false;
  }

  #key(x: number, y: number, dx: number, dy: number): string {
    return `${Math.floor(x / this.#cellPx) + dx} ${Math.floor(y / this.#cellPx) + dy}`;
  }
}
