import Flatbush from "flatbush";
import type { AdRules } from "../ad-rules.ts";
import type { RoadNetwork } from "../roads/road-units.ts";
import { EPS_M } from "../tolerance.ts";
import type { Placement } from "./placement.ts";

/** Something that takes up space: where it is, its host and its side there, and its distance to others. */
export type Spaced = {
  readonly x: number;
  readonly y: number;
  /** -1 without one. */
  readonly host: number;
  readonly side: number;
  readonly spacingM: number;
  /** Opposite sides of its host do not disturb each other. */
  readonly isOppositeExempt: boolean;
};

export function spaced(
  { x, y }: { readonly x: number; readonly y: number },
  { served: [host] }: Placement,
  { roads }: RoadNetwork,
  rules: AdRules,
): Spaced {
  const none = { host: -1, side: 0, spacingM: rules.areaSpacing, isOppositeExempt: false };
  if (!host) return { x, y, ...none };
  const rule = rules.groups[roads[host.road]!.group]!;
  const isOppositeExempt = rule.oppositeExempt ?? rules.oppositeExempt;
  return { x, y, host: host.road, side: host.side, spacingM: rule.minSpacing, isOppositeExempt };
}

/** Whether two are nearer each other than the smaller of their distances. */
export function isTooNear(a: Spaced, b: Spaced): boolean {
  const [dx, dy] = [a.x - b.x, a.y - b.y];
  const limit = Math.min(a.spacingM, b.spacingM) - EPS_M;
  if (limit <= 0 || dx * dx + dy * dy >= limit * limit) return false;
  return !(a.isOppositeExempt && a.host >= 0 && a.host === b.host && a.side * b.side === -1);
}

/** Finds which of a list are too near something, in the order of the list. */
export type SpacingIndex = { tooNear(object: Spaced): number[] };

export function spacingIndex(objects: readonly Spaced[]): SpacingIndex {
  if (objects.length === 0) return { tooNear: () => [] };
  const index = new Flatbush(objects.length);
  for (const { x, y } of objects) index.add(x, y);
  index.finish();
  return {
    tooNear(object) {
      const { x, y, spacingM: r } = object;
      if (r <= 0) return [];
      const isHit = (i: number) => isTooNear(object, objects[i]!);
      return index.search(x - r, y - r, x + r, y + r, isHit).sort((a, b) => a - b);
    },
  };
}
