import {
  compactness,
  contains,
  distanceToRing,
  type Ring,
  signedArea,
} from "../geometry/polygon.ts";
import {
  add,
  crossing,
  direction,
  distance,
  dot,
  leftOf,
  lerp,
  scale,
  subtract,
  unit,
  type Vec,
} from "../geometry/vec.ts";
import type { Random } from "../random.ts";

/**
 * One end of a cut: on the edge from vertex `index` to the next, at fraction `t`; t = 0 is the
 * vertex itself.
 */
export type CutEnd = { readonly index: number; readonly t: number; readonly point: Vec };

/** A street through a block, from one point of its border to another; `path` includes both. */
export type Cut = { readonly start: CutEnd; readonly end: CutEnd; readonly path: readonly Vec[] };

export type CutRules = {
  /** Compass of the quarter, radians. */
  readonly angle: number;
  readonly alignment: number;
  readonly sway: number;
  readonly unevenness: number;
  readonly junctionGapM: number;
  /** Least compactness of either part. */
  readonly leastCompactness: number;
  /** Least area of either part, m². */
  readonly minAreaM2: number;
};

/** What the border of a block is at each vertex and along each edge. */
export type Border = {
  readonly ring: Ring;
  /** Streets meet here: no other junction may be near. */
  readonly isJunction: readonly boolean[];
  /** The edge after the vertex may take a street's end; a barrier may not. */
  readonly takesStreet: readonly boolean[];
  /** Lakes; a street keeps 40 m from them. */
  readonly lakes: readonly Ring[];
};

type Candidate = { start: CutEnd; end: CutEnd; score: number };

/**
 * The best street to cut a block in two, or null when none divides it well. A street that continues
 * one arriving from across the border is preferred, then even halves, compact parts and right
 * angles.
 */
export function findCut(border: Border, rules: CutRules, random: Random): Cut | null {
  const candidates = candidatesOf(border, rules, random);
  candidates.sort((a, b) => b.score - a.score);
  for (const { start, end } of candidates.slice(0, 14)) {
    const path = drawPath(border, start, end, rules, random);
    if (keepsClear(border, path)) return { start, end, path };
  }
  return null;
}

function candidatesOf(border: Border, rules: CutRules, random: Random): Candidate[] {
  const { ring } = border;
  const spots = [...openJunctions(border), ...spacedSpots(border, rules)];
  const area = signedArea(ring);
  const found: Candidate[] = [];
  for (const spot of spots) {
    for (const heading of headings(border, spot.end, rules)) {
      const hit = castRay(ring, spot.end, heading);
      if (!hit) continue;
      const landing = settle(border, hit, rules);
      if (!landing) continue;
      const score = rate(border, spot, landing, area, rules);
      if (score === null) continue;
      found.push({ start: spot.end, end: landing.end, score: score + random.next() * 0.12 });
    }
  }
  return found;
}

type Spot = { end: CutEnd; continues: boolean };

/**
 * Vertices where a street arrives from the far side and the border runs nearly straight: it may go
 * on.
 */
function openJunctions({ ring, isJunction }: Border): Spot[] {
  const spots: Spot[] = [];
  for (let i = 0; i < ring.length; i++) {
    if (!isJunction[i] || Math.abs(turnAt(ring, i)) > 0.5) continue;
    spots.push({ end: { index: i, t: 0, point: ring[i]! }, continues: true });
  }
  return spots;
}

/** Points along the border that keep their distance from junctions. */
function spacedSpots(border: Border, rules: CutRules): Spot[] {
  const { ring, takesStreet } = border;
  const spots: Spot[] = [];
  const step = Math.max(12, rules.junctionGapM / 3);
  for (let i = 0; i < ring.length; i++) {
    if (!takesStreet[i]) continue;
    const [a, b] = [ring[i]!, ring[(i + 1) % ring.length]!];
    const length = distance(a, b);
    const count = Math.max(1, Math.floor(length / step));
    for (let k = 0; k < count; k++) {
      const t = (k + 0.5) / count;
      const point = lerp(a, b, t);
      if (junctionWithin(border, i, t, rules.junctionGapM)) continue;
      spots.push({ end: { index: i, t, point }, continues: false });
    }
  }
  return spots;
}

/** Change of direction at a vertex, radians, positive to the left. */
function turnAt(ring: Ring, i: number): number {
  const n = ring.length;
  const a = unit(subtract(ring[i]!, ring[(i + n - 1) % n]!));
  const b = unit(subtract(ring[(i + 1) % n]!, ring[i]!));
  return Math.atan2(a[0] * b[1] - a[1] * b[0], dot(a, b));
}

/** Whether a junction or corner lies within `gapM` along the border of a point of edge `index`. */
function junctionWithin(border: Border, index: number, t: number, gapM: number): boolean {
  const { ring, isJunction } = border;
  const n = ring.length;
  const counts = (i: number) => isJunction[i] || Math.abs(turnAt(ring, i)) > 0.7;
  const point = lerp(ring[index]!, ring[(index + 1) % n]!, t);
  let walked = 0;
  let at = point;
  for (let i = (index + 1) % n, k = 0; k < n && walked < gapM; i = (i + 1) % n, k++) {
    walked += distance(at, ring[i]!);
    at = ring[i]!;
    if (walked < gapM && counts(i)) return true;
  }
  walked = 0;
  at = point;
  for (let i = index, k = 0; k < n && walked < gapM; i = (i + n - 1) % n, k++) {
    walked += distance(at, ring[i]!);
    at = ring[i]!;
    if (walked < gapM && counts(i)) return true;
  }
  return false;
}

/**
 * Inward directions worth trying: square to the border, the quarter's axes, and between the two.
 */
function headings(border: Border, end: CutEnd, rules: CutRules): Vec[] {
  const normal = inwardNormal(border.ring, end);
  let axis: Vec | null = null;
  for (let quarter = 0; quarter < 4; quarter++) {
    const d = direction(rules.angle + (quarter * Math.PI) / 2);
    if (dot(d, normal) > 0.72) axis = d;
  }
  if (!axis) return [normal];
  const blended = unit(add(scale(normal, 1 - rules.alignment), scale(axis, rules.alignment)));
  return rules.alignment > 0.9 ? [axis] : [blended, normal];
}

function inwardNormal(ring: Ring, { index, t }: CutEnd): Vec {
  const n = ring.length;
  const after = unit(subtract(ring[(index + 1) % n]!, ring[index]!));
  if (t > 0) return leftOf(after);
  const before = unit(subtract(ring[index]!, ring[(index + n - 1) % n]!));
  return unit(add(leftOf(before), leftOf(after)));
}

function castRay(ring: Ring, start: CutEnd, heading: Vec): CutEnd | null {
  const n = ring.length;
  const far = add(start.point, scale(heading, 20_000));
  let best: { index: number; u: number; t: number } | null = null;
  for (let i = 0; i < n; i++) {
    if (i === start.index || (start.t === 0 && (i + 1) % n === start.index)) continue;
    const hit = crossing(start.point, far, ring[i]!, ring[(i + 1) % n]!);
    if (!hit || hit.u < 0 || hit.u > 1 || hit.t <= 1e-6) continue;
    if (!best || hit.t < best.t) best = { index: i, u: hit.u, t: hit.t };
  }
  if (!best) return null;
  return {
    index: best.index,
    t: best.u,
    point: lerp(ring[best.index]!, ring[(best.index + 1) % n]!, best.u),
  };
}

/** Moves a landing onto an open junction near it; else it must keep its distance from junctions. */
function settle(
  border: Border,
  hit: CutEnd,
  rules: CutRules,
): { end: CutEnd; continues: boolean } | null {
  const reach = rules.junctionGapM * 1.25;
  let best: CutEnd | null = null;
  for (const { end } of openJunctions(border)) {
    const away = distance(end.point, hit.point);
    if (away < reach && (!best || away < distance(best.point, hit.point))) best = end;
  }
  if (best) return { end: best, continues: true };
  if (!border.takesStreet[hit.index]) return null;
  if (junctionWithin(border, hit.index, hit.t, rules.junctionGapM)) return null;
  return { end: hit, continues: false };
}

function rate(
  border: Border,
  spot: Spot,
  landing: { end: CutEnd; continues: boolean },
  area: number,
  rules: CutRules,
): number | null {
  const [a, b] = splitRing(border.ring, spot.end, landing.end);
  if (a.length < 3 || b.length < 3) return null;
  const least = Math.min(signedArea(a), signedArea(b));
  if (least < rules.minAreaM2) return null;
  const shape = Math.min(compactness(a), compactness(b));
  if (shape < rules.leastCompactness) return null;
  const chord = unit(subtract(landing.end.point, spot.end.point));
  const squareStart = dot(chord, inwardNormal(border.ring, spot.end));
  const squareEnd = -dot(chord, inwardNormal(border.ring, landing.end));
  const square = Math.min(squareStart, squareEnd);
  if (square < 0.64) return null;
  const balance = least / (area / 2);
  const continued = (spot.continues ? 0.35 : 0) + (landing.continues ? 0.35 : 0);
  return balance * (1.1 - 0.8 * rules.unevenness) + shape * 0.9 + (square - 0.64) * 0.9 + continued;
}

/** The two parts of a ring on either side of a straight cut. */
function splitRing(ring: Ring, start: CutEnd, end: CutEnd): [Vec[], Vec[]] {
  return [walk(ring, start, end), walk(ring, end, start)];
}

function walk(ring: Ring, from: CutEnd, to: CutEnd): Vec[] {
  const n = ring.length;
  const out: Vec[] = [from.point];
  if (from.index === to.index && to.t > from.t) return [...out, to.point];
  let i = (from.index + 1) % n;
  for (let k = 0; k <= n; k++) {
    out.push(ring[i]!);
    if (i === to.index) break;
    i = (i + 1) % n;
  }
  if (to.t > 0) out.push(to.point);
  return out;
}

/** A curve that leaves both ends squarely, swayed a little. */
function drawPath(
  border: Border,
  start: CutEnd,
  end: CutEnd,
  rules: CutRules,
  random: Random,
): Vec[] {
  const [p, q] = [start.point, end.point];
  const length = distance(p, q);
  const chord = unit(subtract(q, p));
  const ease = 0.5 * (1 - rules.alignment);
  const leave = unit(add(scale(inwardNormal(border.ring, start), ease), scale(chord, 1 - ease)));
  const arrive = unit(add(scale(inwardNormal(border.ring, end), -ease), scale(chord, 1 - ease)));
  const steps = Math.max(1, Math.round(length / 45));
  const sway = rules.sway * length * (random.next() - 0.5) * 1.6;
  const phase = random.chance(0.5) ? 1 : 2;
  const side = leftOf(chord);
  const path: Vec[] = [p];
  for (let k = 1; k < steps; k++) {
    const t = k / steps;
    const base = hermite(p, scale(leave, length), q, scale(arrive, length), t);
    const swing = Math.sin(Math.PI * t * phase) * Math.sin(Math.PI * t);
    path.push(add(base, scale(side, sway * swing)));
  }
  path.push(q);
  return path;
}

function hermite(p: Vec, m: Vec, q: Vec, k: Vec, t: number): Vec {
  const t2 = t * t;
  const t3 = t2 * t;
  const [a, b, c, d] = [2 * t3 - 3 * t2 + 1, t3 - 2 * t2 + t, -2 * t3 + 3 * t2, t3 - t2];
  return [a * p[0] + b * m[0] + c * q[0] + d * k[0], a * p[1] + b * m[1] + c * q[1] + d * k[1]];
}

/** The path stays inside and off the border, except where it begins and ends. */
function keepsClear({ ring, lakes }: Border, path: readonly Vec[]): boolean {
  const [p, q] = [path[0]!, path.at(-1)!];
  for (let i = 1; i < path.length; i++) {
    for (const t of [0.5, 1]) {
      const at = lerp(path[i - 1]!, path[i]!, t);
      if (lakes.some((lake) => contains(lake, at) || distanceToRing(lake, at) < 40)) return false;
      const reach = Math.min(distance(at, p), distance(at, q));
      if (reach < 1) continue;
      if (distanceToRing(ring, at) < Math.min(24, reach * 0.55)) return false;
    }
    if (crossesRing(ring, path[i - 1]!, path[i]!, i === 1, i === path.length - 1)) return false;
  }
  return true;
}

function crossesRing(ring: Ring, a: Vec, b: Vec, isFirst: boolean, isLast: boolean): boolean {
  for (let i = 0; i < ring.length; i++) {
    const hit = crossing(a, b, ring[i]!, ring[(i + 1) % ring.length]!);
    if (!hit || hit.u < -1e-9 || hit.u > 1 + 1e-9) continue;
    const low = isFirst ? 1e-6 : -1e-9;
    const high = isLast ? 1 - 1e-6 : 1 + 1e-9;
    if (hit.t > low && hit.t < high) return true;
  }
  return false;
}
