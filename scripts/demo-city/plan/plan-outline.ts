import type { Ring } from "../geometry/polygon.ts";
import type { Vec } from "../geometry/vec.ts";
import { points } from "./plan-points.ts";

/**
 * Metres of one unit of the plan; the plan is drawn in units about the city's middle, x east, y
 * north.
 */
export const PLAN_UNIT_M = 870;

/** Half the extent of what is drawn. */
export const frameHalf: Vec = [11, 7.8];

/** Straight from corner to corner, as such limits are. */
export const cityLimit: Ring = points(`
  -4.72 -0.75, -4.92 -1.5, -4.82 -2.9, -4.15 -3.6, -3.75 -4.35, -2.5 -4.55, -1.35 -4.3,
  -0.3 -4.35, 0.75 -4.1, 1.75 -4.2, 2.65 -4.95, 3.6 -4.75, 4.1 -3.7, 4.4 -2.6,
  5.05 -1.85, 4.85 -0.7, 5.3 0.15, 5.15 1.45, 4.7 1.95, 4.95 3, 3.95 3.85, 2.85 4.2,
  2.1 4.25, 1.5 5.15, 0.3 5, -0.55 4.45, -1.7 4.5, -2.9 4.7, -3.95 4.05, -4.5 3.25,
  -4.5 2.35, -4.95 1.65, -4.68 0.5
`);

export const riverLine: readonly Vec[] = points(`
  -11.6 3.3, -9 3.8, -7.2 3.35, -5.6 2.3, -4.4 1.78, -3.1 1.68, -1.95 1.92, -0.9 2.2,
  0.1 2.12, 0.92 1.72, 1.45 1.02, 1.62 0.2, 1.42 -0.7, 1.05 -1.6, 0.95 -2.5, 1.25 -3.4,
  2 -4.5, 2.45 -5.8, 2.2 -8.2
`);

/** From the hills through the lake into the river. */
export const canalLine: readonly Vec[] = points(`
  -11.4 -1.5, -8.6 -2.1, -6.6 -1.7, -5.4 -1.55, -4.15 -1.22, -3.4 -1.05, -2.5 -1.18,
  -1.7 -0.98, -1.15 -0.85, -0.75 -1, -0.2 -1.38, 0.45 -1.42, 1.15 -1.48
`);

export const railLine: readonly Vec[] = points(`
  -11.4 6.8, -6.4 6.4, -3 5.5, -0.6 4.75, 0.6 4.3, 1.7 3.72, 2.75 3.42, 3.8 3.4,
  4.9 3.7, 6.6 4.5, 11.4 4.9
`);

/** Closed. */
export const motorwayLoop: readonly Vec[] = points(`
  -6.3 -0.4, -6.25 -2.6, -5.2 -4.7, -3.1 -5.75, -0.6 -5.95, 1.8 -6, 4 -5.75, 5.7 -4.9,
  6.9 -2.9, 6.75 -0.6, 6.65 1.6, 6 3.6, 4.4 5.15, 2.2 5.85, -0.2 6.05, -2.6 5.75,
  -4.6 5.05, -5.9 3.6, -6.35 1.6
`);

/** Shores; the first has a road around it and the canal through it. */
export const lakes: readonly { name: string; shore: Ring; hasLoop: boolean }[] = [
  {
    name: "镜湖",
    hasLoop: true,
    shore: points(`
  -1.58 -0.9, -1.36 -1.09, -1.05 -1.06, -0.78 -1.02, -0.68 -0.82, -0.82 -0.6,
  -1.05 -0.63, -1.25 -0.5, -1.5 -0.62
`),
  },
  {
    name: "东泽湖",
    hasLoop: false,
    shore: points(`
  4.6 -3.6, 4.85 -4.25, 5.5 -4.3, 5.75 -3.85, 6.35 -3.6, 6.4 -3.05, 5.8 -2.8, 5.2 -3,
  4.75 -3.05
`),
  },
  {
    name: "西泽",
    hasLoop: false,
    shore: points("-8.4 0.7, -7.9 0.3, -7.2 0.55, -6.95 1.2, -7.3 1.75, -7.8 1.4, -8.3 1.5"),
  },
  {
    name: "北塘",
    hasLoop: false,
    shore: points("4.3 6.3, 4.9 6.05, 5.6 6.2, 5.7 6.6, 5 6.85, 4.45 6.7"),
  },
];
