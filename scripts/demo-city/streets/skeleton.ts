import { PlanarGraph } from "../geometry/planar-graph.ts";
import { contains, type Ring } from "../geometry/polygon.ts";
import { offsetLine, resample, smoothCurve } from "../geometry/polyline.ts";
import { distance, lerp, scale, type Vec } from "../geometry/vec.ts";
import {
  canalLine,
  cityLimit,
  frameHalf,
  lakes,
  motorwayLoop,
  PLAN_UNIT_M,
  railLine,
  riverLine,
} from "../plan/plan-outline.ts";
import { type PlannedRoad, plannedRoads } from "../plan/plan-roads.ts";
import { isStreet, type LineKind, type StreetKind } from "./line-kind.ts";

/** Distance between vertices of a curve, metres. */
const STEP_M = 55;

/** Centre of the river to the middle of the road on its bank, and to the water's edge, metres. */
const BANK_ROAD_M = 150;
export const RIVER_HALF_M = 92;

/** Centre of the canal to the lanes along it, metres. */
const CANAL_LANE_M = 25;

/** A drawn road as it is known before streets are named: its own name, or null. */
export type Road = { name: string | null; kind: LineKind };

/**
 * The great lines: what the plan draws, as a planar graph, with the outlines that later steps ask
 * for.
 */
export type Skeleton = {
  readonly graph: PlanarGraph;
  readonly roads: Road[];
  readonly limit: Ring;
  readonly riverCurve: readonly Vec[];
  readonly canalCurve: readonly Vec[];
  readonly railCurve: readonly Vec[];
  readonly motorwayCurve: readonly Vec[];
  readonly lakeShores: readonly { name: string; shore: Ring; hasLoop: boolean }[];
};

export function drawSkeleton(): Skeleton {
  const graph = new PlanarGraph();
  const roads: Road[] = [];
  const limit = resample([...cityLimit, cityLimit[0]!].map(metres), 150).slice(0, -1);
  const riverCurve = smoothCurve(riverLine.map(metres), STEP_M);
  const canalCurve = smoothCurve(canalLine.map(metres), STEP_M);
  const railCurve = smoothCurve(railLine.map(metres), STEP_M);
  const motorwayCurve = smoothCurve(motorwayLoop.map(metres), STEP_M, true);
  const lakeShores = lakes.map(({ name, shore, hasLoop }) => ({
    name,
    hasLoop,
    shore: smoothCurve(shore.map(metres), STEP_M / 2, true).slice(0, -1),
  }));

  function drawBarrier(line: readonly Vec[], kind: LineKind): void {
    graph.insertLine(line, () => ({ kind, road: -1 }));
  }
  function drawRoad(line: readonly Vec[], kind: LineKind, name: string): void {
    const road = roads.push({ name, kind }) - 1;
    graph.insertLine(line, () => ({ kind, road }));
  }
  function drawPlanned(kinds: readonly LineKind[]): void {
    for (const road of plannedRoads) {
      if (kinds.includes(road.kind)) drawPlannedRoad(road, graph, roads, limit);
    }
  }

  drawBarrier(frameLine(), "frame");
  drawBarrier(clipToFrame(riverCurve), "river");
  drawPlanned(["trunk", "primary"]);
  for (const { line, name } of bankRoads(riverCurve, limit)) drawRoad(line, "secondary", name);
  for (const { shore, hasLoop } of lakeShores) {
    const ring = [...shore, shore[0]!];
    if (hasLoop) drawRoad(resample(offsetLine(ring, -55, true), STEP_M), "tertiary", "环湖路");
    else drawBarrier(ring, "shore");
  }
  drawBarrier(carryOn(clipToFrame(canalCurve), graph), "canal");
  for (const { line, name } of canalLanes(canalCurve, limit, lakeShores[0]!.shore)) {
    drawRoad(line, "residential", name);
  }
  drawPlanned(["secondary", "tertiary", "unclassified"]);
  drawBarrier(clipToFrame(railCurve), "rail");
  drawBarrier(motorwayCurve, "motorway");
  drawBarrier([...limit, limit[0]!], "limit");
  pruneStubs(graph);
  return {
    graph,
    roads,
    limit,
    riverCurve,
    canalCurve,
    railCurve,
    motorwayCurve,
    lakeShores,
  };
}

function metres(p: Vec): Vec {
  return scale(p, PLAN_UNIT_M);
}

function frameLine(): Vec[] {
  const [x, y] = metres(frameHalf);
  return resample(
    [
      [-x, -y],
      [x, -y],
      [x, y],
      [-x, y],
      [-x, -y],
    ],
    900,
  );
}

/** The line up to a little beyond the frame, so that it still meets it. */
function clipToFrame(line: readonly Vec[]): Vec[] {
  const [x, y] = metres(frameHalf);
  const inside = (p: Vec) => Math.abs(p[0]) <= x && Math.abs(p[1]) <= y;
  const kept: Vec[] = [];
  for (let i = 0; i < line.length; i++) {
    const p = line[i]!;
    if (inside(p)) {
      const before = line[i - 1];
      if (before && !inside(before)) kept.push(frameCrossing(p, before, inside));
      kept.push(p);
    } else if (kept.length > 0 && inside(line[i - 1]!)) {
      kept.push(frameCrossing(line[i - 1]!, p, inside));
    }
  }
  return kept;
}

/** Where the line leaves the frame, carried 20 m on so that the two do cross. */
function frameCrossing(within: Vec, beyond: Vec, inside: (p: Vec) => boolean): Vec {
  let [low, high] = [0, 1];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (inside(lerp(within, beyond, middle))) low = middle;
    else high = middle;
  }
  return lerp(within, beyond, high + 20 / distance(within, beyond));
}

/**
 * Draws the road's curve with its ends joined to what is near; each stretch of one name and kind is
 * a road of its own.
 */
function drawPlannedRoad(
  planned: PlannedRoad,
  graph: PlanarGraph,
  roads: Road[],
  limit: Ring,
): void {
  const whole = smoothCurve(planned.line.map(metres), STEP_M, planned.isClosed);
  const curve = planned.isClosed ? whole : carryOn(clipToFrame(whole), graph);
  const renames = (planned.renamed ?? []).map(({ at, name }) => ({
    index: nearestIndex(curve, metres(at)),
    name,
  }));
  const firstInside = curve.findIndex((p) => contains(limit, p));
  const lastInside = curve.findLastIndex((p) => contains(limit, p));
  const byKey = new Map<string, number>();
  graph.insertLine(curve, (i) => {
    const name = nameAt(planned, renames, i, firstInside, lastInside);
    const isOutside = !planned.isClosed && (i < firstInside || i >= lastInside);
    const kind = isOutside ? kindOutside(planned.kind) : planned.kind;
    const key = `${name} ${kind}`;
    const road = byKey.get(key) ?? roads.push({ name, kind }) - 1;
    byKey.set(key, road);
    return { kind, road };
  });
}

function kindOutside(kind: StreetKind): StreetKind {
  return kind === "primary" || kind === "trunk" ? "trunk" : "unclassified";
}

function nameAt(
  road: PlannedRoad,
  renames: readonly { index: number; name: string }[],
  i: number,
  firstInside: number,
  lastInside: number,
): string {
  if (!road.isClosed && road.outside) {
    if (i < firstInside) return road.outside[0] || road.name;
    if (i >= lastInside) return road.outside[1] || road.name;
  }
  let name = road.name;
  for (const rename of renames) if (i >= rename.index) name = rename.name;
  return name;
}

function nearestIndex(line: readonly Vec[], p: Vec): number {
  let best = 0;
  for (let i = 1; i < line.length; i++) {
    if (distance(line[i]!, p) < distance(line[best]!, p)) best = i;
  }
  return best;
}

/** Ends that stop short of a line, or just overshoot it, within 300 m are brought onto it. */
function carryOn(line: readonly Vec[], graph: PlanarGraph): Vec[] {
  const out = [...line];
  for (const isStart of [true, false]) {
    const end = isStart ? out[0]! : out.at(-1)!;
    const near = graph.nearestEdge(end, (edge) => isStreet(graph.kindOf(edge)));
    const onFrame = graph.nearestEdge(end, (edge) => graph.kindOf(edge) === "frame");
    if (onFrame && onFrame.distanceM < 1) continue;
    if (!near || near.distanceM > 300) continue;
    const node = graph.nodeOnEdge(near.edge, near.t);
    const point = graph.point(node);
    while (out.length > 2) {
      const next = isStart ? out[1]! : out.at(-2)!;
      if (distance(next, point) > STEP_M * 0.6) break;
      out.splice(isStart ? 1 : out.length - 2, 1);
    }
    if (isStart) out[0] = point;
    else out[out.length - 1] = point;
  }
  return out;
}

/** Roads on both banks inside the limit, each under two names; their ends overshoot the limit. */
function bankRoads(river: readonly Vec[], limit: Ring): { line: Vec[]; name: string }[] {
  const bend = river[nearestIndex(river, metres([1.05, 1.58]))]!;
  return [1, -1].flatMap((side) => {
    const whole = resample(offsetLine(river, side * BANK_ROAD_M), STEP_M);
    const line = whole.slice(
      whole.findIndex((p) => contains(limit, p)) - 1,
      whole.findLastIndex((p) => contains(limit, p)) + 2,
    );
    const turn = nearestIndex(line, bend);
    return [
      { line: line.slice(0, turn + 1), name: side > 0 ? "滨江北路" : "滨江南路" },
      { line: line.slice(turn), name: side > 0 ? "滨江东路" : "滨江西路" },
    ];
  });
}

/**
 * Lanes on both sides of the canal, from the limit to the lake and from the lake to the river;
 * their ends overshoot.
 */
function canalLanes(
  canal: readonly Vec[],
  limit: Ring,
  lake: Ring,
): { line: Vec[]; name: string }[] {
  const mouth = canal.at(-1)!;
  return [1, -1].flatMap((side) => {
    const line = offsetLine(canal, side * CANAL_LANE_M);
    const isLane = line.map(
      (p) => contains(limit, p) && !contains(lake, p) && distance(p, mouth) > BANK_ROAD_M - 60,
    );
    const bank = side > 0 ? "北" : "南";
    const west = isLane.indexOf(true);
    const shore = isLane.indexOf(false, west);
    const east = isLane.indexOf(true, shore);
    return [
      { line: line.slice(west - 1, shore), name: `玉带河西${bank}路` },
      { line: line.slice(east, isLane.lastIndexOf(true) + 1), name: `玉带河东${bank}路` },
    ];
  });
}

/** Takes away ends that hang loose by less than 120 m: overshoots beyond the last crossing. */
function pruneStubs(graph: PlanarGraph): void {
  for (let node = 0; node < graph.nodeCount; node++) {
    let at = node;
    let lengthM = 0;
    const stub: number[] = [];
    while (graph.degree(at) - (stub.length > 0 ? 1 : 0) === 1 && lengthM < 120) {
      const half = graph.leaving(at).find((h) => h >> 1 !== stub.at(-1));
      if (half === undefined) break;
      stub.push(half >> 1);
      lengthM += distance(graph.point(at), graph.point(graph.target(half)));
      at = graph.target(half);
    }
    if (stub.length > 0 && lengthM < 120 && graph.degree(at) > 2) {
      for (const edge of stub) graph.removeEdge(edge);
    }
  }
}
