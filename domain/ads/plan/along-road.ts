import type { AdSurvey } from "../audit/audit.ts";
import { besideAt } from "../audit/axis-position.ts";
import { nearestShare } from "../audit/segment-geometry.ts";
import type { Served } from "../audit/serving.ts";
import type { RoadUnit } from "../roads/road-units.ts";

type Point = { readonly x: number; readonly y: number };

/** The point of an axis that is nearest to a spot, and the unit normal to its left there. */
type Foot = Point & { readonly leftX: number; readonly leftY: number };

/**
 * Where something by a road comes to stand when it is dragged along it: beside the point of the axis
 * that is nearest to `to`, on its own side and as far from the outer line as it stood. In the middle
 * of a dual road it keeps its share of the way across.
 */
export function alongRoad(
  { network, instance }: AdSurvey,
  host: Served,
  from: Point,
  to: Point,
): Point {
  const road = network.roads[host.road]!;
  const { dualWidth } = instance.rules.groups[road.group]!;
  const foot = footOn(road, to);
  const outer = (at: Foot, side: number) => {
    const { furthestAhead } = besideAt(
      road.beside,
      at.x,
      at.y,
      side * at.leftX,
      side * at.leftY,
      dualWidth,
    );
    return Math.max(0, furthestAhead);
  };
  if (host.side !== 0) {
    return offset(foot, host.side * (outer(foot, host.side) + host.distanceM));
  }
  const before = footOn(road, from);
  const acrossM = (from.x - before.x) * before.leftX + (from.y - before.y) * before.leftY;
  const side = acrossM < 0 ? -1 : 1;
  const widthM = outer(before, side);
  // In the middle of a single line it stands on the line but for half a metre.
  if (widthM === 0) return offset(foot, Math.max(-HALF_M, Math.min(HALF_M, acrossM)));
  return offset(foot, (acrossM / widthM) * outer(foot, side));
}

const HALF_M = 0.5;

function offset({ x, y, leftX, leftY }: Foot, leftM: number): Point {
  return { x: x + leftM * leftX, y: y + leftM * leftY };
}

function footOn({ axis }: RoadUnit, { x, y }: Point): Foot {
  let best = { piece: 0, edge: 0, share: 0, x: 0, y: 0, away: Number.POSITIVE_INFINITY };
  axis.forEach(({ xy, source }, piece) => {
    for (let edge = 0; edge < source.length; edge++) {
      const [ax, ay] = [xy[2 * edge]!, xy[2 * edge + 1]!];
      const [bx, by] = [xy[2 * edge + 2]!, xy[2 * edge + 3]!];
      const share = nearestShare(x, y, ax, ay, bx, by);
      const [fx, fy] = [ax + share * (bx - ax), ay + share * (by - ay)];
      const away = Math.hypot(fx - x, fy - y);
      if (away < best.away) best = { piece, edge, share, x: fx, y: fy, away };
    }
  });
  const { xy } = axis[best.piece]!;
  const [ownX, ownY] = unit(xy, best.edge);
  const next = best.share >= 1 ? best.edge + 1 : best.share <= 0 ? best.edge - 1 : best.edge;
  const [otherX, otherY] = next < 0 || next >= xy.length / 2 - 1 ? [0, 0] : unit(xy, next);
  const length = Math.hypot(ownX + otherX, ownY + otherY);
  const [dx, dy] =
    length < 1e-9 ? [ownX, ownY] : [(ownX + otherX) / length, (ownY + otherY) / length];
  return { x: best.x, y: best.y, leftX: -dy, leftY: dx };
}

function unit(xy: Float64Array, edge: number): [number, number] {
  const [dx, dy] = [xy[2 * edge + 2]! - xy[2 * edge]!, xy[2 * edge + 3]! - xy[2 * edge + 1]!];
  const length = Math.hypot(dx, dy) || 1;
  return [dx / length, dy / length];
}
