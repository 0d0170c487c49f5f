/** A point or displacement on the city's local plane, metres, x east, y north. */
export type Vec = readonly [x: number, y: number];

export function add(a: Vec, b: Vec): Vec {
  return [a[0] + b[0], a[1] + b[1]];
}

export function subtract(a: Vec, b: Vec): Vec {
  return [a[0] - b[0], a[1] - b[1]];
}

export function scale(a: Vec, factor: number): Vec {
  return [a[0] * factor, a[1] * factor];
}

export function distance(a: Vec, b: Vec): number {
  return Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2);
}

export function dot(a: Vec, b: Vec): number {
  return a[0] * b[0] + a[1] * b[1];
}

/** Positive when `b` lies to the left of `a`. */
export function cross(a: Vec, b: Vec): number {
  return a[0] * b[1] - a[1] * b[0];
}

/** Unit vector; east for a zero displacement. */
export function unit(a: Vec): Vec {
  const length = Math.sqrt(a[0] * a[0] + a[1] * a[1]);
  return length > 0 ? [a[0] / length, a[1] / length] : [1, 0];
}

/** A quarter turn to the left. */
export function leftOf(a: Vec): Vec {
  return [-a[1], a[0]];
}

export function lerp(a: Vec, b: Vec, t: number): Vec {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
}

/** Unit vector at `angle` radians counter-clockwise from east. */
export function direction(angle: number): Vec {
  return [Math.cos(angle), Math.sin(angle)];
}

/** Parameters of the crossing of a + t·(b − a) and c + u·(d − c); null when parallel. */
export function crossing(a: Vec, b: Vec, c: Vec, d: Vec): { t: number; u: number } | null {
  const r = subtract(b, a);
  const s = subtract(d, c);
  const denominator = cross(r, s);
  if (Math.abs(denominator) < 1e-9) return null;
  const w = subtract(c, a);
  return { t: cross(w, s) / denominator, u: cross(w, r) / denominator };
}

/** Nearest point of segment ab to p, as a fraction of ab and a distance in metres. */
export function nearestOnSegment(p: Vec, a: Vec, b: Vec): { t: number; distanceM: number } {
  const ab = subtract(b, a);
  const lengthSquared = dot(ab, ab);
  const raw = lengthSquared > 0 ? dot(subtract(p, a), ab) / lengthSquared : 0;
  const t = Math.max(0, Math.min(1, raw));
  return { t, distanceM: distance(p, lerp(a, b, t)) };
}
