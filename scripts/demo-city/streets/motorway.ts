import {
  lengthOf,
  nearestOnLine,
  offsetLine,
  pointAlong,
  sliceLine,
} from "../geometry/polyline.ts";
import { add, crossing, dot, leftOf, lerp, scale, subtract, type Vec } from "../geometry/vec.ts";
import type { RoadLine } from "./road-lines.ts";

/** Centre to centre of one carriageway, metres. */
const HALF_M = 14;

/** Length of a carriageway's sections, metres. */
const SECTION_M = 5200;

/**
 * The motorway around the city as two one-way lines, with ramps to every trunk road it crosses.
 * Main lines and trunk roads pass over each other and share no vertex; a ramp shares its ends with
 * both. Trunk lines get the vertices put in.
 */
export function drawMotorway(loop: readonly Vec[], trunks: readonly RoadLine[]): RoadLine[] {
  const outer = offsetLine(loop, -HALF_M, true);
  const inner = offsetLine(loop, HALF_M, true).reverse();
  const ramps: RoadLine[] = [];
  for (const trunk of trunks) {
    for (const meeting of crossingsOf(loop, trunk.line)) {
      ramps.push(...interchange(meeting, outer, inner, trunk.line, ramps.length));
    }
  }
  return [
    ...cut(outer).map((line, i) => motorwayLine(`M01-${pad(i)}`, "绕城高速外环", line)),
    ...cut(inner).map((line, i) => motorwayLine(`M02-${pad(i)}`, "绕城高速内环", line)),
    ...ramps,
  ];
}

function pad(i: number): string {
  return String(i + 1).padStart(2, "0");
}

function motorwayLine(id: string, name: string, line: Vec[]): RoadLine {
  return {
    id,
    name,
    highway: "motorway",
    class: "none",
    isOneway: true,
    line,
    section: null,
    isInside: false,
  };
}

type Meeting = { point: Vec; along: Vec; across: Vec };

function crossingsOf(loop: readonly Vec[], line: readonly Vec[]): Meeting[] {
  const found: Meeting[] = [];
  for (let i = 1; i < loop.length; i++) {
    for (let j = 1; j < line.length; j++) {
      const hit = crossing(loop[i - 1]!, loop[i]!, line[j - 1]!, line[j]!);
      if (!hit || hit.t < 0 || hit.t >= 1 || hit.u < 0 || hit.u >= 1) continue;
      found.push({
        point: lerp(loop[i - 1]!, loop[i]!, hit.t),
        along: headingAt(loop, i),
        across: headingAt(line, j),
      });
    }
  }
  return found;
}

function headingAt(line: readonly Vec[], i: number): Vec {
  const [a, b] = [line[i - 1]!, line[i]!];
  const d = subtract(b, a);
  const length = Math.sqrt(dot(d, d));
  return [d[0] / length, d[1] / length];
}

/** Radius of a loop and its distance from both roads, metres. */
const LOOP_M = 58;
const LOOP_OFF_M = 24;

/** Four outer ramps and, in two quarters, a loop. */
function interchange(
  { point, along, across }: Meeting,
  outer: Vec[],
  inner: Vec[],
  trunk: Vec[],
  firstNumber: number,
): RoadLine[] {
  const ramps: RoadLine[] = [];
  const put = (line: Vec[]): void => {
    const id = `K${pad(firstNumber + ramps.length)}`;
    ramps.push({ ...motorwayLine(id, "", line), name: null, highway: "motorway_link" });
  };
  for (const forward of [1, -1]) {
    for (const sideways of [1, -1]) {
      const at = (m: number, t: number): Vec =>
        add(point, add(scale(along, forward * m), scale(across, sideways * t)));
      const main = dot(scale(across, sideways), leftOf(along)) > 0 ? inner : outer;
      const onMain = insertVertex(main, at(470, HALF_M));
      const onTrunk = insertVertex(trunk, at(0, 390));
      put(cubic(onMain, at(245, 20), at(16, 235), onTrunk));
      if (forward !== sideways) continue;
      const middle = LOOP_M + LOOP_OFF_M;
      const arc = Array.from({ length: 13 }, (_, k): Vec => {
        const turn = -Math.PI / 2 + (k / 12) * 1.5 * Math.PI;
        return at(middle + LOOP_M * Math.cos(turn), middle + LOOP_M * Math.sin(turn));
      });
      const from = insertVertex(main, at(20, HALF_M));
      const to = insertVertex(trunk, at(0, 24));
      put([from, ...arc, to]);
    }
  }
  return ramps;
}

/** A Bézier curve in twelve pieces. */
function cubic(a: Vec, p: Vec, q: Vec, b: Vec): Vec[] {
  return Array.from({ length: 13 }, (_, k) => {
    const t = k / 12;
    const [ap, pq, qb] = [lerp(a, p, t), lerp(p, q, t), lerp(q, b, t)];
    return lerp(lerp(ap, pq, t), lerp(pq, qb, t), t);
  });
}

/** Puts the point of the line nearest to `p` into it as a vertex, in place. */
function insertVertex(line: Vec[], p: Vec): Vec {
  const { point, alongM } = nearestOnLine(line, p);
  let before = 0;
  for (let i = 1; i < line.length; i++) {
    const length = lengthOf([line[i - 1]!, line[i]!]);
    if (alongM <= before + length + 1e-6) {
      line.splice(i, 0, point);
      return point;
    }
    before += length;
  }
  return pointAlong(line, alongM).point;
}

function cut(line: readonly Vec[]): Vec[][] {
  const total = lengthOf(line);
  const count = Math.round(total / SECTION_M);
  return Array.from({ length: count }, (_, i) =>
    sliceLine(line, (i * total) / count, ((i + 1) * total) / count),
  );
}
