import {
  add,
  cross,
  distance,
  dot,
  leftOf,
  lerp,
  nearestOnSegment,
  scale,
  subtract,
  unit,
  type Vec,
} from "./vec.ts";

/**
 * A smooth curve through the control points (centripetal Catmull–Rom), a vertex about every `stepM`
 * metres.
 */
export function smoothCurve(controls: readonly Vec[], stepM: number, closed = false): Vec[] {
  const n = controls.length;
  if (n < 3) return resample(controls, stepM);
  const at = (i: number): Vec => {
    if (closed) return controls[((i % n) + n) % n]!;
    if (i < 0) return subtract(scale(controls[0]!, 2), controls[1]!);
    if (i >= n) return subtract(scale(controls[n - 1]!, 2), controls[n - 2]!);
    return controls[i]!;
  };
  const points: Vec[] = [];
  const spans = closed ? n : n - 1;
  for (let i = 0; i < spans; i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const steps = Math.max(1, Math.round(distance(p1, p2) / stepM));
    for (let k = 0; k < steps; k++) points.push(catmullRom(p0, p1, p2, p3, k / steps));
  }
  points.push(closed ? points[0]! : controls[n - 1]!);
  return points;
}

function catmullRom(p0: Vec, p1: Vec, p2: Vec, p3: Vec, t: number): Vec {
  const t1 = Math.sqrt(distance(p0, p1)) || 1;
  const t2 = t1 + (Math.sqrt(distance(p1, p2)) || 1);
  const t3 = t2 + (Math.sqrt(distance(p2, p3)) || 1);
  const u = t1 + (t2 - t1) * t;
  const a1 = lerp(p0, p1, u / t1);
  const a2 = lerp(p1, p2, (u - t1) / (t2 - t1));
  const a3 = lerp(p2, p3, (u - t2) / (t3 - t2));
  const b1 = lerp(a1, a2, u / t2);
  const b2 = lerp(a2, a3, (u - t1) / (t3 - t1));
  return lerp(b1, b2, (u - t1) / (t2 - t1));
}

export function lengthOf(line: readonly Vec[]): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) sum += distance(line[i - 1]!, line[i]!);
  return sum;
}

/** The line with a vertex every `stepM` metres at most; original vertices are kept. */
export function resample(line: readonly Vec[], stepM: number): Vec[] {
  const points: Vec[] = [];
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const steps = Math.max(1, Math.ceil(distance(a, b) / stepM));
    for (let k = 0; k < steps; k++) points.push(lerp(a, b, k / steps));
  }
  if (line.length > 0) points.push(line.at(-1)!);
  return points;
}

/** Point and unit direction at `atM` metres from the start, clamped to the line. */
export function pointAlong(line: readonly Vec[], atM: number): { point: Vec; heading: Vec } {
  let rest = Math.max(0, atM);
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const length = distance(a, b);
    if (rest <= length || i === line.length - 1) {
      const t = length > 0 ? Math.min(1, rest / length) : 0;
      return { point: lerp(a, b, t), heading: unit(subtract(b, a)) };
    }
    rest -= length;
  }
  return { point: line[0]!, heading: [1, 0] };
}

/**
 * The parallel line `offsetM` metres to the left (negative: right), corners mitred up to twice the
 * offset.
 */
export function offsetLine(line: readonly Vec[], offsetM: number, closed = false): Vec[] {
  const n = line.length;
  const out: Vec[] = [];
  for (let i = 0; i < n; i++) {
    const before = i > 0 ? line[i - 1]! : closed ? line[n - 2]! : null;
    const after = i < n - 1 ? line[i + 1]! : closed ? line[1]! : null;
    const here = line[i]!;
    const d0 = before ? unit(subtract(here, before)) : unit(subtract(after!, here));
    const d1 = after ? unit(subtract(after, here)) : d0;
    const normal = unit(add(leftOf(d0), leftOf(d1)));
    const stretch = 1 / Math.max(0.5, dot(normal, leftOf(d0)));
    out.push(add(here, scale(normal, offsetM * stretch)));
  }
  return out;
}

/** Douglas–Peucker; vertices in `keep` (by index) always stay. */
export function simplify(
  line: readonly Vec[],
  toleranceM: number,
  keep: (index: number) => boolean = () => false,
): Vec[] {
  const stays = new Uint8Array(line.length);
  stays[0] = 1;
  stays[line.length - 1] = 1;
  let from = 0;
  for (let i = 1; i < line.length; i++) {
    if (i < line.length - 1 && !keep(i)) continue;
    stays[i] = 1;
    markFarthest(line, from, i, toleranceM, stays);
    from = i;
  }
  return line.filter((_, i) => stays[i] === 1);
}

function markFarthest(
  line: readonly Vec[],
  from: number,
  to: number,
  toleranceM: number,
  stays: Uint8Array,
): void {
  let worst = toleranceM;
  let at = -1;
  for (let i = from + 1; i < to; i++) {
    const { distanceM } = nearestOnSegment(line[i]!, line[from]!, line[to]!);
    if (distanceM > worst) {
      worst = distanceM;
      at = i;
    }
  }
  if (at < 0) return;
  stays[at] = 1;
  markFarthest(line, from, at, toleranceM, stays);
  markFarthest(line, at, to, toleranceM, stays);
}

/**
 * Nearest point of the line: distance, metres from the start, and on which side (+1 left, −1
 * right).
 */
export function nearestOnLine(
  line: readonly Vec[],
  p: Vec,
): { distanceM: number; alongM: number; side: 1 | -1; point: Vec } {
  let best = { distanceM: Number.POSITIVE_INFINITY, alongM: 0, side: 1 as 1 | -1, point: p };
  let before = 0;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const length = distance(a, b);
    const { t, distanceM } = nearestOnSegment(p, a, b);
    if (distanceM < best.distanceM) {
      const side = cross(subtract(b, a), subtract(p, a)) >= 0 ? 1 : -1;
      best = { distanceM, alongM: before + t * length, side, point: lerp(a, b, t) };
    }
    before += length;
  }
  return best;
}

/** The stretch from `fromM` to `toM` metres along the line. */
export function sliceLine(line: readonly Vec[], fromM: number, toM: number): Vec[] {
  const out: Vec[] = [pointAlong(line, fromM).point];
  let at = 0;
  for (let i = 1; i < line.length; i++) {
    at += distance(line[i - 1]!, line[i]!);
    if (at > fromM + 0.01 && at < toM - 0.01) out.push(line[i]!);
  }
  out.push(pointAlong(line, toM).point);
  return out;
}
