import type { PlanarGraph } from "../geometry/planar-graph.ts";
import { boxOf, centroid, contains, type Ring, signedArea } from "../geometry/polygon.ts";
import { distance, lerp, nearestOnSegment, scale, type Vec } from "../geometry/vec.ts";
import { type Fabric, type ReservedLand, reservedLand } from "../plan/plan-land.ts";
import { PLAN_UNIT_M } from "../plan/plan-outline.ts";
import type { Random } from "../random.ts";
import { type Cut, type CutEnd, findCut } from "./block-cut.ts";
import { fabricRules, quarterAt } from "./block-fabric.ts";
import { isStreet, type LineKind, type StreetKind } from "./line-kind.ts";
import type { Road, Skeleton } from "./skeleton.ts";

/** A block still to be looked at, named by one of its half-edges. */
type Pending = {
  readonly half: number;
  /** Scales the areas at which it is cut, so that neighbouring great blocks differ. */
  readonly grain: number;
  readonly fabric: Fabric | null;
};

/**
 * Cuts every block until it is small enough for its quarter; adds the streets to the graph and to
 * `roads`.
 */
export function subdivide(skeleton: Skeleton, random: Random): void {
  const { graph, limit } = skeleton;
  const queue: Pending[] = graph
    .faces()
    .filter((half) => signedArea(graph.ring(graph.face(half))) > 0)
    .map((half) => ({ half, grain: Math.exp(0.28 * random.normal()), fabric: null }));
  for (let at = 0; at < queue.length; at++) {
    const pending = queue[at]!;
    const halves = graph.face(pending.half);
    const ring = graph.ring(halves);
    if (isLeftWhole(graph, halves, skeleton)) continue;
    const middle = centroid(ring);
    const quarter = quarterAt(middle, contains(limit, middle));
    const area = signedArea(ring);
    const fabric = fabricOf(pending, quarter.fabric, ring, area, random);
    if (fabric === null) continue;
    const rules = fabricRules[fabric];
    const spread = pending.grain * random.between(0.85, 1.2);
    const step = rules.cuts.find(({ aboveM2 }) => area > aboveM2 * spread);
    if (!step) continue;
    const cut = findCut(
      {
        ring,
        isJunction: halves.map((h) => graph.streetDegree(graph.origin(h)) > 2),
        takesStreet: halves.map((h) => takesStreet(graph.kindOf(h >> 1))),
        lakes: lakesIn(ring, skeleton),
      },
      {
        ...rules,
        angle: quarter.angle,
        minAreaM2: Math.min(area * 0.22, step.aboveM2 * 0.4),
        leastCompactness: fabric === "country" ? 0.25 : 0.36,
      },
      random,
    );
    if (!cut) continue;
    const edges = addCut(skeleton, halves, cut, step.kind);
    const grain = pending.grain;
    const inherited = fabric === "village" || fabric === "paths" ? fabric : null;
    queue.push({ half: edges.left, grain, fabric: inherited });
    queue.push({ half: edges.right, grain, fabric: inherited });
  }
  seamWaters(skeleton);
}

/**
 * Null: leave the land as it is. Small land at the edge may become a village, a campus gets paths.
 */
function fabricOf(
  pending: Pending,
  around: Fabric,
  ring: Ring,
  area: number,
  random: Random,
): Fabric | null {
  if (pending.fabric) return pending.fabric;
  const reserved = reservedIn(ring);
  if (reserved && area <= reserved.maxAreaM2) return reserved.use === "campus" ? "paths" : null;
  if (around === "edge" && area < 260_000 && area > 40_000 && random.chance(0.17)) return "village";
  return around;
}

function lakesIn(ring: Ring, { lakeShores }: Skeleton): Ring[] {
  return lakeShores.flatMap(({ shore }) => (contains(ring, shore[0]!) ? [shore] : []));
}

/** A street may begin on a street; on a barrier it may end, to be stopped short later. */
function takesStreet(kind: LineKind): boolean {
  return isStreet(kind) || kind === "rail" || kind === "limit" || kind === "motorway";
}

const WATERSIDE: ReadonlySet<LineKind> = new Set(["river", "canal"]);

/** Water, its banks, and whatever lies in a lake. */
function isLeftWhole(graph: PlanarGraph, halves: readonly number[], skeleton: Skeleton): boolean {
  if (halves.some((h) => WATERSIDE.has(graph.kindOf(h >> 1)))) {
    const ring = graph.ring(halves);
    return signedArea(ring) < 600_000 || !isCountry(ring, skeleton);
  }
  const ring = graph.ring(halves);
  return skeleton.lakeShores.some(
    ({ shore }) => contains(ring, shore[0]!) && contains(shore, centroid(ring)),
  );
}

function isCountry(ring: Ring, { limit }: Skeleton): boolean {
  return !contains(limit, centroid(ring));
}

export function reservedIn(ring: Ring): ReservedLand | null {
  const box = boxOf(ring);
  for (const land of reservedLand) {
    const [x, y] = scale(land.at, PLAN_UNIT_M);
    if (x < box.minX || x > box.maxX || y < box.minY || y > box.maxY) continue;
    if (contains(ring, [x, y])) return land;
  }
  return null;
}

/** Puts the cut into the graph; answers a half-edge of either part. */
function addCut(
  { graph, roads }: Skeleton,
  halves: readonly number[],
  cut: Cut,
  kind: StreetKind,
): { left: number; right: number } {
  const [start, end] = endNodes(graph, halves, cut);
  const road = roads.push({ name: null, kind } satisfies Road) - 1;
  let node = start;
  let first = -1;
  for (let i = 1; i < cut.path.length; i++) {
    const target = i === cut.path.length - 1 ? end : graph.addNode(cut.path[i] as Vec);
    const edge = graph.addEdge(node, target, kind, road);
    if (first < 0) first = edge;
    node = target;
  }
  return { left: first * 2, right: first * 2 + 1 };
}

function endNodes(graph: PlanarGraph, halves: readonly number[], cut: Cut): [number, number] {
  const { start, end } = cut;
  const nodeFor = (at: CutEnd): number => {
    const half = halves[at.index]!;
    return at.t === 0 ? graph.origin(half) : graph.splitEdge(half >> 1, at.point);
  };
  if (start.index !== end.index) return [nodeFor(start), nodeFor(end)];
  throw new RangeError("A cut may not begin and end on the same edge");
}

/** Seams across water from the streets that end on its bank, so that areas can end there too. */
function seamWaters({ graph }: Skeleton): void {
  const queue = graph
    .faces()
    .filter((half) => graph.face(half).some((h) => WATERSIDE.has(graph.kindOf(h >> 1))));
  for (let at = 0; at < queue.length; at++) {
    const halves = graph.face(queue[at]!);
    const ring = graph.ring(halves);
    if (signedArea(ring) < 6_000 || signedArea(ring) > 600_000) continue;
    const seam = findSeam(graph, halves, ring);
    if (!seam) continue;
    const far = graph.splitEdge(halves[seam.hitIndex]! >> 1, seam.hit);
    const edge = graph.addEdge(graph.origin(halves[seam.index]!), far, "seam", -1);
    queue.push(edge * 2, edge * 2 + 1);
  }
}

type Seam = { index: number; hitIndex: number; hit: Vec };

/** The seam that parts the water most evenly, if any keeps 140 m from the corners. */
function findSeam(graph: PlanarGraph, halves: readonly number[], ring: Ring): Seam | null {
  const onWater = halves.map((h) => WATERSIDE.has(graph.kindOf(h >> 1)));
  const total = signedArea(ring);
  let best: { seam: Seam; balance: number } | null = null;
  for (let i = 0; i < ring.length; i++) {
    const before = (i + ring.length - 1) % ring.length;
    if (onWater[i] || onWater[before]) continue;
    if (graph.streetDegree(graph.origin(halves[i]!)) < 3) continue;
    const hit = acrossWater(ring, onWater, i);
    if (!hit) continue;
    const part = Math.abs(signedArea(between(ring, i, hit)));
    const balance = Math.min(part, total - part) / total;
    if (balance < 0.2 || balance * total < 2_500) continue;
    if (!best || balance > best.balance) best = { seam: { index: i, ...hit }, balance };
  }
  return best?.seam ?? null;
}

function acrossWater(
  ring: Ring,
  onWater: readonly boolean[],
  i: number,
): { hitIndex: number; hit: Vec } | null {
  const start = ring[i]!;
  let best: { hitIndex: number; hit: Vec } | null = null;
  for (let j = 0; j < ring.length; j++) {
    if (!onWater[j]) continue;
    const [a, b] = [ring[j]!, ring[(j + 1) % ring.length]!];
    const { t, distanceM } = nearestOnSegment(start, a, b);
    if (t < 0.05 || t > 0.95) continue;
    if (!best || distanceM < distance(best.hit, start)) best = { hitIndex: j, hit: lerp(a, b, t) };
  }
  return best;
}

function between(ring: Ring, i: number, hit: { hitIndex: number; hit: Vec }): Vec[] {
  const part: Vec[] = [];
  for (let k = i; ; k = (k + 1) % ring.length) {
    part.push(ring[k]!);
    if (k === hit.hitIndex) break;
  }
  part.push(hit.hit);
  return part;
}
