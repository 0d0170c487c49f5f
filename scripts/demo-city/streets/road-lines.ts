import type { RoadClass } from "../../../domain/road-section.ts";
import { classOfHighway } from "../../../domain/road-section.ts";
import type { PlanarGraph } from "../geometry/planar-graph.ts";
import { lengthOf, sliceLine } from "../geometry/polyline.ts";
import type { Vec } from "../geometry/vec.ts";
import type { Carriageways } from "./carriageways.ts";
import { type BarrierKind, isStreet, type StreetKind } from "./line-kind.ts";
import type { Section } from "./sections.ts";
import type { Street } from "./streets.ts";

/** One road section as it is drawn; a section with two carriageways is two of these. */
export type RoadLine = {
  readonly id: string;
  readonly name: string | null;
  readonly highway: StreetKind | "motorway" | "motorway_link";
  readonly class: RoadClass;
  readonly isOneway: boolean;
  readonly line: Vec[];
  /** What the line is a part of; null for dead ends and motorways. */
  readonly section: Section | null;
  readonly isInside: boolean;
};

/** How far before a barrier a street ends that does not go on beyond it, metres. */
const STOP_SHORT_M: Readonly<Record<BarrierKind, number>> = {
  rail: 26,
  limit: 24,
  motorway: 45,
  river: 110,
  canal: 12,
  shore: 14,
  frame: 0,
  seam: 0,
};

export function drawSections(
  graph: PlanarGraph,
  sections: readonly Section[],
  options: {
    readonly carriageways: Carriageways;
    readonly kept: Uint8Array;
    nameOf(street: Street): string | null;
    isInside(section: Section): boolean;
  },
): RoadLine[] {
  const { carriageways, kept } = options;
  return sections.flatMap((section): RoadLine[] => {
    const { street, from, to } = section;
    const common = {
      name: options.nameOf(street),
      highway: street.kind,
      class: classOfHighway[street.kind] ?? "none",
      section,
      isInside: options.isInside(section),
    } as const;
    if (carriageways.isDual(street, from, to)) {
      const { right, left } = carriageways.lines(street, from, to);
      return [
        { ...common, id: `${section.id}A`, isOneway: true, line: right },
        { ...common, id: `${section.id}B`, isOneway: true, line: left },
      ];
    }
    const line = singleLine(graph, section, carriageways, kept);
    return [{ ...common, id: section.id, isOneway: false, line }];
  });
}

function singleLine(
  graph: PlanarGraph,
  { street, from, to }: Section,
  carriageways: Carriageways,
  kept: Uint8Array,
): Vec[] {
  const { nodes } = street;
  const isRing = nodes[0] === nodes.at(-1);
  const line: Vec[] = [];
  for (let i = from; i <= to; i++) {
    const node = nodes[i]!;
    if (!kept[node] && i !== from && i !== to) continue;
    const before = nodes[i - 1] ?? (isRing ? nodes.at(-2)! : null);
    const after = nodes[i + 1] ?? (isRing ? nodes[1]! : null);
    const part = i === from ? "leaves" : i === to ? "arrives" : "through";
    line.push(...(carriageways.crossing(street, node, before, after, part) ?? [graph.point(node)]));
  }
  const startCut = from === 0 ? stopShortM(graph, nodes[0]!) : 0;
  const endCut = to === nodes.length - 1 ? stopShortM(graph, nodes.at(-1)!) : 0;
  if (startCut + endCut === 0) return line;
  const length = lengthOf(line);
  const [a, b] = [Math.min(startCut, length * 0.4), Math.min(endCut, length * 0.4)];
  return sliceLine(line, a, length - b);
}

function stopShortM(graph: PlanarGraph, node: number): number {
  if (graph.streetDegree(node) !== 1) return 0;
  let most = 0;
  for (const half of graph.leaving(node)) {
    const kind = graph.kindOf(half >> 1);
    if (!isStreet(kind)) most = Math.max(most, STOP_SHORT_M[kind]);
  }
  return most;
}
