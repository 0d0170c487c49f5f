import type { BoxMm } from "../paper/mark.ts";

/** A disc on the page in millimetres. */
export type Disc = { readonly x: number; readonly y: number; readonly radius: number };

const CELL_MM = 8;

/** What of a page is taken by names and marks, as discs; asked for thousands of times. */
export class TakenSpace {
  readonly #cells = new Map<string, Disc[]>();
  readonly #box: BoxMm;

  constructor(box: BoxMm) {
    this.#box = box;
  }

  /** Whether all of the discs lie in the box and none meets what is taken. */
  isFree(discs: readonly Disc[]): boolean {
    const { x: left, y: top, width, height } = this.#box;
    return discs.every(
      (disc) =>
        disc.x - disc.radius >= left &&
        disc.y - disc.radius >= top &&
        disc.x + disc.radius <= left + width &&
        disc.y + disc.radius <= top + height &&
        this.meets(disc) === null,
    );
  }

  /** A taken disc that this one overlaps. */
  meets(disc: Disc): Disc | null {
    for (const cell of cellsOf(disc))
      for (const other of this.#cells.get(cell) ?? [])
        if (Math.hypot(disc.x - other.x, disc.y - other.y) < disc.radius + other.radius)
          return other;
    return null;
  }

  take(discs: readonly Disc[]): void {
    for (const disc of discs)
      for (const cell of cellsOf(disc)) {
        const held = this.#cells.get(cell);
        if (held) held.push(disc);
        else this.#cells.set(cell, [disc]);
      }
  }
}

function* cellsOf({ x, y, radius }: Disc): Generator<string> {
  const [west, east] = [x - radius, x + radius].map((at) => Math.floor(at / CELL_MM));
  const [north, south] = [y - radius, y + radius].map((at) => Math.floor(at / CELL_MM));
  for (let row = north ?? 0; row <= (south ?? 0); row++)
    for (let column = west ?? 0; column <= (east ?? 0); column++) yield `${column} ${row}`;
}

/** Discs along a line of text that is centred at x, y: as high as it, overlapping by half. */
export function discsOfText(
  x: number,
  y: number,
  widthMm: number,
  heightMm: number,
  angleDeg: number,
): Disc[] {
  const radius = 0.62 * heightMm;
  const reach = Math.max(0, widthMm / 2 - 0.4 * heightMm);
  const count = Math.max(1, Math.ceil((2 * reach) / radius) + 1);
  const [dx, dy] = [Math.cos((angleDeg * Math.PI) / 180), Math.sin((angleDeg * Math.PI) / 180)];
  return Array.from({ length: count }, (_, i) => {
    const along = count === 1 ? 0 : -reach + (2 * reach * i) / (count - 1);
    return { x: x + along * dx, y: y + along * dy, radius };
  });
}

/** Discs along a line that is not to be written over. */
export function discsAlong(points: readonly number[], radius: number): Disc[] {
  const discs: Disc[] = [];
  for (let i = 2; i + 1 < points.length; i += 2) {
    const [ax, ay] = [points[i - 2] ?? 0, points[i - 1] ?? 0];
    const [dx, dy] = [(points[i] ?? 0) - ax, (points[i + 1] ?? 0) - ay];
    const steps = Math.max(1, Math.ceil(Math.hypot(dx, dy) / radius));
    for (let step = 0; step <= steps; step++)
      discs.push({ x: ax + (dx * step) / steps, y: ay + (dy * step) / steps, radius });
  }
  return discs;
}
