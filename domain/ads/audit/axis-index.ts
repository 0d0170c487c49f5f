import Flatbush from "flatbush";
import type { RoadNetwork, RoadUnit } from "../roads/road-units.ts";
import type { AxisEdge } from "./axis-position.ts";
import { nearestShare } from "./segment-geometry.ts";

/** Edges of a road's axis about a spot, in order; undefined where all of them should be looked at. */
export type AxisIndex = (
  road: number,
  x: number,
  y: number,
  withinM: number,
) => readonly AxisEdge[] | undefined;

/** Shorter axes are looked through faster than an index answers. */
const FEW_EDGES = 48;

/** Each long road is indexed when it is first asked about. */
export function axisIndex({ roads }: RoadNetwork): AxisIndex {
  const indexes = new Map<number, ReturnType<typeof indexOf>>();
  return (road, x, y, withinM) => {
    let index = indexes.get(road);
    if (index === undefined) {
      index = indexOf(roads[road]!);
      indexes.set(road, index);
    }
    return index?.(x, y, withinM);
  };
}

function indexOf(
  road: RoadUnit,
): ((x: number, y: number, withinM: number) => AxisEdge[] | undefined) | null {
  const count = road.axis.reduce((sum, { source }) => sum + source.length, 0);
  if (count <= FEW_EDGES) return null;
  const edges = road.axis.flatMap(({ source }, piece) =>
    Array.from(source, (_, edge): AxisEdge => ({ piece, edge })),
  );
  const index = new Flatbush(count);
  for (const { piece, edge } of edges) {
    const [ax, ay, bx, by] = endsOf(road, piece, edge);
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  index.finish();
  return (x, y, withinM) => {
    const found = index.search(x - withinM, y - withinM, x + withinM, y + withinM);
    const near = found.sort((a, b) => a - b).map((i) => edges[i]!);
    const isReached = near.some(({ piece, edge }) => {
      const [ax, ay, bx, by] = endsOf(road, piece, edge);
      const share = nearestShare(x, y, ax, ay, bx, by);
      return Math.hypot(ax + share * (bx - ax) - x, ay + share * (by - ay) - y) <= withinM;
    });
    return isReached ? near : undefined;
  };
}

function endsOf({ axis }: RoadUnit, piece: number, edge: number): [number, number, number, number] {
  const { xy } = axis[piece]!;
  return [xy[2 * edge]!, xy[2 * edge + 1]!, xy[2 * edge + 2]!, xy[2 * edge + 3]!];
}
