import { contains, innerPoint, type Ring, signedArea } from "../geometry/polygon.ts";
import type { Vec } from "../geometry/vec.ts";
import type { Fabric, ReservedLand } from "../plan/plan-land.ts";
import { quarterAt } from "../streets/block-fabric.ts";
import type { Skeleton } from "../streets/skeleton.ts";
import { reservedIn } from "../streets/subdivide.ts";

export type LandUse = Fabric | ReservedLand["use"] | "water";

/** A face of the finished street graph: land between streets. */
export type Block = {
  readonly index: number;
  /** Its border, land to the left. */
  readonly halves: readonly number[];
  readonly ring: Ring;
  readonly areaM2: number;
  /** A point well inside, and how far it is from the border. */
  readonly inner: Vec;
  readonly clearanceM: number;
  readonly isInside: boolean;
  readonly use: LandUse;
  readonly reserved: ReservedLand | null;
  /** Compass of the quarter, radians. */
  readonly angle: number;
};

/** Every block, those beyond the city limit included. */
export function findBlocks(skeleton: Skeleton): Block[] {
  const { graph, limit, lakeShores } = skeleton;
  const blocks: Block[] = [];
  for (const first of graph.faces()) {
    const halves = graph.face(first);
    const ring = graph.ring(halves);
    const areaM2 = signedArea(ring);
    if (areaM2 <= 0) continue;
    const { point, clearanceM } = innerPoint(ring);
    const isInside = contains(limit, point);
    const kinds = new Set(halves.map((h) => graph.kindOf(h >> 1)));
    const isWater =
      (kinds.has("river") || kinds.has("canal") || kinds.has("seam")) && areaM2 < 600_000;
    const inLake = lakeShores.some(({ shore }) => contains(shore, point));
    const quarter = quarterAt(point, isInside);
    const reserved = isWater || inLake ? null : reservedIn(ring);
    const isReserved = reserved !== null && areaM2 <= reserved.maxAreaM2;
    blocks.push({
      index: blocks.length,
      halves,
      ring,
      areaM2,
      inner: point,
      clearanceM,
      isInside,
      use: isWater || inLake ? "water" : isReserved ? reserved.use : quarter.fabric,
      reserved: isReserved ? reserved : null,
      angle: quarter.angle,
    });
  }
  return blocks;
}
