import { distanceToRing, type Ring, signedArea } from "./polygon.ts";
import { offsetLine } from "./polyline.ts";
import type { Vec } from "./vec.ts";

/**
 * The land `byM` metres and more inside a counter-clockwise ring; null when little is left. Corners that the shift turns
 * inside out are dropped, which suits shapes without long necks.
 */
export function insetRing(ring: Ring, byM: number): Vec[] | null {
  const shifted = offsetLine([...ring, ring[0]!], byM, true).slice(0, -1);
  const kept = shifted.filter((p) => distanceToRing(ring, p) > byM * 0.85);
  if (kept.length < 3) return null;
  return signedArea(kept) > 400 ? kept : null;
}
