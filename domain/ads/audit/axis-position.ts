import type { RoadUnit } from "../roads/road-units.ts";
import { EPS_M } from "../tolerance.ts";
import { nearestShare } from "./segment-geometry.ts";

/** So near to a single line an ad stands in the middle of the road. */
const MEDIAN_M = 0.5;

/** +1 left, -1 right of the axis direction, 0 in the middle. */
export type Side = -1 | 0 | 1;

export type AxisPosition = {
  /** Which piece of the axis, and metres along it. */
  readonly piece: number;
  readonly t: number;
  readonly side: Side;
};

/** An edge of an axis: which piece of it, which edge of that. */
export type AxisEdge = { readonly piece: number; readonly edge: number };

/** Where along a road a spot is. `near`: the edges to look at, all of the axis when absent. */
export function axisPosition(
  road: RoadUnit,
  widthM: number,
  x: number,
  y: number,
  near: readonly AxisEdge[] = allEdges(road),
): AxisPosition {
  let best = { piece: 0, edge: 0, share: 0, distance: Number.POSITIVE_INFINITY };
  for (const { piece, edge } of near) {
    const { xy } = road.axis[piece]!;
    const [ax, ay] = [xy[2 * edge]!, xy[2 * edge + 1]!];
    const [bx, by] = [xy[2 * edge + 2]!, xy[2 * edge + 3]!];
    const share = nearestShare(x, y, ax, ay, bx, by);
    const [dx, dy] = [ax + share * (bx - ax) - x, ay + share * (by - ay) - y];
    const distance = Math.sqrt(dx * dx + dy * dy);
    if (distance < best.distance - EPS_M) best = { piece, edge, share, distance };
  }
  const { at } = road.axis[best.piece]!;
  const t = at[best.edge]! + best.share * (at[best.edge + 1]! - at[best.edge]!);
  return { piece: best.piece, t, side: sideOf(road, widthM, best, x, y) };
}

function allEdges({ axis }: RoadUnit): AxisEdge[] {
  return axis.flatMap(({ source }, piece) => Array.from(source, (_, edge) => ({ piece, edge })));
}

type Foot = {
  readonly piece: number;
  readonly edge: number;
  readonly share: number;
  readonly distance: number;
};

function sideOf(road: RoadUnit, widthM: number, foot: Foot, x: number, y: number): Side {
  const { xy, isClosed } = road.axis[foot.piece]!;
  const e = foot.edge;
  const [ax, ay, bx, by] = [xy[2 * e]!, xy[2 * e + 1]!, xy[2 * e + 2]!, xy[2 * e + 3]!];
  const [qx, qy] = [ax + foot.share * (bx - ax), ay + foot.share * (by - ay)];
  if (foot.distance <= EPS_M) return 0;
  const [outX, outY] = [(x - qx) / foot.distance, (y - qy) / foot.distance];
  const beside = besideAt(road.beside, qx, qy, outX, outY, widthM);
  if (beside.furthestAhead >= foot.distance - EPS_M) return 0;
  if (!beside.isDual && foot.distance <= MEDIAN_M + EPS_M) return 0;
  const [dx, dy] = directionAt(xy, isClosed, e, foot.share);
  const cross = dx * (y - qy) - dy * (x - qx);
  if (Math.abs(cross) <= EPS_M) return 0;
  return cross > 0 ? 1 : -1;
}

/** The direction of the line; at a corner the mean of both edges, so that both sides of it agree. */
function directionAt(
  xy: Float64Array,
  isClosed: boolean,
  edge: number,
  share: number,
): [number, number] {
  const edges = xy.length / 2 - 1;
  const own = unit(xy, edge);
  const step = share >= 1 ? 1 : share <= 0 ? -1 : 0;
  let next = edge + step;
  if (isClosed) next = (next + edges) % edges;
  if (step === 0 || next < 0 || next >= edges) return own;
  const other = unit(xy, next);
  return [own[0] + other[0], own[1] + other[1]];
}

function unit(xy: Float64Array, edge: number): [number, number] {
  const [dx, dy] = [xy[2 * edge + 2]! - xy[2 * edge]!, xy[2 * edge + 3]! - xy[2 * edge + 1]!];
  const length = Math.hypot(dx, dy) || 1;
  return [dx / length, dy / length];
}

/** What further carriageways a line through q meets: whether any, and how far ahead the last one is. */
export function besideAt(
  edges: Float64Array,
  qx: number,
  qy: number,
  dx: number,
  dy: number,
  widthM: number,
): { isDual: boolean; furthestAhead: number } {
  const reach = widthM + EPS_M;
  let isDual = false;
  let furthestAhead = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < edges.length; i += 4) {
    const [ax, bx] = [edges[i]! - qx, edges[i + 2]! - qx];
    if ((ax > reach && bx > reach) || (ax < -reach && bx < -reach)) continue;
    const [ay, by] = [edges[i + 1]! - qy, edges[i + 3]! - qy];
    if ((ay > reach && by > reach) || (ay < -reach && by < -reach)) continue;
    const [offA, offB] = [dx * ay - dy * ax, dx * by - dy * bx];
    if ((offA > EPS_M && offB > EPS_M) || (offA < -EPS_M && offB < -EPS_M)) continue;
    const span = offA - offB;
    const share = Math.abs(span) < 1e-12 ? 0 : offA / span;
    const along = dx * (ax + share * (bx - ax)) + dy * (ay + share * (by - ay));
    if (Math.abs(along) > reach) continue;
    isDual = true;
    if (along >= -EPS_M) furthestAhead = Math.max(furthestAhead, along);
  }
  return { isDual, furthestAhead };
}
