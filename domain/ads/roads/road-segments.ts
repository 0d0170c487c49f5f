import type { AdInstance } from "../ad-instance.ts";
import { roadName } from "./road-name.ts";

/** A drawn line that the rules know, in metres. `order`: its position in the instance. */
export type RoadSegment = {
  readonly order: number;
  readonly id: string;
  /** Normalised; null for a line without a name. */
  readonly name: string | null;
  readonly group: string;
  /** x0, y0, x1, y1 …, no point twice in a row. */
  readonly xy: Float64Array;
};

/** Lines whose class no group takes, or that have no length, are passed over. */
export function roadSegments({
  segments,
  rules,
}: Pick<AdInstance, "segments" | "rules">): RoadSegment[] {
  const kept: RoadSegment[] = [];
  segments.forEach(({ id, name, class: roadClass, coords }, order) => {
    if (!Object.hasOwn(rules.classes, roadClass)) return;
    const xy = distinctPoints(coords);
    const group = rules.classes[roadClass];
    if (group === undefined || xy.length < 4) return;
    kept.push({ order, id, name: roadName(name), group, xy });
  });
  return kept;
}

function distinctPoints(coords: readonly (readonly number[])[]): Float64Array {
  const xy: number[] = [];
  for (const [x = 0, y = 0] of coords) {
    if (xy.length > 0 && xy.at(-2) === x && xy.at(-1) === y) continue;
    xy.push(x, y);
  }
  return Float64Array.from(xy);
}
