import type { AdInstance } from "../ad-instance.ts";
import type { RoadNetwork, RoadUnit } from "../roads/road-units.ts";

const EPS = 1e-6;

export type Spot = {
  readonly x: number;
  readonly y: number;
  readonly facing?: number | null | undefined;
};

/** A road that a spot serves, as the checker sees it. */
export type Service = {
  readonly road: number;
  readonly distance: number;
  readonly piece: number;
  readonly t: number;
  readonly side: number;
};

/** What the checker looks things up in: the roads as they are, and boxes round them. */
export type City = {
  readonly instance: AdInstance;
  readonly network: RoadNetwork;
  readonly boxes: readonly (readonly number[])[];
  readonly segmentBoxes: readonly (readonly number[])[];
  readonly mostSpacing: number;
};

export function cityOf(instance: AdInstance, network: RoadNetwork): City {
  const { segments, roads } = network;
  const { groups, areaSpacing } = instance.rules;
  return {
    instance,
    network,
    boxes: roads.map((road) => boxOf(road.segments.map((s) => segments[s]!.xy))),
    segmentBoxes: segments.map(({ xy }) => boxOf([xy])),
    mostSpacing: Math.max(areaSpacing, ...Object.values(groups).map((rule) => rule.minSpacing)),
  };
}

/** Every road in reach, nearest first. */
export function servicesOf(city: City, spot: Spot): Service[] {
  const { instance, network, boxes } = city;
  const found: Service[] = [];
  network.roads.forEach((road, r) => {
    const rule = instance.rules.groups[road.group];
    const reach = (rule?.serveDist ?? 0) + EPS;
    if (!rule || isBeyond(boxes[r]!, spot, reach)) return;
    let [distance, px, py] = [Number.POSITIVE_INFINITY, 0, 0];
    for (const s of road.segments) {
      const { xy } = network.segments[s]!;
      if (isBeyond(city.segmentBoxes[s]!, spot, reach)) continue;
      for (let i = 0; i + 3 < xy.length; i += 2) {
        const [qx, qy] = footOn(spot, xy[i]!, xy[i + 1]!, xy[i + 2]!, xy[i + 3]!);
        const away = Math.hypot(qx - spot.x, qy - spot.y);
        if (away < distance - EPS) [distance, px, py] = [away, qx, qy];
      }
    }
    if (distance > reach) return;
    if (spot.facing != null && distance > 0.5) {
      const to = (Math.atan2(px - spot.x, py - spot.y) * 180) / Math.PI;
      const turn = Math.abs(((((to - spot.facing) % 360) + 540) % 360) - 180);
      if (turn > instance.rules.maxFacingDeg + 1e-7) return;
    }
    found.push({ road: r, distance, ...along(road, rule.dualWidth, spot) });
  });
  return found.sort((a, b) => {
    const [p, q] = [network.roads[a.road]!, network.roads[b.road]!];
    if (Math.abs(a.distance - b.distance) > EPS) return a.distance - b.distance;
    if (Math.abs(p.lengthM - q.lengthM) > EPS) return q.lengthM - p.lengthM;
    return p.key < q.key ? -1 : 1;
  });
}

/** Where along the axis, and on which side: from the triangle of axis and spot, turn by turn. */
function along(
  road: RoadUnit,
  width: number,
  spot: Spot,
): { piece: number; t: number; side: number } {
  let best = { piece: 0, t: 0, away: Number.POSITIVE_INFINITY, qx: 0, qy: 0, turn: 0 };
  road.axis.forEach(({ xy, at, isClosed }, piece) => {
    const edges = at.length - 1;
    for (let e = 0; e < edges; e++) {
      const [ax, ay, bx, by] = [xy[2 * e]!, xy[2 * e + 1]!, xy[2 * e + 2]!, xy[2 * e + 3]!];
      if (Math.min(ax, bx) - spot.x > best.away || spot.x - Math.max(ax, bx) > best.away) continue;
      if (Math.min(ay, by) - spot.y > best.away || spot.y - Math.max(ay, by) > best.away) continue;
      const [qx, qy] = footOn(spot, ax, ay, bx, by);
      const away = Math.hypot(qx - spot.x, qy - spot.y);
      if (away >= best.away - EPS) continue;
      const share = Math.hypot(qx - ax, qy - ay) / Math.hypot(bx - ax, by - ay);
      const next = share > 1 - 1e-12 ? e + 1 : share < 1e-12 ? e - 1 : e;
      const other = isClosed ? (next + edges) % edges : Math.max(0, Math.min(edges - 1, next));
      const turn =
        crossWith(xy, e, spot, qx, qy) + (other === e ? 0 : crossWith(xy, other, spot, qx, qy));
      best = { piece, t: at[e]! + share * (at[e + 1]! - at[e]!), away, qx, qy, turn };
    }
  });
  const { piece, t, away, qx, qy } = best;
  if (away <= EPS) return { piece, t, side: 0 };
  const [ux, uy] = [(spot.x - qx) / away, (spot.y - qy) / away];
  const ahead = hits(road.beside, qx, qy, ux, uy, width);
  const behind = hits(road.beside, qx, qy, -ux, -uy, width);
  if (ahead.some((far) => far >= away - EPS)) return { piece, t, side: 0 };
  if (away <= 0.5 + EPS && ahead.length + behind.length === 0) return { piece, t, side: 0 };
  return { piece, t, side: Math.abs(best.turn) <= EPS ? 0 : Math.sign(best.turn) };
}

function crossWith(xy: Float64Array, e: number, spot: Spot, qx: number, qy: number): number {
  const [dx, dy] = [xy[2 * e + 2]! - xy[2 * e]!, xy[2 * e + 3]! - xy[2 * e + 1]!];
  return (dx * (spot.y - qy) - dy * (spot.x - qx)) / Math.hypot(dx, dy);
}

/** How far from q the edges are that a ray meets, up to `width`. */
function hits(
  edges: Float64Array,
  qx: number,
  qy: number,
  ux: number,
  uy: number,
  width: number,
): number[] {
  const found: number[] = [];
  for (let i = 0; i + 3 < edges.length; i += 4) {
    const [ax, ay, bx, by] = [edges[i]!, edges[i + 1]!, edges[i + 2]!, edges[i + 3]!];
    const a = ux * (ay - qy) - uy * (ax - qx);
    const b = ux * (by - qy) - uy * (bx - qx);
    if ((a > EPS && b > EPS) || (a < -EPS && b < -EPS)) continue;
    const share = Math.abs(a - b) < 1e-12 ? 0 : a / (a - b);
    const far = ux * (ax + share * (bx - ax) - qx) + uy * (ay + share * (by - ay) - qy);
    if (far >= -EPS && far <= width + EPS) found.push(far);
  }
  return found;
}

function footOn({ x, y }: Spot, ax: number, ay: number, bx: number, by: number): [number, number] {
  const [dx, dy] = [bx - ax, by - ay];
  const share = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
  const held = share < 0 ? 0 : share > 1 ? 1 : share;
  return [ax + held * dx, ay + held * dy];
}

/** Within a ring or on its rim. */
export function isInside(spot: Spot, ring: readonly (readonly number[])[]): boolean {
  let crossings = 0;
  for (let i = 0; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[(i + 1) % ring.length] ?? [];
    const [qx, qy] = footOn(spot, ax, ay, bx, by);
    if (Math.hypot(qx - spot.x, qy - spot.y) <= EPS) return true;
    const isAcross = ay > spot.y !== by > spot.y;
    if (isAcross && spot.x < ax + ((spot.y - ay) / (by - ay)) * (bx - ax)) crossings++;
  }
  return crossings % 2 === 1;
}

function isBeyond(box: readonly number[], { x, y }: Spot, reach: number): boolean {
  const [west = 0, south = 0, east = 0, north = 0] = box;
  return x < west - reach || x > east + reach || y < south - reach || y > north + reach;
}

function boxOf(lines: readonly Float64Array[]): number[] {
  let [west, south] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [east, north] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const xy of lines) {
    for (let i = 0; i < xy.length; i += 2) {
      west = Math.min(west, xy[i]!);
      south = Math.min(south, xy[i + 1]!);
      east = Math.max(east, xy[i]!);
      north = Math.max(north, xy[i + 1]!);
    }
  }
  return [west, south, east, north];
}
