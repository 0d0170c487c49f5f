import { cross, crossing, distance, nearestOnSegment, subtract, type Vec } from "./vec.ts";

/** Rings here are open: the first vertex is not repeated. */
export type Ring = readonly Vec[];

/** Square metres, positive when counter-clockwise. */
export function signedArea(ring: Ring): number {
  let sum = 0;
  for (let i = 0; i < ring.length; i++) sum += cross(ring[i]!, ring[(i + 1) % ring.length]!);
  return sum / 2;
}

export function perimeter(ring: Ring): number {
  let sum = 0;
  for (let i = 0; i < ring.length; i++) sum += distance(ring[i]!, ring[(i + 1) % ring.length]!);
  return sum;
}

/** 1 for a circle, 0.785 for a square, towards 0 for a sliver. */
export function compactness(ring: Ring): number {
  return (4 * Math.PI * Math.abs(signedArea(ring))) / perimeter(ring) ** 2;
}

export function centroid(ring: Ring): Vec {
  const origin = ring[0]!;
  let [x, y, doubleArea] = [0, 0, 0];
  for (let i = 0; i < ring.length; i++) {
    const a = subtract(ring[i]!, origin);
    const b = subtract(ring[(i + 1) % ring.length]!, origin);
    const c = cross(a, b);
    doubleArea += c;
    x += (a[0] + b[0]) * c;
    y += (a[1] + b[1]) * c;
  }
  if (Math.abs(doubleArea) < 1e-6) return origin;
  return [origin[0] + x / (3 * doubleArea), origin[1] + y / (3 * doubleArea)];
}

/** Even–odd rule; the border counts to either side. */
export function contains(ring: Ring, [x, y]: Vec): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]!;
    const [xj, yj] = ring[j]!;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** Metres to the nearest edge. */
export function distanceToRing(ring: Ring, p: Vec): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < ring.length; i++) {
    const { distanceM } = nearestOnSegment(p, ring[i]!, ring[(i + 1) % ring.length]!);
    if (distanceM < best) best = distanceM;
  }
  return best;
}

export type Box = { minX: number; minY: number; maxX: number; maxY: number };

export function boxOf(points: readonly Vec[]): Box {
  const box = {
    minX: Number.POSITIVE_INFINITY,
    minY: Number.POSITIVE_INFINITY,
    maxX: Number.NEGATIVE_INFINITY,
    maxY: Number.NEGATIVE_INFINITY,
  };
  for (const [x, y] of points) {
    box.minX = Math.min(box.minX, x);
    box.minY = Math.min(box.minY, y);
    box.maxX = Math.max(box.maxX, x);
    box.maxY = Math.max(box.maxY, y);
  }
  return box;
}

/**
 * Whether two rings overlap: an edge of one crosses an edge of the other, or one holds the other.
 */
export function ringsOverlap(a: Ring, b: Ring): boolean {
  const [boxA, boxB] = [boxOf(a), boxOf(b)];
  if (boxA.maxX < boxB.minX || boxB.maxX < boxA.minX) return false;
  if (boxA.maxY < boxB.minY || boxB.maxY < boxA.minY) return false;
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      const hit = crossing(a[i]!, a[(i + 1) % a.length]!, b[j]!, b[(j + 1) % b.length]!);
      if (hit && hit.t >= 0 && hit.t <= 1 && hit.u >= 0 && hit.u <= 1) return true;
    }
  }
  return contains(a, b[0]!) || contains(b, a[0]!);
}

/**
 * A point well inside: the best of a grid of candidates by distance to the edge, refined twice.
 * Cost: vertices × 3 × 81.
 */
export function innerPoint(ring: Ring): { point: Vec; clearanceM: number } {
  const box = boxOf(ring);
  let size = Math.max(box.maxX - box.minX, box.maxY - box.minY);
  let best = { point: centroid(ring), clearanceM: 0 };
  if (contains(ring, best.point)) best.clearanceM = distanceToRing(ring, best.point);
  let centre: Vec = [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2];
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i <= 8; i++) {
      for (let j = 0; j <= 8; j++) {
        const p: Vec = [centre[0] + (i / 8 - 0.5) * size, centre[1] + (j / 8 - 0.5) * size];
        if (!contains(ring, p)) continue;
        const clearanceM = distanceToRing(ring, p);
        if (clearanceM > best.clearanceM) best = { point: p, clearanceM };
      }
    }
    centre = best.point;
    size /= 4;
  }
  return best;
}
