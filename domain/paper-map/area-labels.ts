import type { BoxMm } from "../paper/mark.ts";
import type { Disc, TakenSpace } from "./taken-space.ts";

/** A block of text that is to stand inside an area. */
export type AreaLabel = {
  /** Rings in millimetres, holes included. */
  readonly rings: readonly (readonly number[])[];
  /** Where it would stand best. */
  readonly anchor: readonly [number, number];
  /** Of each form that it can take, the fullest first. */
  readonly forms: readonly { readonly width: number; readonly height: number }[];
};

export type AreaSpot = { readonly x: number; readonly y: number; readonly form: number };

/** Candidates stand on a raster of this many steps along the shorter side of the block. */
const STEPS_A_BLOCK = 3;
const REACH_MM = 90;

/**
 * The free position nearest to where a label would like to be, with all of its block inside the area; shorter forms are
 * tried where the fullest has none. Null where nothing fits. What is found is taken.
 */
export function placeInArea(label: AreaLabel, box: BoxMm, taken: TakenSpace): AreaSpot | null {
  for (const [form, size] of label.forms.entries()) {
    const spot = nearestFree(label, size, box, taken);
    if (!spot) continue;
    taken.take(discsOfBlock(spot[0], spot[1], size));
    return { x: spot[0], y: spot[1], form };
  }
  return null;
}

function nearestFree(
  { rings, anchor }: AreaLabel,
  size: { readonly width: number; readonly height: number },
  box: BoxMm,
  taken: TakenSpace,
): [number, number] | null {
  const step = Math.min(size.width, size.height) / STEPS_A_BLOCK;
  const [left, top, right, bottom] = middlesWithin(rings, size, box);
  const candidates: [number, number, number][] = [];
  for (let row = Math.ceil((top - anchor[1]) / step); anchor[1] + row * step <= bottom; row++)
    for (
      let column = Math.ceil((left - anchor[0]) / step);
      anchor[0] + column * step <= right;
      column++
    ) {
      const distance = Math.hypot(column, row) * step;
      if (distance <= REACH_MM)
        candidates.push([anchor[0] + column * step, anchor[1] + row * step, distance]);
    }
  candidates.sort((a, b) => a[2] - b[2]);
  for (const [x, y] of candidates)
    if (holdsBlock(rings, x, y, size) && taken.isFree(discsOfBlock(x, y, size))) return [x, y];
  return null;
}

/** Where the middle of a block can be at all: left, top, right, bottom. */
function middlesWithin(
  rings: readonly (readonly number[])[],
  { width, height }: { readonly width: number; readonly height: number },
  box: BoxMm,
): [number, number, number, number] {
  let [left, top] = [box.x + box.width, box.y + box.height];
  let [right, bottom] = [box.x, box.y];
  for (const ring of rings)
    for (let i = 0; i + 1 < ring.length; i += 2) {
      const [x, y] = [ring[i] ?? 0, ring[i + 1] ?? 0];
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  return [
    Math.max(left, box.x) + width / 2,
    Math.max(top, box.y) + height / 2,
    Math.min(right, box.x + box.width) - width / 2,
    Math.min(bottom, box.y + box.height) - height / 2,
  ];
}

function holdsBlock(
  rings: readonly (readonly number[])[],
  x: number,
  y: number,
  { width, height }: { readonly width: number; readonly height: number },
): boolean {
  for (const across of [-0.5, -0.25, 0, 0.25, 0.5])
    for (const down of [-0.5, 0, 0.5])
      if (!ringsHold(rings, x + across * width, y + down * height)) return false;
  return true;
}

/** By the even-odd rule, so that holes are outside. */
export function ringsHold(rings: readonly (readonly number[])[], x: number, y: number): boolean {
  let isInside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i + 1 < ring.length; j = i, i += 2) {
      const [ax, ay] = [ring[j] ?? 0, ring[j + 1] ?? 0];
      const [bx, by] = [ring[i] ?? 0, ring[i + 1] ?? 0];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isInside = !isInside;
    }
  }
  return isInside;
}

/** Discs that cover a block of text centred at x, y. */
export function discsOfBlock(
  x: number,
  y: number,
  { width, height }: { readonly width: number; readonly height: number },
): Disc[] {
  const radius = Math.min(width, height) / 5;
  const [columns, rows] = [Math.ceil(width / radius / 1.4), Math.ceil(height / radius / 1.4)];
  const discs: Disc[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      discs.push({
        x: x + spread(column, columns, width - 2 * radius),
        y: y + spread(row, rows, height - 2 * radius),
        radius,
      });
  return discs;
}

function spread(i: number, count: number, length: number): number {
  return count === 1 ? 0 : (i / (count - 1) - 0.5) * length;
}
