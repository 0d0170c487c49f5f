import type { PlanarGraph } from "../geometry/planar-graph.ts";
import { add, cross, dot, leftOf, scale, subtract, unit, type Vec } from "../geometry/vec.ts";
import { dividingRank, isStreet } from "./line-kind.ts";
import type { Street } from "./streets.ts";

/**
 * Streets drawn as two lines, one for each direction, and the streets at whose crossings that ends.
 */
const DUAL: ReadonlySet<string> = new Set(["和平大道", "云泽大道"]);
const DUAL_ENDS = /^二环/u;

/** Centre of the road to the centre of one carriageway, metres. */
const HALF_MEDIAN_M = 9;

type Side = 1 | -1;

/** One node of a dual road as it is drawn: the vertices of the left and of the right line. */
type DualNode = {
  readonly street: number;
  readonly left: Vec[];
  readonly right: Vec[];
  readonly normal: Vec;
};

/** How the nodes of dual roads are drawn, for the dual roads and for what crosses them. */
export type Carriageways = {
  /** Whether the stretch between these nodes of the street is drawn as two lines. */
  isDual(street: Street, from: number, to: number): boolean;
  /**
   * Both lines between two indices of the street's nodes; the right one runs with the street, the
   * left one against.
   */
  lines(street: Street, from: number, to: number): { right: Vec[]; left: Vec[] };
  /** Vertices another street has in the node; null where there is no dual road. */
  crossing(
    street: Street,
    node: number,
    before: number | null,
    after: number | null,
    part: "through" | "arrives" | "leaves",
  ): Vec[] | null;
  /** Nodes where a dual stretch begins or ends: sections are cut there. */
  readonly ends: ReadonlySet<number>;
};

export function layCarriageways(
  graph: PlanarGraph,
  streets: readonly Street[],
  kept: Uint8Array,
): Carriageways {
  const ranges = new Map<number, readonly [number, number]>();
  const ends = new Set<number>();
  const endNodes = nodesOfStreets(streets, (name) => DUAL_ENDS.test(name));
  for (const street of streets) {
    if (!street.plannedName || !DUAL.has(street.plannedName)) continue;
    const at = street.nodes.flatMap((node, i) => (endNodes.has(node) ? [i] : []));
    const [first, last] = [at[0], at.at(-1)];
    if (first === undefined || last === undefined || first === last) continue;
    ranges.set(street.index, [first, last]);
    ends.add(street.nodes[first]!).add(street.nodes[last]!);
  }
  const drawn = new Map<number, DualNode[]>();
  for (const [index, [first, last]] of ranges) {
    const street = streets[index]!;
    for (let i = first + 1; i < last; i++) {
      const node = street.nodes[i]!;
      if (!kept[node]) continue;
      drawn.set(node, [...(drawn.get(node) ?? []), dualNode(graph, street, i)]);
    }
  }
  crossDuals(graph, drawn);

  return {
    ends,
    isDual(street, from, to) {
      const range = ranges.get(street.index);
      return range !== undefined && from >= range[0] && to <= range[1];
    },
    lines(street, from, to) {
      const right: Vec[] = [];
      const left: Vec[] = [];
      for (let i = from; i <= to; i++) {
        const node = street.nodes[i]!;
        if (!kept[node]) continue;
        const dual = drawn.get(node)?.find((d) => d.street === street.index);
        right.push(...(dual ? dual.right : [graph.point(node)]));
        left.push(...(dual ? dual.left : [graph.point(node)]));
      }
      return { right, left: left.reverse() };
    },
    crossing(street, node, before, after, part) {
      const dual = drawn.get(node)?.[0];
      if (!dual || dual.street === street.index) return null;
      const here = graph.point(node);
      const sideOf = (other: number): Side =>
        dot(subtract(graph.point(other), here), dual.normal) > 0 ? 1 : -1;
      const at = (side: Side): Vec => (side === 1 ? dual.left[0]! : dual.right[0]!);
      if (before !== null && after !== null) {
        const [near, far] = [sideOf(before), sideOf(after)];
        if (part === "leaves") return [at(far)];
        return near === far ? [at(near)] : [at(near), at(far)];
      }
      const leg = before ?? after;
      if (leg === null) return null;
      const near = sideOf(leg);
      if (dividingRank[street.kind] < 5) return [at(near)];
      const both = [at(near), at(near === 1 ? -1 : 1)];
      return before === null ? both.reverse() : both;
    },
  };
}

function nodesOfStreets(
  streets: readonly Street[],
  accept: (name: string) => boolean,
): ReadonlySet<number> {
  return new Set(
    streets
      .filter(({ plannedName }) => plannedName !== null && accept(plannedName))
      .flatMap(({ nodes }) => nodes),
  );
}

/** Each line's vertex lies where the street on that side meets it, else square to the road. */
function dualNode(graph: PlanarGraph, street: Street, i: number): DualNode {
  const node = street.nodes[i]!;
  const here = graph.point(node);
  const [before, after] = [street.nodes[i - 1]!, street.nodes[i + 1]!];
  const heading = unit(
    add(unit(subtract(here, graph.point(before))), unit(subtract(graph.point(after), here))),
  );
  const normal = leftOf(heading);
  const vertex = (side: Side): Vec => {
    const leg = graph.leaving(node).find((half) => {
      const target = graph.target(half);
      if (!isStreet(graph.kindOf(half >> 1)) || target === before || target === after) return false;
      return side * dot(subtract(graph.point(target), here), normal) > 0;
    });
    const out = scale(normal, side);
    if (leg === undefined) return add(here, scale(out, HALF_MEDIAN_M));
    const d = unit(subtract(graph.point(graph.target(leg)), here));
    return add(here, scale(d, HALF_MEDIAN_M / Math.max(0.5, dot(d, out))));
  };
  return { street: street.index, left: [vertex(1)], right: [vertex(-1)], normal };
}

/**
 * Where two dual roads cross there are four crossings; each line gets two of them, in its street's
 * direction.
 */
function crossDuals(graph: PlanarGraph, drawn: Map<number, DualNode[]>): void {
  for (const [node, duals] of drawn) {
    const [a, b] = duals;
    if (!a || !b) continue;
    const here = graph.point(node);
    const meet = (sideA: Side, sideB: Side): Vec => {
      const determinant = cross(a.normal, b.normal);
      const [p, q] = [sideA * HALF_MEDIAN_M, sideB * HALF_MEDIAN_M];
      return add(here, [
        (p * b.normal[1] - q * a.normal[1]) / determinant,
        (q * a.normal[0] - p * b.normal[0]) / determinant,
      ]);
    };
    const along =
      ({ normal }: DualNode) =>
      (v: Vec) =>
        dot(subtract(v, here), [normal[1], -normal[0]]);
    const ordered = (dual: DualNode, points: Vec[]): Vec[] => {
      const position = along(dual);
      return points.sort((u, v) => position(u) - position(v));
    };
    drawn.set(node, [
      {
        ...a,
        left: ordered(a, [meet(1, 1), meet(1, -1)]),
        right: ordered(a, [meet(-1, 1), meet(-1, -1)]),
      },
      {
        ...b,
        left: ordered(b, [meet(1, 1), meet(-1, 1)]),
        right: ordered(b, [meet(1, -1), meet(-1, -1)]),
      },
    ]);
  }
}
