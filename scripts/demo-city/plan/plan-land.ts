import type { Vec } from "../geometry/vec.ts";

/** Land that is one thing and is cut up no further than `maxAreaM2`; `at` in plan units. */
export type ReservedLand = {
  readonly name: string;
  readonly use: "park" | "square" | "campus" | "station" | "stadium" | "hill";
  readonly at: Vec;
  readonly maxAreaM2: number;
};

export const reservedLand: readonly ReservedLand[] = [
  { name: "人民公园", use: "park", at: [-0.75, 1.62], maxAreaM2: 160_000 },
  { name: "文昌公园", use: "park", at: [-0.6, 3.62], maxAreaM2: 220_000 },
  { name: "和平公园", use: "park", at: [2.86, 0.2], maxAreaM2: 260_000 },
  { name: "花园公园", use: "park", at: [-3.1, -2.85], maxAreaM2: 260_000 },
  { name: "望山森林公园", use: "hill", at: [3.72, -3.35], maxAreaM2: 900_000 },
  { name: "青云公园", use: "park", at: [-3.45, 3], maxAreaM2: 240_000 },
  { name: "永安公园", use: "park", at: [-0.85, -3.25], maxAreaM2: 200_000 },
  { name: "新港公园", use: "park", at: [-2.5, 1.4], maxAreaM2: 180_000 },
  { name: "南桥公园", use: "park", at: [2.7, -1.55], maxAreaM2: 200_000 },
  { name: "朝阳公园", use: "park", at: [0.15, -0.25], maxAreaM2: 110_000 },
  { name: "北站公园", use: "park", at: [3, 2.75], maxAreaM2: 150_000 },
  { name: "西苑公园", use: "park", at: [-2.55, -2], maxAreaM2: 180_000 },
  { name: "东湖湿地公园", use: "park", at: [4.6, -1.9], maxAreaM2: 420_000 },
  { name: "市民广场", use: "square", at: [2.9, 1.2], maxAreaM2: 120_000 },
  { name: "朝阳广场", use: "square", at: [0.2, 0.14], maxAreaM2: 45_000 },
  { name: "西市广场", use: "square", at: [-1.3, 0.8], maxAreaM2: 40_000 },
  { name: "花园广场", use: "square", at: [-3.7, -2.05], maxAreaM2: 60_000 },
  { name: "望山广场", use: "square", at: [2.85, -2.15], maxAreaM2: 70_000 },
  { name: "永安广场", use: "square", at: [-1.75, -2.9], maxAreaM2: 70_000 },
  { name: "云泽北站", use: "station", at: [2.68, 3.27], maxAreaM2: 200_000 },
  { name: "云泽市体育中心", use: "stadium", at: [3.9, 1.4], maxAreaM2: 330_000 },
  { name: "云泽大学", use: "campus", at: [-3.6, -0.65], maxAreaM2: 620_000 },
  { name: "云泽师范学院", use: "campus", at: [-2.42, -0.6], maxAreaM2: 380_000 },
  { name: "泽江理工学院", use: "campus", at: [-3.75, -1.7], maxAreaM2: 330_000 },
  { name: "云泽职业技术学院", use: "campus", at: [-2.45, 0.5], maxAreaM2: 330_000 },
  { name: "云泽医学院", use: "campus", at: [-3.2, 0.35], maxAreaM2: 220_000 },
];

/**
 * How a quarter's streets and houses are laid out. Paths and villages come up inside other
 * quarters.
 */
export type Fabric =
  | "old"
  | "housing"
  | "grid"
  | "campus"
  | "paths"
  | "industry"
  | "edge"
  | "village"
  | "country";

/**
 * What kind of quarter lies around a point, and the compass of its streets in degrees from east.
 */
export const quarters: readonly { at: Vec; fabric: Fabric; angleDeg: number }[] = [
  { at: [-1.4, 1.4], fabric: "old", angleDeg: 6 },
  { at: [-0.7, 0.8], fabric: "old", angleDeg: 4 },
  { at: [0.2, 1.5], fabric: "old", angleDeg: -6 },
  { at: [0.2, 0.75], fabric: "old", angleDeg: -8 },
  { at: [0.9, 0], fabric: "old", angleDeg: 2 },
  { at: [0.1, -0.4], fabric: "old", angleDeg: 5 },
  { at: [-1.4, -0.2], fabric: "housing", angleDeg: 12 },
  { at: [0.6, -1.2], fabric: "housing", angleDeg: 3 },
  { at: [-0.8, -1.4], fabric: "housing", angleDeg: -14 },
  { at: [-0.6, 2.5], fabric: "housing", angleDeg: 8 },
  { at: [0.8, 2.3], fabric: "housing", angleDeg: -22 },
  { at: [-1, 3.5], fabric: "housing", angleDeg: 7 },
  { at: [0.5, 3.6], fabric: "housing", angleDeg: -4 },
  { at: [-2.3, 2.5], fabric: "housing", angleDeg: 12 },
  { at: [-3.4, 2.3], fabric: "housing", angleDeg: -8 },
  { at: [-3.3, 3.2], fabric: "industry", angleDeg: 28 },
  { at: [-2, 3.6], fabric: "industry", angleDeg: 12 },
  { at: [2, 1.2], fabric: "grid", angleDeg: 18 },
  { at: [2.9, 1.7], fabric: "grid", angleDeg: 12 },
  { at: [3, 0.3], fabric: "grid", angleDeg: 8 },
  { at: [3.9, 0.2], fabric: "grid", angleDeg: -3 },
  { at: [3.9, 1.5], fabric: "grid", angleDeg: -8 },
  { at: [2.2, 3.2], fabric: "old", angleDeg: -14 },
  { at: [3.1, 2.9], fabric: "housing", angleDeg: -6 },
  { at: [1.7, 3.4], fabric: "industry", angleDeg: -18 },
  { at: [1.9, 0], fabric: "housing", angleDeg: -4 },
  { at: [2.1, -1.3], fabric: "housing", angleDeg: -14 },
  { at: [2.8, -0.6], fabric: "housing", angleDeg: -6 },
  { at: [3.8, -0.8], fabric: "housing", angleDeg: -4 },
  { at: [3.7, -1.7], fabric: "housing", angleDeg: 8 },
  { at: [2.4, -2], fabric: "grid", angleDeg: 8 },
  { at: [2.4, -3], fabric: "grid", angleDeg: 4 },
  { at: [1.5, -2.9], fabric: "housing", angleDeg: 10 },
  { at: [-3.6, 1.2], fabric: "industry", angleDeg: -2 },
  { at: [-3.4, 0.6], fabric: "industry", angleDeg: 2 },
  { at: [-2.5, 1.2], fabric: "housing", angleDeg: 4 },
  { at: [-2.5, 0.4], fabric: "campus", angleDeg: 4 },
  { at: [-3.5, -0.6], fabric: "campus", angleDeg: 3 },
  { at: [-2.4, -0.6], fabric: "campus", angleDeg: 10 },
  { at: [-3.6, -1.7], fabric: "campus", angleDeg: 6 },
  { at: [-2.3, -1.7], fabric: "housing", angleDeg: -4 },
  { at: [-3.2, -2.8], fabric: "housing", angleDeg: -6 },
  { at: [-3.7, -2.4], fabric: "housing", angleDeg: -10 },
  { at: [-2, -3], fabric: "housing", angleDeg: -20 },
  { at: [-0.7, -2.4], fabric: "housing", angleDeg: -10 },
  { at: [-0.8, -3.2], fabric: "housing", angleDeg: -14 },
  { at: [0.5, -2.4], fabric: "housing", angleDeg: 2 },
  { at: [0.5, -3.2], fabric: "housing", angleDeg: -4 },
  { at: [-4.5, -0.5], fabric: "edge", angleDeg: 8 },
  { at: [-4.5, 1.2], fabric: "edge", angleDeg: 0 },
  { at: [-4.3, 2.8], fabric: "edge", angleDeg: 30 },
  { at: [-2.8, 4.1], fabric: "edge", angleDeg: 10 },
  { at: [-1, 4.35], fabric: "edge", angleDeg: 4 },
  { at: [0.9, 4.6], fabric: "edge", angleDeg: -20 },
  { at: [2.5, 4.1], fabric: "edge", angleDeg: -30 },
  { at: [4.4, 2.9], fabric: "edge", angleDeg: -12 },
  { at: [4.8, 1.6], fabric: "edge", angleDeg: -4 },
  { at: [4.8, -0.2], fabric: "industry", angleDeg: 4 },
  { at: [4.6, -1.8], fabric: "edge", angleDeg: -10 },
  { at: [4.2, -3.1], fabric: "edge", angleDeg: -20 },
  { at: [3, -4.2], fabric: "edge", angleDeg: 10 },
  { at: [1.5, -4.05], fabric: "edge", angleDeg: 10 },
  { at: [-0.6, -4.1], fabric: "edge", angleDeg: -8 },
  { at: [-1.9, -4.25], fabric: "edge", angleDeg: -20 },
  { at: [-3.6, -3.8], fabric: "edge", angleDeg: -30 },
  { at: [-4.5, -2.6], fabric: "edge", angleDeg: 2 },
];
