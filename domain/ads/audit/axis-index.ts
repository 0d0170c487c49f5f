import Flatbush from "flatbush";
import type { RoadNetwork } from "../roads/road-units.ts";
import type { AxisEdge } from "./axis-position.ts";

/** Edges of a road's axis about a spot, in order; undefined where none is so near. */
export type AxisIndex = (
  road: number,
  x: number,
  y: number,
  withinM: number,
) => readonly AxisEdge[] | undefined;

export function axisIndex({ roads }: RoadNetwork): AxisIndex {
  const edges = roads.flatMap(({ axis }, road) =>
    axis.flatMap(({ source }, piece) => Array.from(source, (_, edge) => ({ road, piece, edge }))),
  );
  if (edges.length === 0) return () => undefined;
  const index = new Flatbush(edges.length);
  for (const { road, piece, edge } of edges) {
    const { xy } = roads[road]!.axis[piece]!;
    const [ax, ay] = [xy[2 * edge]!, xy[2 * edge + 1]!];
    const [bx, by] = [xy[2 * edge + 2]!, xy[2 * edge + 3]!];
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  index.finish();
  return (road, x, y, r) => {
    const found = index.search(x - r, y - r, x + r, y + r, (i) => edges[i]!.road === road);
    if (found.length === 0) return undefined;
    const near = found.sort((a, b) => a - b).map((i) => edges[i]!);
    return near.some((each) => distanceTo(each, x, y) <= r) ? near : undefined;
  };

  function distanceTo({ road, piece, edge }: (typeof edges)[number], x: number, y: number): number {
    const { xy } = roads[road]!.axis[piece]!;
    const [ax, ay] = [xy[2 * edge]!, xy[2 * edge + 1]!];
    const [dx, dy] = [xy[2 * edge + 2]! - ax, xy[2 * edge + 3]! - ay];
    const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
    const share = Math.max(0, Math.min(1, along));
    return Math.hypot(ax + share * dx - x, ay + share * dy - y);
  }
}
