import { insetRing } from "../geometry/inset.ts";
import type { PlanarGraph } from "../geometry/planar-graph.ts";
import type { Ring } from "../geometry/polygon.ts";
import type { Random } from "../random.ts";
import { halfWidthM, isStreet } from "../streets/line-kind.ts";
import type { Block } from "./blocks.ts";

export type Green = { readonly name: string | null; readonly kind: string; readonly ring: Ring };

/** Parks, hills, banks, lawns of campuses, woods and fields' edges; water is drawn over them. */
export function drawGreens(
  graph: PlanarGraph,
  blocks: readonly Block[],
  kept: Uint8Array,
  random: Random,
): Green[] {
  return blocks.flatMap((block): Green[] => {
    const kind = kindOf(block, random.fork(`green ${block.index}`));
    if (!kind) return [];
    const ring = block.halves
      .map((half) => graph.origin(half))
      .filter((node) => kept[node])
      .map((node) => graph.point(node));
    const inset = insetRing(ring, roadsideM(graph, block));
    return inset ? [{ name: block.reserved?.name ?? null, kind, ring: inset }] : [];
  });
}

function kindOf(block: Block, random: Random): string | null {
  switch (block.use) {
    case "park":
      return "park";
    case "hill":
      return "wood";
    case "water":
      return "bank";
    case "campus":
      return random.chance(0.3) ? "lawn" : null;
    case "edge":
      return block.areaM2 > 60_000 && random.chance(0.3) ? "wood" : null;
    case "country":
      return block.areaM2 < 4_000_000 && random.chance(0.12) ? "wood" : null;
    case "housing":
    case "grid":
      return block.areaM2 < 14_000 ? "park" : null;
    default:
      return null;
  }
}

/** The widest half street along the block and its pavement. */
function roadsideM(graph: PlanarGraph, { halves }: Block): number {
  let widest = 4;
  for (const half of halves) {
    const kind = graph.kindOf(half >> 1);
    if (isStreet(kind)) widest = Math.max(widest, halfWidthM[kind] + 3);
  }
  return widest;
}
