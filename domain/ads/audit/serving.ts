import Flatbush from "flatbush";
import type { AdRules } from "../ad-rules.ts";
import type { RoadNetwork } from "../roads/road-units.ts";
import { EPS_M } from "../tolerance.ts";
import { axisIndex } from "./axis-index.ts";
import { type AxisPosition, axisPosition } from "./axis-position.ts";
import { nearestShare } from "./segment-geometry.ts";

/** So near to the line a panel has no back. */
const FACING_FROM_M = 0.5;

/** The axis is hardly ever further away than the road's lines and its width; if it is, all of it is looked at. */
const AXIS_SLACK_M = 5;

/** A road that an ad serves, and where along it. */
export type Served = AxisPosition & { readonly road: number; readonly distanceM: number };

/** What stands or could stand somewhere. */
export type AdObject = {
  readonly x: number;
  readonly y: number;
  readonly facing?: number | null | undefined;
};

/** Every road that an ad serves, its host first. */
export type ServingIndex = { servedBy(object: AdObject): Served[] };

export function servingIndex(network: RoadNetwork, rules: AdRules): ServingIndex {
  const { roads, roadOfSegment } = network;
  const groupOf = roads.map(({ group }) => rules.groups[group]!);
  const mostM = Math.max(0, ...groupOf.map(({ serveDist }) => serveDist)) + EPS_M;
  const { index, ends, owner } = edgeIndex(network);
  const axisEdges = axisIndex(network);

  /** Nearest point of each road near by. */
  function nearRoads(x: number, y: number) {
    const found = new Map<number, { distance: number; x: number; y: number }>();
    if (!index) return found;
    const edges = index.search(x - mostM, y - mostM, x + mostM, y + mostM).sort((a, b) => a - b);
    for (const e of edges) {
      const road = roadOfSegment[owner[e]!]!;
      const [ax, ay, bx, by] = [ends[4 * e]!, ends[4 * e + 1]!, ends[4 * e + 2]!, ends[4 * e + 3]!];
      const share = nearestShare(x, y, ax, ay, bx, by);
      const [nx, ny] = [ax + share * (bx - ax), ay + share * (by - ay)];
      const distance = Math.sqrt((nx - x) * (nx - x) + (ny - y) * (ny - y));
      if (distance > groupOf[road]!.serveDist + EPS_M) continue;
      const known = found.get(road);
      if (!known || distance < known.distance - EPS_M) found.set(road, { distance, x: nx, y: ny });
    }
    return found;
  }

  return {
    servedBy(object) {
      const served: Served[] = [];
      for (const [road, near] of nearRoads(object.x, object.y)) {
        if (!isFacing(object, near, rules.maxFacingDeg)) continue;
        const width = groupOf[road]!.dualWidth;
        const { x, y } = object;
        const edges = axisEdges(road, x, y, groupOf[road]!.serveDist + width + AXIS_SLACK_M);
        const position = axisPosition(roads[road]!, width, x, y, edges);
        served.push({ road, distanceM: near.distance, ...position });
      }
      if (served.length < 2) return served;
      return served.sort((a, b) => {
        if (Math.abs(a.distanceM - b.distanceM) > EPS_M) return a.distanceM - b.distanceM;
        const [p, q] = [roads[a.road]!, roads[b.road]!];
        if (Math.abs(p.lengthM - q.lengthM) > EPS_M) return q.lengthM - p.lengthM;
        return p.key < q.key ? -1 : 1;
      });
    },
  };
}

/** Every edge of every line, and the segment it belongs to. */
function edgeIndex({ segments }: RoadNetwork) {
  const count = segments.reduce((sum, { xy }) => sum + xy.length / 2 - 1, 0);
  const ends = new Float64Array(4 * count);
  const owner = new Int32Array(count);
  if (count === 0) return { index: null, ends, owner };
  const index = new Flatbush(count);
  let e = 0;
  segments.forEach(({ xy }, s) => {
    for (let i = 2; i < xy.length; i += 2) {
      const [ax, ay, bx, by] = [xy[i - 2]!, xy[i - 1]!, xy[i]!, xy[i + 1]!];
      ends.set([ax, ay, bx, by], 4 * e);
      owner[e++] = s;
      index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    }
  });
  index.finish();
  return { index, ends, owner };
}

function isFacing(
  { x, y, facing }: AdObject,
  near: { readonly distance: number; readonly x: number; readonly y: number },
  maxFacingDeg: number,
): boolean {
  if (facing === null || facing === undefined || near.distance <= FACING_FROM_M) return true;
  const azimuth = (facing * Math.PI) / 180;
  const [nx, ny] = [Math.sin(azimuth), Math.cos(azimuth)];
  const [dx, dy] = [near.x - x, near.y - y];
  const angle = Math.abs(Math.atan2(nx * dy - ny * dx, nx * dx + ny * dy));
  return angle <= (maxFacingDeg * Math.PI) / 180 + 1e-9;
}
