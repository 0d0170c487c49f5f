import { STATUS } from "../../domain/problem.ts";
import { fromE7 } from "../../domain/spatial/lng-lat.ts";
import type { LocalPlane } from "../../domain/spatial/local-plane.ts";
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
