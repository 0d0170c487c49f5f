import Flatbush from "flatbush";
import { boxOf, contains, type Ring, ringsOverlap } from "../geometry/polygon.ts";
import { distance, lerp, nearestOnSegment, type Vec } from "../geometry/vec.ts";
import { halfWidthM, type LineKind } from "../streets/line-kind.ts";
import type { RoadLine } from "../streets/road-lines.ts";
import type { Water } from "./waters.ts";

/** What a house may not stand on. */
export type Obstacles = {
  /** Whether the shape keeps `marginM` from every kerb and stands in no water. */
  isFree(shape: Ring, marginM: number): boolean;
};

export function findObstacles(
  roads: readonly RoadLine[],
  waters: readonly Water[],
  rails: readonly Vec[],
): Obstacles {
  const segments: { a: Vec; b: Vec; halfM: number }[] = [];
  const addLine = (line: readonly Vec[], halfM: number): void => {
    for (let i = 1; i < line.length; i++) segments.push({ a: line[i - 1]!, b: line[i]!, halfM });
  };
  for (const { line, highway, isOneway } of roads) addLine(line, halfWidthOf(highway, isOneway));
  addLine(rails, halfWidthM.rail);
  const index = new Flatbush(segments.length);
  for (const { a, b, halfM } of segments) {
    index.add(
      Math.min(a[0], b[0]) - halfM,
      Math.min(a[1], b[1]) - halfM,
      Math.max(a[0], b[0]) + halfM,
      Math.max(a[1], b[1]) + halfM,
    );
  }
  index.finish();
  const rings = waters.map(({ rings: [outer] }) => outer!);
  const waterIndex = new Flatbush(rings.length);
  for (const ring of rings) {
    const { minX, minY, maxX, maxY } = boxOf(ring);
    waterIndex.add(minX, minY, maxX, maxY);
  }
  waterIndex.finish();

  return {
    isFree(shape, marginM) {
      const { minX, minY, maxX, maxY } = boxOf(shape);
      const near = index.search(minX - marginM, minY - marginM, maxX + marginM, maxY + marginM);
      for (const p of sampled(shape)) {
        for (const i of near) {
          const { a, b, halfM } = segments[i]!;
          if (nearestOnSegment(p, a, b).distanceM < halfM + marginM) return false;
        }
      }
      for (const i of near) if (contains(shape, segments[i]!.a)) return false;
      return waterIndex
        .search(minX, minY, maxX, maxY)
        .every((i) => !ringsOverlap(rings[i]!, shape));
    },
  };
}

function halfWidthOf(highway: RoadLine["highway"], isOneway: boolean): number {
  if (highway === "motorway") return 12;
  if (highway === "motorway_link") return 6;
  return isOneway ? 8 : halfWidthM[highway as LineKind];
}

/** Points along the outline, 7 m apart at most. */
function sampled(shape: Ring): Vec[] {
  const points: Vec[] = [];
  for (let i = 0; i < shape.length; i++) {
    const [a, b] = [shape[i]!, shape[(i + 1) % shape.length]!];
    const steps = Math.max(1, Math.ceil(distance(a, b) / 7));
    for (let k = 0; k < steps; k++) points.push(lerp(a, b, k / steps));
  }
  return points;
}
