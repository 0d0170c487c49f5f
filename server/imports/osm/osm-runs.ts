import {
  type Bounds,
  boundsContain,
  emptyBounds,
  extendBounds,
} from "../../../domain/spatial/lng-lat.ts";
import { isRoadKind } from "./highway-tags.ts";
import { NodePositions } from "./node-positions.ts";
import type { OsmElements, OsmWay } from "./osm-element.ts";

/** Nodes in the bounds, and the extent of all there are. */
export async function nodesWithin(
  elements: OsmElements,
  bounds: Bounds,
): Promise<{ nodes: NodePositions; extent: Bounds }> {
  const nodes = new NodePositions();
  const extent = emptyBounds();
  for await (const some of elements) {
    for (const element of some) {
      if (element.kind !== "node") continue;
      const { id, lng, lat } = element;
      extendBounds(extent, lng, lat);
      if (boundsContain(bounds, lng, lat)) nodes.add(id, lng, lat);
    }
  }
  return { nodes, extent };
}

export type FoundRoads = {
  /** Roads with one of the nodes. */
  readonly ways: readonly OsmWay[];
  readonly wayCount: number;
  readonly roadCount: number;
  /** What was left out, the commonest first: `highway` values that are no road, and squares. */
  readonly leftOut: readonly (readonly [kind: string, count: number])[];
};

export async function roadsWith(elements: OsmElements, nodes: NodePositions): Promise<FoundRoads> {
  const ways: OsmWay[] = [];
  const leftOut = new Map<string, number>();
  let [wayCount, roadCount] = [0, 0];
  for await (const some of elements) {
    for (const element of some) {
      if (element.kind !== "way") continue;
      wayCount++;
      const { highway, area } = element.tags;
      if (highway === undefined) continue;
      const kind = area === "yes" ? `${highway}, area=yes` : highway;
      const isRoad = area !== "yes" && isRoadKind(highway);
      const isHere = element.refs.some((ref) => nodes.has(ref));
      if (isRoad) roadCount++;
      else if (isHere) leftOut.set(kind, (leftOut.get(kind) ?? 0) + 1);
      if (isRoad && isHere) ways.push(element);
    }
  }
  return { ways, wayCount, roadCount, leftOut: [...leftOut].sort(([, a], [, b]) => b - a) };
}

/** Nodes of ways that are not among the known ones; the file is run through only where some are. */
export async function nodesOf(
  read: () => OsmElements,
  ways: readonly OsmWay[],
  known: NodePositions,
): Promise<NodePositions> {
  const wanted = new Set<number>();
  for (const { refs } of ways) for (const ref of refs) if (!known.has(ref)) wanted.add(ref);
  const found = new NodePositions();
  if (wanted.size === 0) return found;
  for await (const some of read()) {
    for (const element of some) {
      if (element.kind === "node" && wanted.has(element.id)) {
        found.add(element.id, element.lng, element.lat);
      }
    }
  }
  return found;
}
