import type { PlanarGraph } from "../geometry/planar-graph.ts";
import { centroid, contains, distanceToRing, type Ring, signedArea } from "../geometry/polygon.ts";
import {
  add,
  crossing,
  distance,
  leftOf,
  lerp,
  scale,
  subtract,
  unit,
  type Vec,
} from "../geometry/vec.ts";
import type { Fabric } from "../plan/plan-land.ts";
import type { Random } from "../random.ts";
import { quarterAt } from "./block-fabric.ts";
import { isStreet, type StreetKind } from "./line-kind.ts";
import type { Skeleton } from "./skeleton.ts";
import { reservedIn } from "./subdivide.ts";

/**
 * A way into a block that leads nowhere else. It begins at a node of the street graph or on its own
 * trunk.
 */
export type DeadEnd = {
  readonly kind: StreetKind;
  readonly line: readonly Vec[];
  /** Node of the street it leaves, or null where it branches off another dead end. */
  readonly node: number | null;
};

/** How far a way stays from the street behind the block, metres. */
const CLEAR_M = 26;

/** Ways into the compounds of larger blocks; each street they leave gets a node there. */
export function growDeadEnds({ graph, limit, lakeShores }: Skeleton, random: Random): DeadEnd[] {
  const grown: DeadEnd[] = [];
  for (const first of graph.faces()) {
    const halves = graph.face(first);
    const ring = graph.ring(halves);
    const area = signedArea(ring);
    if (area < 11_000 || area > 260_000) continue;
    const middle = centroid(ring);
    if (!contains(limit, middle) || !contains(ring, middle) || reservedIn(ring)) continue;
    if (lakeShores.some(({ shore }) => contains(shore, middle))) continue;
    if (halves.some((h) => ["river", "canal", "seam"].includes(graph.kindOf(h >> 1)))) continue;
    const count = entriesOf(quarterAt(middle, true).fabric, area, random);
    for (let k = 0; k < count; k++) growOne(graph, first, grown, random);
  }
  return grown;
}

function entriesOf(fabric: Fabric, area: number, random: Random): number {
  switch (fabric) {
    case "old":
    case "village":
      return random.chance(0.3) ? 1 : 0;
    case "housing":
      return area > 70_000 ? 2 : random.chance(0.75) ? 1 : 0;
    case "grid":
      return random.chance(0.6) ? 1 : 0;
    case "industry":
    case "edge":
      return random.chance(0.5) ? 1 : 0;
    case "campus":
    case "paths":
    case "country":
      return 0;
  }
}

function growOne(graph: PlanarGraph, first: number, grown: DeadEnd[], random: Random): void {
  const halves = graph.face(first);
  const ring = graph.ring(halves);
  const entry = pickEntry(graph, halves, ring, random);
  if (!entry) return;
  const { index, t } = entry;
  const [a, b] = [ring[index]!, ring[(index + 1) % ring.length]!];
  const start = lerp(a, b, t);
  const inward = leftOf(unit(subtract(b, a)));
  const depth = reach(ring, start, inward);
  const length = Math.min(depth * random.between(0.5, 0.72), depth - CLEAR_M - 10, 190);
  if (length < 38) return;
  const line = [start, add(start, scale(inward, length * 0.5)), add(start, scale(inward, length))];
  if (!staysClear(ring, grown, line)) return;
  const node = graph.splitEdge(halves[index]! >> 1, start);
  const kind: StreetKind = random.chance(0.45) ? "living_street" : "service";
  const trunk = grown.push({ kind, line, node }) - 1;
  for (const side of [1, -1]) {
    if (!random.chance(0.6)) continue;
    const fork = line[random.chance(0.5) ? 1 : 2]!;
    const aside = scale(leftOf(inward), side);
    const width = reach(ring, fork, aside);
    const run = Math.min(width * random.between(0.5, 0.75), width - CLEAR_M, 130);
    if (run < 30) continue;
    const branch = [fork, add(fork, scale(aside, run))];
    const others = grown.filter((_, i) => i !== trunk);
    if (!staysClear(ring, others, branch)) continue;
    grown.push({ kind: "service", line: branch, node: null });
  }
}

/** A spot on a lesser street of the block, 40 m or more from its corners. */
function pickEntry(
  graph: PlanarGraph,
  halves: readonly number[],
  ring: Ring,
  random: Random,
): { index: number; t: number } | null {
  const spots: { index: number; t: number; weight: number }[] = [];
  for (let i = 0; i < ring.length; i++) {
    const kind = graph.kindOf(halves[i]! >> 1);
    if (!isStreet(kind) || kind === "primary" || kind === "trunk" || kind === "footway") continue;
    const [a, b] = [ring[i]!, ring[(i + 1) % ring.length]!];
    const length = distance(a, b);
    for (const t of [0.3, 0.5, 0.7]) {
      if (length * Math.min(t, 1 - t) < 4) continue;
      if (nearJunction(graph, halves, lerp(a, b, t), 38)) continue;
      spots.push({ index: i, t, weight: length });
    }
  }
  if (spots.length === 0) return null;
  return spots[random.weighted(spots.map(({ weight }) => weight))]!;
}

function nearJunction(
  graph: PlanarGraph,
  halves: readonly number[],
  p: Vec,
  withinM: number,
): boolean {
  return halves.some((h) => {
    const node = graph.origin(h);
    return graph.streetDegree(node) > 2 && distance(graph.point(node), p) < withinM;
  });
}

/** Metres from `start` along `heading` to the far side of the block. */
function reach(ring: Ring, start: Vec, heading: Vec): number {
  const far = add(start, scale(heading, 5_000));
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < ring.length; i++) {
    const hit = crossing(start, far, ring[i]!, ring[(i + 1) % ring.length]!);
    if (hit && hit.u >= 0 && hit.u <= 1 && hit.t > 1e-4) best = Math.min(best, hit.t * 5_000);
  }
  return best === Number.POSITIVE_INFINITY ? 0 : best;
}

/** Off the block's border but for its start, and off the ways already there. */
function staysClear(ring: Ring, others: readonly DeadEnd[], line: readonly Vec[]): boolean {
  const [start, end] = [line[0]!, line.at(-1)!];
  for (const t of [0.35, 0.6, 0.8, 1]) {
    const p = lerp(start, end, t);
    if (!contains(ring, p)) return false;
    if (distanceToRing(ring, p) < Math.min(CLEAR_M, distance(p, start) * 0.8)) return false;
    for (const other of others) {
      for (const s of [0, 0.25, 0.5, 0.75, 1]) {
        if (distance(lerp(other.line[0]!, other.line.at(-1)!, s), p) < 32) return false;
      }
    }
  }
  return true;
}
