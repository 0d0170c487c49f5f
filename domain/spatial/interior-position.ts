import type { Position } from "geojson";
import { type LngLat, lngLat } from "./lng-lat.ts";

/** Heights at which a polygon is cut; the widest of the cuts is taken. */
const CUTS_MAX = 9;

/**
 * A position inside a polygon (rings closed, holes after the shell), in the middle of its widest
 * horizontal cut among a few: good enough to fly a map to, also for slivers. O(n · cuts).
 */
export function interiorPosition(rings: readonly (readonly Position[])[]): LngLat {
  let best: { width: number; x: number; y: number } | null = null;
  for (const y of cutHeights(rings[0] ?? [])) {
    const xs = crossingsAt(rings, y);
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const width = xs[i + 1]! - xs[i]!;
      if (!best || width > best.width) best = { width, x: (xs[i]! + xs[i + 1]!) / 2, y };
    }
  }
  const [x = 0, y = 0] = rings[0]?.[0] ?? [];
  return best ? lngLat(best.x, best.y) : lngLat(x, y);
}

/** Middles of the widest gaps between the heights of vertices, so that no cut meets a vertex. */
function cutHeights(shell: readonly Position[]): number[] {
  const ys = [...new Set(shell.map((position) => position[1]!))].sort((a, b) => a - b);
  return ys
    .slice(1)
    .map((y, i) => ({ height: y - ys[i]!, middle: (y + ys[i]!) / 2 }))
    .sort((a, b) => b.height - a.height)
    .slice(0, CUTS_MAX)
    .map(({ middle }) => middle);
}

function crossingsAt(rings: readonly (readonly Position[])[], y: number): number[] {
  const xs: number[] = [];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = ring[i - 1]! as [number, number];
      const [bx, by] = ring[i]! as [number, number];
      if (ay > y !== by > y) xs.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
    }
  }
  return xs.sort((a, b) => a - b);
}
