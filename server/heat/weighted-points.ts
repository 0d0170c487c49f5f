import { STATUS } from "../../domain/problem.ts";
import { rate30PerWeight } from "../../domain/recurrence/measures.ts";
import { fromE7 } from "../../domain/spatial/lng-lat.ts";
import type { LocalPlane } from "../../domain/spatial/local-plane.ts";
import { DAY_MS } from "../../domain/time.ts";
import type { City } from "../city/city.ts";
import type { ProblemIndex } from "../problem-index/problem-index.ts";
import type { RowFilter } from "../problem-index/row-filter.ts";
import { type AreaE7, countRecurrences } from "../recurrence-index/count-recurrences.ts";
import type { RecurrenceIndex } from "../recurrence-index/recurrence-index.ts";

/** What a kernel is laid over: metres of the plane, and a weight each. Arrays of their own, all of one length. */
export type WeightedPoints = {
  readonly x: Float64Array<ArrayBuffer>;
  readonly y: Float64Array<ArrayBuffer>;
  readonly weight: Float64Array<ArrayBuffer>;
};

/** Places with their recurrences per 30 days, inside an area. */
export function recurrencePoints(
  index: RecurrenceIndex,
  filter: RowFilter,
  area: AreaE7 | null,
): WeightedPoints {
  const counts = countRecurrences(index, filter, area);
  const { recurring, anchors } = index;
  const points = emptyPoints(counts.count);
  for (let i = 0; i < counts.count; i++) {
    const place = recurring.place[counts.rank[i]!]!;
    points.x[i] = anchors.anchorX[place]!;
    points.y[i] = anchors.anchorY[place]!;
    points.weight[i] = counts.rate30[i]!;
  }
  return points;
}

/** Open problems, weight 1 each, inside an area. */
export function backlogPoints(
  index: ProblemIndex,
  filter: RowFilter,
  plane: LocalPlane,
  area: AreaE7 | null,
): WeightedPoints {
  const isOpen = (1 << STATUS.open) | (1 << STATUS.overdue);
  const openOnly = {
    ...filter,
    statusMask: filter.statusMask & isOpen,
    bboxE7: both(filter.bboxE7, area),
  };
  const matches = index.match(openOnly);
  const points = emptyPoints(matches.count);
  for (let i = 0; i < matches.count; i++) {
    const row = matches.rows[i]!;
    points.x[i] = plane.x(fromE7(index.columns.lngE7[row]!));
    points.y[i] = plane.y(fromE7(index.columns.latE7[row]!));
    points.weight[i] = 1;
  }
  return points;
}

/**
 * Reports of the window inside an area, each weighing what a recurrence of its age weighs: their sum is reports per 30
 * days, so that "reported a lot" and "keeps coming back" are in one unit.
 */
export function reportedPoints(
  { problems, recurrence, tables }: City,
  filter: RowFilter,
  area: AreaE7 | null,
): WeightedPoints {
  const { settings, scale, historyStartAt } = recurrence;
  const t = filter.asOf;
  const historyDays = Math.max(1, (t - historyStartAt) / DAY_MS);
  const perWeight =
    scale.factorAt(t) * rate30PerWeight(settings.halfLifeDays, settings.windowDays, historyDays);
  const from = Math.max(filter.from, t - settings.windowDays * DAY_MS);
  const matches = problems.match({ ...filter, from, bboxE7: both(filter.bboxE7, area) });
  const points = emptyPoints(matches.count);
  for (let i = 0; i < matches.count; i++) {
    const row = matches.rows[i]!;
    points.x[i] = tables.plane.x(fromE7(problems.columns.lngE7[row]!));
    points.y[i] = tables.plane.y(fromE7(problems.columns.latE7[row]!));
    points.weight[i] = scale.weightOf(problems.columns.reportedAt[row]!) * perWeight;
  }
  return points;
}

/** More points than this are summed up before a kernel is laid over every one of them. */
const MOST_POINTS = 50_000;
const RASTER_M = 15;

/** Many points as the sums of a fine raster: what a kernel ten times as wide cannot tell from them. */
export function thinned(points: WeightedPoints): WeightedPoints {
  if (points.weight.length <= MOST_POINTS) return points;
  const sums = new Map<number, number>();
  for (let i = 0; i < points.weight.length; i++) {
    const key =
      Math.floor(points.x[i]! / RASTER_M) * 0x1000000 + Math.floor(points.y[i]! / RASTER_M);
    sums.set(key, (sums.get(key) ?? 0) + points.weight[i]!);
  }
  const raster = emptyPoints(sums.size);
  let at = 0;
  for (const [key, weight] of sums) {
    const column = Math.round(key / 0x1000000);
    raster.x[at] = (column + 0.5) * RASTER_M;
    raster.y[at] = (key - column * 0x1000000 + 0.5) * RASTER_M;
    raster.weight[at++] = weight;
  }
  return raster;
}

function emptyPoints(count: number): WeightedPoints {
  return {
    x: new Float64Array(count),
    y: new Float64Array(count),
    weight: new Float64Array(count),
  };
}

/** What lies in both boxes. */
function both(a: AreaE7 | null, b: AreaE7 | null): AreaE7 | null {
  if (a === null || b === null) return a ?? b;
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}
