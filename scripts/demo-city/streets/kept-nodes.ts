import type { PlanarGraph } from "../geometry/planar-graph.ts";
import { simplify } from "../geometry/polyline.ts";

/**
 * Which nodes a drawing needs: every junction, the nodes of `always`, and the bends that a line
 * cannot lose without moving by more than `toleranceM`. One choice for all, so that what shares a
 * line shares its vertices.
 */
export function keptNodes(
  graph: PlanarGraph,
  toleranceM: number,
  always: Iterable<number>,
): Uint8Array {
  const kept = new Uint8Array(graph.nodeCount);
  const seen = new Uint8Array(graph.edgeCount);
  for (let node = 0; node < graph.nodeCount; node++) {
    if (graph.degree(node) === 2) continue;
    kept[node] = 1;
    for (const half of graph.leaving(node)) {
      if (seen[half >> 1]) continue;
      const chain = [node];
      let h = half;
      for (;;) {
        seen[h >> 1] = 1;
        const at = graph.target(h);
        chain.push(at);
        if (graph.degree(at) !== 2) break;
        h = graph.leaving(at).find((next) => next >> 1 !== h >> 1)!;
      }
      keepBends(graph, chain, toleranceM, kept);
    }
  }
  for (const node of always) kept[node] = 1;
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    if (seen[edge] || !graph.exists(edge)) continue;
    kept[graph.origin(edge * 2)] = 1;
    kept[graph.target(edge * 2)] = 1;
  }
  return kept;
}

function keepBends(
  graph: PlanarGraph,
  chain: readonly number[],
  toleranceM: number,
  kept: Uint8Array,
): void {
  const points = chain.map((node) => graph.point(node));
  const bends = new Set(simplify(points, toleranceM));
  chain.forEach((node, i) => {
    if (bends.has(points[i]!)) kept[node] = 1;
  });
}
