import { contains, distanceToRing, type Ring } from "../geometry/polygon.ts";
import { lengthOf, sliceLine, smoothCurve } from "../geometry/polyline.ts";
import { add, leftOf, scale, subtract, unit, type Vec } from "../geometry/vec.ts";
import { frameHalf, PLAN_UNIT_M } from "../plan/plan-outline.ts";
import type { Random } from "../random.ts";
import { RIVER_HALF_M, type Skeleton } from "../streets/skeleton.ts";
import type { Block } from "./blocks.ts";

export type Water = { readonly name: string | null; readonly rings: readonly Ring[] };

/** A stretch of river with a chief of its own. */
export type Reach = { readonly id: string; readonly name: string; readonly line: readonly Vec[] };

const RIVER_NAME = "泽江";
const CANAL_NAME = "玉带河";

/** River, canal and lakes. */
export function drawWaters({ riverCurve, canalCurve, lakeShores }: Skeleton): Water[] {
  const river = insideFrame(riverCurve);
  const riverBanks = ribbon(river, (i) => RIVER_HALF_M + 14 * Math.sin(i * 0.21));
  const inOpenWater = (p: Vec): boolean =>
    contains(riverBanks, p) || lakeShores.some(({ shore }) => contains(shore, p));
  return [
    { name: RIVER_NAME, rings: [riverBanks] },
    ...runsOutside(insideFrame(canalCurve), inOpenWater).map((run) => ({
      name: CANAL_NAME,
      rings: [ribbon(run, (i) => 8 + 1.5 * Math.sin(i * 0.4))],
    })),
    ...lakeShores.map(({ name, shore }) => ({ name, rings: [shore] })),
  ];
}

/** Ponds in parks, villages and fields, off every street. */
export function drawPonds(
  blocks: readonly Block[],
  isFree: (shore: Ring) => boolean,
  random: Random,
): Water[] {
  return blocks.flatMap((block) => {
    const shore = pondOf(block, random.fork(`pond ${block.index}`));
    return shore && isFree(shore) ? [{ name: null, rings: [shore] }] : [];
  });
}

/** Stretches of the line outside, each with one vertex more at its ends so that it reaches in. */
function runsOutside(line: readonly Vec[], isInside: (p: Vec) => boolean): Vec[][] {
  const runs: Vec[][] = [];
  let run: Vec[] = [];
  line.forEach((p, i) => {
    const touches = [line[i - 1], p, line[i + 1]].some((q) => q && !isInside(q));
    if (touches) run.push(p);
    if ((!touches || i === line.length - 1) && run.length > 0) {
      if (run.length > 2) runs.push(run);
      run = [];
    }
  });
  return runs;
}

/** Reaches of river and canal inside the limit, from the source down, 1.2–2.5 km each. */
export function drawReaches(skeleton: Skeleton, isInside: (p: Vec) => boolean): Reach[] {
  const cut = (curve: readonly Vec[], prefix: string, name: string, count: number): Reach[] => {
    const inside = curve.slice(curve.findIndex(isInside), curve.findLastIndex(isInside) + 1);
    const length = lengthOf(inside) / count;
    const parts = ["上段", "中上段", "中段", "中下段", "下段"];
    const labels = count === 3 ? ["上段", "中段", "下段"] : parts;
    return Array.from({ length: count }, (_, i) => ({
      id: `${prefix}${i + 1}`,
      name: `${name}${labels[i]}`,
      line: sliceLine(inside, i * length, (i + 1) * length),
    }));
  };
  return [
    ...cut(skeleton.riverCurve, "V01-", RIVER_NAME, 5),
    ...cut(skeleton.canalCurve, "V02-", CANAL_NAME, 3),
  ];
}

function insideFrame(line: readonly Vec[]): Vec[] {
  const [x, y] = scale(frameHalf, PLAN_UNIT_M);
  return line.filter((p) => Math.abs(p[0]) <= x + 300 && Math.abs(p[1]) <= y + 300);
}

/** A closed band about a line; `halfM` by vertex. */
function ribbon(line: readonly Vec[], halfM: (i: number) => number): Vec[] {
  const bank = (side: 1 | -1): Vec[] =>
    line.map((p, i) => {
      const before = line[Math.max(0, i - 1)]!;
      const after = line[Math.min(line.length - 1, i + 1)]!;
      return add(p, scale(leftOf(unit(subtract(after, before))), side * halfM(i)));
    });
  return [...bank(-1), ...bank(1).reverse()];
}

function pondOf(block: Block, random: Random): Ring | null {
  const wanted =
    block.use === "park" ? 1 : block.use === "edge" || block.use === "country" ? 0.3 : 0;
  if (block.areaM2 < 25_000 || !random.chance(wanted) || block.clearanceM < 45) return null;
  const size = Math.min(block.clearanceM * random.between(0.45, 0.62), 120);
  const shore = blob(block.inner, size, random);
  return shore.some((p) => distanceToRing(block.ring, p) < 22) ? null : shore;
}

/** A rounded shape about a point. */
function blob(centre: Vec, radiusM: number, random: Random): Vec[] {
  const corners = Array.from({ length: 8 }, (_, k): Vec => {
    const angle = (k / 8) * 2 * Math.PI;
    const r = radiusM * random.between(0.7, 1.1);
    return add(centre, [r * Math.cos(angle), r * 0.8 * Math.sin(angle)]);
  });
  return smoothCurve(corners, radiusM / 3, true).slice(0, -1);
}
