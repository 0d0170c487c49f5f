import { ringRadiusPx } from "./ring-size.ts";

/** Something drawn as a ring by its count, at a position in px. */
export type Ring = { readonly count: number; readonly xPx: number; readonly yPx: number };

/** Clear space between two rings, px. */
const MIN_GAP_PX = 4;

/** At least the distance at which two of the largest rings touch. */
const BUCKET_PX = 80;
const BUCKETS_A_SIDE = 64;
const BUCKETS = BUCKETS_A_SIDE * BUCKETS_A_SIDE;

/**
 * Unites rings that would overlap until none does: in the order of `compare`, each joins the first kept one whose ring it
 * would touch. `join` answers what the two make together. Expected O(n) a round, a few rounds.
 */
export function uniteTouching<R extends Ring>(
  rings: readonly R[],
  compare: (a: R, b: R) => number,
  join: (host: R, joining: R) => R,
): R[] {
  let current = [...rings];
  for (;;) {
    current.sort(compare);
    const united = uniteOnce(current, join);
    if (united.length === current.length) return united;
    current = united;
  }
}

/** Where two rings stand together: at the mean of their problems. */
export function meanPosition(a: Ring, b: Ring): { xPx: number; yPx: number } {
  const count = a.count + b.count;
  return {
    xPx: (a.xPx * a.count + b.xPx * b.count) / count,
    yPx: (a.yPx * a.count + b.yPx * b.count) / count,
  };
}

function uniteOnce<R extends Ring>(rings: readonly R[], join: (host: R, joining: R) => R): R[] {
  const kept: R[] = [];
  /** By bucket, the kept ring that was put in last; by kept ring, the one before it. */
  const last = new Int32Array(BUCKETS).fill(-1);
  const before = new Int32Array(rings.length);
  for (const ring of rings) {
    const host = touchedBy(ring);
    const kin = host === -1 ? undefined : kept[host];
    if (kin !== undefined) {
      kept[host] = join(kin, ring);
      continue;
    }
    const bucket = bucketOf(ring.xPx, ring.yPx, 0, 0);
    before[kept.length] = last[bucket]!;
    last[bucket] = kept.length;
    kept.push(ring);
  }
  return kept;

  /** First kept ring that this one would touch, -1 for none. */
  function touchedBy({ count, xPx, yPx }: R): number {
    const radius = ringRadiusPx(count);
    let first = -1;
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        for (let i = last[bucketOf(xPx, yPx, dx, dy)]!; i >= 0; i = before[i]!) {
          const other = kept[i]!;
          const reach = radius + ringRadiusPx(other.count) + MIN_GAP_PX;
          const [gapX, gapY] = [other.xPx - xPx, other.yPx - yPx];
          if (gapX * gapX + gapY * gapY < reach * reach && (first < 0 || i < first)) first = i;
        }
      }
    }
    return first;
  }
}

/** Bucket of a position or of one beside it; buckets far apart may share a number, which costs a look and no more. */
function bucketOf(xPx: number, yPx: number, dx: number, dy: number): number {
  const column = Math.floor(xPx / BUCKET_PX) + dx;
  const row = Math.floor(yPx / BUCKET_PX) + dy;
  return ((column & (BUCKETS_A_SIDE - 1)) * BUCKETS_A_SIDE) | (row & (BUCKETS_A_SIDE - 1));
}
