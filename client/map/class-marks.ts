import { NearGrid, type Pixel } from "./near-grid.ts";
import type { Obstacle } from "./place-labels.ts";

/** Half a class mark with its case, px. */
export const MARK_RADIUS_PX = 9;

/** From afar: how far marks stay apart, and how many there are at most. */
export type Thinning = { readonly gapPx: number; readonly most: number };

/**
 * Which of the ranked places get a mark: the highest first, none nearer than the gap to one that has it, none on a ring.
 * Answers row numbers in order of rank.
 */
export function thinnedByRank(
  ranked: readonly Pixel[],
  rings: readonly Obstacle[],
  { gapPx, most }: Thinning,
): number[] {
  const taken = new NearGrid(gapPx);
  const isOnRing = ringTest(rings);
  const chosen: number[] = [];
  for (const [i, pixel] of ranked.entries()) {
    if (chosen.length >= most) break;
    if (taken.hasWithin(pixel, gapPx) || isOnRing(pixel)) continue;
    taken.add(pixel);
    chosen.push(i);
  }
  return chosen;
}

/** Where a mark sits relative to the middle of its circle, px right and down. */
export type MarkOffset = readonly [right: number, down: number];

const DIAGONAL = Math.SQRT1_2;
/** On the rim, by preference: right above, left above, right below, left below, then straight. */
const RIM = [
  [DIAGONAL, -DIAGONAL],
  [-DIAGONAL, -DIAGONAL],
  [DIAGONAL, DIAGONAL],
  [-DIAGONAL, DIAGONAL],
  [0, -1],
  [1, 0],
  [-1, 0],
  [0, 1],
] as const;

/**
 * From near, where places are circles: a mark goes to the middle, or where a ring or another mark is in the way, to a free
 * spot on the rim. Null where there is none. Ranked places choose first.
 */
export function marksOnCircles(
  ranked: readonly (Pixel & { readonly radius: number })[],
  rings: readonly Obstacle[],
): (MarkOffset | null)[] {
  const taken = new NearGrid(2 * MARK_RADIUS_PX);
  const isOnRing = ringTest(rings);
  return ranked.map(({ x, y, radius }) => {
    const spots = [[0, 0], ...RIM.map(([right, down]) => [right * radius, down * radius])];
    for (const [right = 0, down = 0] of spots) {
      const spot = { x: x + right, y: y + down };
      if (taken.hasWithin(spot, 2 * MARK_RADIUS_PX) || isOnRing(spot)) continue;
      taken.add(spot);
      return [right, down];
    }
    return null;
  });
}

function ringTest(rings: readonly Obstacle[]): (pixel: Pixel) => boolean {
  return ({ x, y }) =>
    rings.some((ring) => Math.hypot(ring.x - x, ring.y - y) < ring.radius + MARK_RADIUS_PX);
}
