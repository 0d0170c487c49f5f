import { EPS_M } from "../tolerance.ts";

/** Position of the nearest point of a segment, as a share of it. */
export function nearestShare(
  x: number,
  y: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number {
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  if (squared === 0) return 0;
  return Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / squared));
}

type Ring = readonly (readonly number[])[];

/** Inside a ring, closed or not, or on its boundary. */
export function isInRing(x: number, y: number, ring: Ring): boolean {
  let inside = false;
  let [px = 0, py = 0] = ring.at(-1) ?? [];
  for (const [qx = 0, qy = 0] of ring) {
    const share = nearestShare(x, y, px, py, qx, qy);
    const [nx, ny] = [px + share * (qx - px), py + share * (qy - py)];
    if (Math.hypot(nx - x, ny - y) <= EPS_M) return true;
    if (py > y !== qy > y && x < ((qx - px) * (y - py)) / (qy - py) + px) inside = !inside;
    [px, py] = [qx, qy];
  }
  return inside;
}
