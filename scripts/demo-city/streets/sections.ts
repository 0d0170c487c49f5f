import type { PlanarGraph } from "../geometry/planar-graph.ts";
import { distance } from "../geometry/vec.ts";
import { dividingRank, isStreet, type StreetKind } from "./line-kind.ts";
import type { Street } from "./streets.ts";

/** A stretch of a street between two of its greater crossings, as nodes. */
export type Section = {
  readonly id: string;
  readonly street: Street;
  /** Index into the street's nodes of the first and last node. */
  readonly from: number;
  readonly to: number;
};

/**
 * Shortest and longest section in metres, by kind; the longest is kept where there is a crossing to
 * end at.
 */
const LENGTHS: Readonly<Record<StreetKind, readonly [number, number]>> = {
  trunk: [500, 1800],
  primary: [420, 1500],
  secondary: [380, 1300],
  tertiary: [330, 1100],
  unclassified: [900, 4000],
  residential: [330, 1000],
  living_street: [300, 900],
  service: [300, 900],
  footway: [300, 1500],
};

/**
 * Cuts streets into sections at greater crossings, and always at the city limit and at the nodes of
 * `always`.
 */
export function cutSections(
  graph: PlanarGraph,
  streets: readonly Street[],
  always: ReadonlySet<number>,
): Section[] {
  return streets.flatMap((street) => {
    const cuts = cutsOf(graph, street, always);
    return cuts.slice(1).map((to, i) => ({
      id: `R${String(street.index + 1).padStart(4, "0")}-${String(i + 1).padStart(2, "0")}`,
      street,
      from: cuts[i]!,
      to,
    }));
  });
}

function cutsOf(graph: PlanarGraph, street: Street, always: ReadonlySet<number>): number[] {
  const { nodes, kind } = street;
  const [shortest, longest] = LENGTHS[kind];
  const alongM = [0];
  for (let i = 1; i < nodes.length; i++) {
    alongM.push(alongM[i - 1]! + distance(graph.point(nodes[i - 1]!), graph.point(nodes[i]!)));
  }
  const total = alongM.at(-1)!;
  const cuts = [0];
  for (let i = 1; i < nodes.length - 1; i++) {
    const done = alongM[i]! - alongM[cuts.at(-1)!]!;
    const rest = total - alongM[i]!;
    if (meetsLimit(graph, nodes[i]!) || (always.has(nodes[i]!) && kind === "primary")) {
      if (done > 40 && rest > 40) cuts.push(i);
      continue;
    }
    if (done < shortest || rest < shortest * 0.7) continue;
    const met = greatestCrossing(graph, street, nodes[i]!);
    const isGreat = met >= dividingRank[kind];
    const isGoodEnough = met >= 2 && nextGreatM(graph, street, alongM, i) > longest - done;
    if (isGreat || isGoodEnough) cuts.push(i);
  }
  cuts.push(nodes.length - 1);
  return cuts;
}

function meetsLimit(graph: PlanarGraph, node: number): boolean {
  return graph.leaving(node).some((half) => graph.kindOf(half >> 1) === "limit");
}

/** Rank of the greatest other street in the node; 0 when there is none. */
function greatestCrossing(graph: PlanarGraph, street: Street, node: number): number {
  let best = 0;
  const own = new Set(street.nodes);
  for (const half of graph.leaving(node)) {
    const kind = graph.kindOf(half >> 1);
    if (!isStreet(kind)) continue;
    if (own.has(graph.target(half)) && kind === street.kind) continue;
    best = Math.max(best, dividingRank[kind]);
  }
  return best;
}

/** Metres from node `i` to the next crossing at which the street would be cut. */
function nextGreatM(
  graph: PlanarGraph,
  street: Street,
  alongM: readonly number[],
  i: number,
): number {
  for (let j = i + 1; j < street.nodes.length; j++) {
    const isEnd = j === street.nodes.length - 1;
    const met = greatestCrossing(graph, street, street.nodes[j]!);
    if (isEnd || met >= dividingRank[street.kind]) return alongM[j]! - alongM[i]!;
  }
  return 0;
}
