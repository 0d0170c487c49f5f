import { ringRadiusPx } from "./ring-size.ts";

/** Something drawn as a ring by its count, at a position in px. */
export type Ring = { readonly count: number; readonly xPx: number; readonly yPx: number };

/** Clear space between two rings, px. */
const MIN_GAP_PX = 4;

/** At least the distance at which two of the largest rings touch. */
const BUCKET_PX = 80;

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
  /** Numbers of kept rings by the bucket that they were put in. */
  const buckets = new Map<number, number[]>();
  for (const ring of rings) {
    const host = touchedBy(ring);
    const kin = host === -1 ? undefined : kept[host];
    if (kin !== undefined) {
      kept[host] = join(kin, ring);
      continue;
    }
    const key = bucketKey(ring.xPx, ring.yPx, 0, 0);
    const bucket = buckets.get(key);
    if (bucket) bucket.push(kept.length);
    else buckets.set(key, [kept.length]);
    kept.push(ring);
  }
  return kept;

  function touchedBy({ count, xPx, yPx }: R): number {
    const radius = ringRadiusPx(count);
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        for (const number of buckets.get(bucketKey(xPx, yPx, dx, dy)) ?? []) {
          const other = kept[number]!;
          const reach = radius + ringRadiusPx(other.count) + MIN_GAP_PX;
          if ((other.xPx - xPx) ** 2 + (other.yPx - yPx) ** 2 < reach * reach) return number;
        }
      }
    }
    return -1;
  }
}

/** One number for a bucket and its neighbours; unlike buckets may share one, which costs a look and no more. */
function bucketKey(xPx: number, yPx: number, dx: number, dy: number): number {
  const column = Math.floor(xPx / BUCKET_PX) + dx;
  const row = Math.floor(yPx / BUCKET_PX) + dy;
  return ((column & 0x7fff) << 15) | (row & 0x7fff);
}
