import type { Vec } from "../geometry/vec.ts";
import { points } from "./plan-points.ts";

/**
 * The twelve zones in their order; the land between great lines belongs to the zone with the
 * nearest point.
 */
export const zoneSeeds: readonly { name: string; at: readonly Vec[] }[] = [
  { name: "青云", at: points("-2.9 3.1, -2.4 2.4, -4.25 2.75, -3.7 3.6") },
  { name: "文昌", at: points("-0.5 3.5, -0.6 2.6, 0.6 2.4, 0.6 2.9, 0.8 3.7, 0.8 4.7, -0.6 4.3") },
  { name: "北站", at: points("2.4 3.1, 3.9 2.8, 2.1 4, 3 4") },
  { name: "新港", at: points("-3.2 1, -2.5 0.8, -4.4 1.2") },
  { name: "西市", at: points("-1.1 1.2, -0.8 1.7, -1.5 0.6, 0.4 1.3") },
  { name: "和平", at: points("3 1.4, 3.9 1.3, 2.05 0.05, 2.1 1.3") },
  { name: "学府", at: points("-3.3 -0.7, -2.4 -1.2, -4.4 -0.8") },
  { name: "朝阳", at: points("0.3 0, 0.7 0.9, -0.9 -0.5, 0.4 -1.2") },
  { name: "南桥", at: points("2.7 -0.6, 2.2 -1.4, 3.9 -0.7") },
  { name: "花园", at: points("-3.3 -2.4, -2.6 -3.2, -2.3 -2.6") },
  { name: "永安", at: points("-0.9 -2.6, -0.3 -3.3, 0.5 -2.6") },
  { name: "望山", at: points("2.6 -2.8, 3.6 -1.8, 3.6 -3.3") },
];
