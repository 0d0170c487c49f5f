import { emergingHotSpots } from "../../domain/hot-spots/emerging-hot-spots.ts";
import type { HotSpotPattern } from "../../domain/hot-spots/hot-spot-pattern.ts";
import { spaceTimeCube } from "../../domain/hot-spots/space-time-cube.ts";
import type { Trend } from "../../domain/statistics/mann-kendall.ts";
import { DAY_MS } from "../../domain/time.ts";
import type { RowFilter } from "../problem-index/row-filter.ts";
import { eachRecurrence } from "./count-recurrences.ts";
import type { RecurrenceIndex } from "./recurrence-index.ts";

/** A square of the city's plane with at least one recurrence. */
export type HotSpotArea = {
  readonly column: number;
  readonly row: number;
  /** Recurrences of each step, oldest first. */
  readonly counts: readonly number[];
  readonly pattern: HotSpotPattern;
  /** Of the last step: Gi* and its adjusted p. */
  readonly z: number;
  readonly p: number;
  /** Mann–Kendall over the z values of all steps. */
  readonly trend: Trend;
  readonly hotSteps: number;
  readonly coldSteps: number;
};

export type HotSpotAreas = {
  readonly steps: number;
  /** Start of the first step, epoch ms; the last one ends at T. */
  readonly from: number;
  /** Null: fewer steps than `minSteps`, so nothing is said. */
  readonly areas: readonly HotSpotArea[] | null;
};

/**
 * Emerging hot spots of the recurrences that pass, RECURRENCE §6: squares of the plane × steps that end at T. Only squares
 * with a recurrence take part. O(recurrences + squares × steps²).
 */
export function hotSpotAreas(index: RecurrenceIndex, filter: RowFilter): HotSpotAreas {
  const { recurring, anchors, historyStartAt } = index;
  const rules = index.settings.hotSpots;
  const stepMs = rules.stepDays * DAY_MS;
  const t = filter.asOf;
  const steps = Math.min(rules.maxSteps, Math.floor((t - historyStartAt) / stepMs));
  const from = t - Math.max(0, steps) * stepMs;
  if (steps < rules.minSteps) return { steps: Math.max(0, steps), from, areas: null };

  const squares = new Map<string, { column: number; row: number; counts: number[] }>();
  // A step is open at its start, as the measure's window is.
  eachRecurrence(index, filter, from + 1, (rank, episode) => {
    const place = recurring.place[rank]!;
    const column = Math.floor(anchors.anchorX[place]! / rules.cellM);
    const row = Math.floor(anchors.anchorY[place]! / rules.cellM);
    const step = Math.ceil((recurring.start[episode]! - from) / stepMs) - 1;
    const key = `${column},${row}`;
    const known = squares.get(key) ?? { column, row, counts: new Array<number>(steps).fill(0) };
    known.counts[step]!++;
    squares.set(key, known);
  });
  if (squares.size === 0) return { steps, from, areas: [] };

  const cells = [...squares.values()];
  const ordinals = new Map([...squares.keys()].map((key, ordinal) => [key, ordinal]));
  const adjacent = cells.map(({ column, row }) => {
    return queenMoves.flatMap(([dx, dy]) => ordinals.get(`${column + dx},${row + dy}`) ?? []);
  });
  const values = Float64Array.from(cells.flatMap(({ counts }) => counts));
  const { bins, cells: found } = emergingHotSpots(spaceTimeCube(steps, values, adjacent), rules);
  const areas = cells.map((cell, ordinal): HotSpotArea => {
    const last = (ordinal + 1) * steps - 1;
    const h = bins.h.subarray(ordinal * steps, last + 1);
    return {
      ...cell,
      ...found[ordinal]!,
      z: bins.z[last]!,
      p: bins.adjustedP[last]!,
      hotSteps: h.filter((step) => step > 0).length,
      coldSteps: h.filter((step) => step < 0).length,
    };
  });
  return { steps, from, areas };
}

const queenMoves = [-1, 0, 1].flatMap((dx) =>
  [-1, 0, 1].flatMap((dy): (readonly [number, number])[] => (dx || dy ? [[dx, dy]] : [])),
);
