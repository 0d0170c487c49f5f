import type { PlanarGraph } from "../geometry/planar-graph.ts";
import { dot, subtract, unit, type Vec } from "../geometry/vec.ts";
import { dividingRank, isStreet, type StreetKind } from "./line-kind.ts";
import type { Road } from "./skeleton.ts";

/** One street: edges of one kind that carry on into each other, as a run of nodes. */
export type Street = {
  readonly index: number;
  readonly kind: StreetKind;
  /** Given by the plan, or null: still to be named. */
  readonly plannedName: string | null;
  /** In order; the first is repeated at the end of a ring. */
  readonly nodes: readonly number[];
};

/** Largest change of direction at which one drawn road carries on as another, radians. */
const STRAIGHT_ON = 0.62;

/** Joins drawn roads that carry on into each other and lists them as streets, great ones first. */
export function traceStreets(graph: PlanarGraph, roads: readonly Road[]): Street[] {
  const parent = roads.map((_, i) => i);
  const find = (i: number): number => (parent[i] === i ? i : find(parent[i]!));
  for (let node = 0; node < graph.nodeCount; node++) {
    for (const [a, b] of continuations(graph, roads, node)) {
      const [p, q] = [find(a), find(b)];
      if (p !== q) parent[Math.max(p, q)] = Math.min(p, q);
    }
  }
  const edgesOf = new Map<number, number[]>();
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    if (!graph.exists(edge) || !isStreet(graph.kindOf(edge))) continue;
    const root = find(graph.roadOf(edge));
    const list = edgesOf.get(root) ?? [];
    list.push(edge);
    edgesOf.set(root, list);
  }
  const streets: Omit<Street, "index">[] = [];
  for (const [root, edges] of edgesOf) {
    const { kind, name } = roads[root]!;
    if (!isStreet(kind)) continue;
    for (const nodes of runsOf(graph, edges)) streets.push({ kind, plannedName: name, nodes });
  }
  streets.sort((a, b) => dividingRank[b.kind] - dividingRank[a.kind]);
  return streets.map((street, index) => ({ index, ...street }));
}

/** Pairs of roads that end in the node and carry straight on into each other. */
function continuations(
  graph: PlanarGraph,
  roads: readonly Road[],
  node: number,
): [number, number][] {
  const ends = graph
    .leaving(node)
    .filter((half) => {
      const road = graph.roadOf(half >> 1);
      if (road < 0 || roads[road]!.name !== null) return false;
      return graph.leaving(node).filter((h) => graph.roadOf(h >> 1) === road).length === 1;
    })
    .map((half) => ({ half, road: graph.roadOf(half >> 1), heading: headingOf(graph, half) }));
  const pairs: { a: number; b: number; deflection: number }[] = [];
  for (let i = 0; i < ends.length; i++) {
    for (let j = i + 1; j < ends.length; j++) {
      const [p, q] = [ends[i]!, ends[j]!];
      if (graph.kindOf(p.half >> 1) !== graph.kindOf(q.half >> 1)) continue;
      const deflection = Math.acos(Math.max(-1, Math.min(1, -dot(p.heading, q.heading))));
      if (deflection < STRAIGHT_ON) pairs.push({ a: p.road, b: q.road, deflection });
    }
  }
  pairs.sort((p, q) => p.deflection - q.deflection);
  const taken = new Set<number>();
  const chosen: [number, number][] = [];
  for (const { a, b } of pairs) {
    if (taken.has(a) || taken.has(b)) continue;
    taken.add(a).add(b);
    chosen.push([a, b]);
  }
  return chosen;
}

function headingOf(graph: PlanarGraph, half: number): Vec {
  return unit(subtract(graph.point(graph.target(half)), graph.point(graph.origin(half))));
}

/**
 * Splits edges into runs without branches; at a crossing of the street with itself it goes straight
 * on.
 */
function runsOf(graph: PlanarGraph, edges: readonly number[]): number[][] {
  const left = new Set(edges);
  const degree = new Map<number, number>();
  for (const edge of edges) {
    for (const node of [graph.origin(edge * 2), graph.target(edge * 2)]) {
      degree.set(node, (degree.get(node) ?? 0) + 1);
    }
  }
  const starts = [...degree].filter(([, count]) => count % 2 === 1).map(([node]) => node);
  const runs: number[][] = [];
  const follow = (start: number): void => {
    const run = [start];
    let heading: Vec | null = null;
    for (let node = start; ; ) {
      const options = graph.leaving(node).filter((half) => left.has(half >> 1));
      if (options.length === 0) break;
      const half = straightest(graph, options, heading);
      left.delete(half >> 1);
      heading = headingOf(graph, half);
      node = graph.target(half);
      run.push(node);
    }
    if (run.length > 1) runs.push(run);
  };
  for (const start of starts) follow(start);
  while (left.size > 0) follow(graph.origin([...left][0]! * 2));
  return runs;
}

function straightest(graph: PlanarGraph, options: readonly number[], heading: Vec | null): number {
  if (!heading) return options[0]!;
  let best = options[0]!;
  for (const half of options) {
    if (dot(headingOf(graph, half), heading) > dot(headingOf(graph, best), heading)) best = half;
  }
  return best;
}
