import { union } from "polyclip-ts";
import { distanceToRing, type Ring, signedArea } from "./polygon.ts";
import { offsetLine } from "./polyline.ts";
import { distance, type Vec } from "./vec.ts";

/**
 * The land about `byM` metres inside a counter-clockwise ring, its largest part; null when little
 * is left.
 */
export function insetRing(ring: Ring, byM: number): Vec[] | null {
  const shifted = offsetLine([...ring, ring[0]!], byM, true).slice(0, -1);
  const kept = shifted.filter((p) => distanceToRing(ring, p) > byM * 0.85);
  if (kept.length < 3 || signedArea(kept) < 400) return null;
  return largestSimplePart(kept);
}

/** Resolves self-crossings; counter-clockwise. */
function largestSimplePart(ring: Ring): Vec[] | null {
  const rounded = ring.map(([x, y]): [number, number] => [
    Math.round(x * 10) / 10,
    Math.round(y * 10) / 10,
  ]);
  let best: Vec[] | null = null;
  for (const [outer] of union([[...rounded, rounded[0]!]])) {
    const part = apart(outer!.slice(0, -1).map(([x, y]): Vec => [x, y]));
    const area = signedArea(part);
    const turned = area < 0 ? part.reverse() : part;
    if (Math.abs(area) > 400 && (!best || Math.abs(area) > signedArea(best))) best = turned;
  }
  return best;
}

/**
 * Without vertices nearer than a metre to the one before, so that rounding cannot make the ring
 * cross itself.
 */
function apart(ring: readonly Vec[]): Vec[] {
  const out: Vec[] = [];
  for (const p of ring) if (out.length === 0 || distance(out.at(-1)!, p) > 1) out.push(p);
  return out;
}
