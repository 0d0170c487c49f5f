import type { BoxMm } from "../paper/mark.ts";

/** The pieces of a line that lie in the box, borders included. O(n). */
export function clipLine(points: ArrayLike<number>, box: BoxMm): number[][] {
  const pieces: number[][] = [];
  let piece: number[] | null = null;
  for (let i = 2; i + 1 < points.length; i += 2) {
    const [ax, ay] = [points[i - 2] ?? 0, points[i - 1] ?? 0];
    const [bx, by] = [points[i] ?? 0, points[i + 1] ?? 0];
    const span = spanInside(ax, ay, bx - ax, by - ay, box);
    if (span === null) {
      piece = null;
      continue;
    }
    const [from, to] = span;
    if (piece === null || from > 0) {
      piece = [ax + from * (bx - ax), ay + from * (by - ay)];
      pieces.push(piece);
    }
    piece.push(ax + to * (bx - ax), ay + to * (by - ay));
    if (to < 1) piece = null;
  }
  return pieces;
}

/** Between which shares of its length a segment lies in the box; null: nowhere. */
function spanInside(
  x: number,
  y: number,
  dx: number,
  dy: number,
  box: BoxMm,
): [number, number] | null {
  let [from, to] = [0, 1];
  const edges = [
    [-dx, x - box.x],
    [dx, box.x + box.width - x],
    [-dy, y - box.y],
    [dy, box.y + box.height - y],
  ] as const;
  for (const [step, room] of edges) {
    if (step === 0) {
      if (room < 0) return null;
    } else if (step < 0) from = Math.max(from, room / step);
    else to = Math.min(to, room / step);
    if (from > to) return null;
  }
  return [from, to];
}

/** A ring cut to the box; where it runs outside it follows the border. Empty when it lies outside. O(n). */
export function clipRing(points: ArrayLike<number>, box: BoxMm): number[] {
  const [left, top] = [box.x, box.y];
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  let ring = Array.from(points);
  ring = cutSide(ring, 0, (x) => x - left);
  ring = cutSide(ring, 0, (x) => right - x);
  ring = cutSide(ring, 1, (y) => y - top);
  return cutSide(ring, 1, (y) => bottom - y);
}

/** Keeps what lies where `depth` of a coordinate is not negative. */
function cutSide(ring: readonly number[], axis: 0 | 1, depth: (at: number) => number): number[] {
  const kept: number[] = [];
  const count = ring.length / 2;
  for (let i = 0; i < count; i++) {
    const before = (i + count - 1) % count;
    const [ax, ay] = [ring[2 * before] ?? 0, ring[2 * before + 1] ?? 0];
    const [bx, by] = [ring[2 * i] ?? 0, ring[2 * i + 1] ?? 0];
    const [depthA, depthB] = axis === 0 ? [depth(ax), depth(bx)] : [depth(ay), depth(by)];
    if (depthA >= 0 !== depthB >= 0) {
      const share = depthA / (depthA - depthB);
      kept.push(ax + share * (bx - ax), ay + share * (by - ay));
    }
    if (depthB >= 0) kept.push(bx, by);
  }
  return kept;
}
