import { distance, scale, type Vec } from "../geometry/vec.ts";
import { type Fabric, quarters } from "../plan/plan-land.ts";
import { PLAN_UNIT_M } from "../plan/plan-outline.ts";
import type { StreetKind } from "./line-kind.ts";

/** How land of one fabric is cut into blocks, from the great division to the small. */
export type FabricRules = {
  /** Land above the area (m²) is cut by a street of the kind; the first that applies is taken. */
  readonly cuts: readonly { readonly aboveM2: number; readonly kind: StreetKind }[];
  /** 1: streets keep the quarter's compass; 0: they leave the older street at a right angle. */
  readonly alignment: number;
  /** Sideways sway of a street, as a share of its length. */
  readonly sway: number;
  /** Spread of the place of a cut about the middle, 0–1. */
  readonly unevenness: number;
  /** Shortest distance between two junctions on one side of a street, metres. */
  readonly junctionGapM: number;
};

export const fabricRules: Readonly<Record<Fabric, FabricRules>> = {
  old: {
    cuts: [
      { aboveM2: 420_000, kind: "secondary" },
      { aboveM2: 120_000, kind: "tertiary" },
      { aboveM2: 42_000, kind: "residential" },
      { aboveM2: 16_000, kind: "living_street" },
    ],
    alignment: 0.25,
    sway: 0.07,
    unevenness: 0.8,
    junctionGapM: 32,
  },
  housing: {
    cuts: [
      { aboveM2: 560_000, kind: "secondary" },
      { aboveM2: 200_000, kind: "tertiary" },
      { aboveM2: 90_000, kind: "residential" },
    ],
    alignment: 0.6,
    sway: 0.025,
    unevenness: 0.5,
    junctionGapM: 50,
  },
  grid: {
    cuts: [
      { aboveM2: 520_000, kind: "secondary" },
      { aboveM2: 170_000, kind: "tertiary" },
      { aboveM2: 75_000, kind: "residential" },
    ],
    alignment: 1,
    sway: 0,
    unevenness: 0.15,
    junctionGapM: 60,
  },
  campus: {
    cuts: [
      { aboveM2: 800_000, kind: "secondary" },
      { aboveM2: 240_000, kind: "tertiary" },
      { aboveM2: 110_000, kind: "residential" },
    ],
    alignment: 0.7,
    sway: 0.02,
    unevenness: 0.6,
    junctionGapM: 70,
  },
  paths: {
    cuts: [{ aboveM2: 26_000, kind: "footway" }],
    alignment: 0.3,
    sway: 0.08,
    unevenness: 0.9,
    junctionGapM: 40,
  },
  village: {
    cuts: [{ aboveM2: 19_000, kind: "living_street" }],
    alignment: 0,
    sway: 0.1,
    unevenness: 0.9,
    junctionGapM: 30,
  },
  industry: {
    cuts: [
      { aboveM2: 800_000, kind: "secondary" },
      { aboveM2: 330_000, kind: "tertiary" },
      { aboveM2: 210_000, kind: "residential" },
    ],
    alignment: 0.9,
    sway: 0,
    unevenness: 0.4,
    junctionGapM: 80,
  },
  edge: {
    cuts: [
      { aboveM2: 900_000, kind: "secondary" },
      { aboveM2: 300_000, kind: "tertiary" },
      { aboveM2: 150_000, kind: "residential" },
    ],
    alignment: 0.2,
    sway: 0.06,
    unevenness: 0.9,
    junctionGapM: 70,
  },
  country: {
    cuts: [{ aboveM2: 1_300_000, kind: "unclassified" }],
    alignment: 0,
    sway: 0.09,
    unevenness: 0.9,
    junctionGapM: 200,
  },
};

/** The quarter whose seed is nearest; `isInside` is whether the point is within the city limit. */
export function quarterAt(p: Vec, isInside: boolean): { fabric: Fabric; angle: number } {
  if (!isInside) return { fabric: "country", angle: 0.2 };
  let best = quarters[0]!;
  for (const quarter of quarters) {
    if (distance(scale(quarter.at, PLAN_UNIT_M), p) < distance(scale(best.at, PLAN_UNIT_M), p)) {
      best = quarter;
    }
  }
  return { fabric: best.fabric, angle: (best.angleDeg * Math.PI) / 180 };
}
