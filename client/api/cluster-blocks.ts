import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { ClusterBlock, type ClusterFeature } from "../../domain/contract/problems.ts";
import type { Bounds } from "../../domain/spatial/lng-lat.ts";
import { MAX_BLOCK_ZOOM } from "../../domain/spatial/micro-cells.ts";
import { type TileId, tilesCovering } from "../../domain/spatial/web-mercator.ts";
import type { FilterParams } from "../state/url-state.ts";
import { getJson } from "./http.ts";
import { joinedBlocks } from "./joined-blocks.ts";

/** A view wider than this many blocks is not drawn from blocks. */
const MAX_BLOCKS = 16;

/** The blocks that cover a view: MapLibre's zoom Z has 512-px tiles, so its block level is ⌊Z⌋ − 2. */
export function blocksOfView(bounds: Bounds, zoom: number): TileId[] {
  let level = Math.max(0, Math.min(MAX_BLOCK_ZOOM, Math.floor(zoom) - 2));
  let blocks = tilesCovering(bounds, level);
  while (blocks.length > MAX_BLOCKS && level > 0) blocks = tilesCovering(bounds, --level);
  return blocks;
}

/** Clusters of a view. Each block is kept on its own, so that panning asks for new ones only. */
export const clustersQuery = (
  client: QueryClient,
  filter: FilterParams,
  blocks: readonly TileId[],
) =>
  queryOptions({
    queryKey: ["clusters", filter, blocks.map(({ z, x, y }) => `${z}/${x}/${y}`).join(" ")],
    queryFn: async (): Promise<ClusterFeature[]> => {
      const loaded = await Promise.all(
        blocks.map((block) => client.ensureQueryData(blockQuery(filter, block))),
      );
      const features = loaded.flatMap((block) => block.features);
      return blocks.length === 1 ? features : joinedBlocks(features, blocks[0]?.z ?? 0);
    },
    staleTime: 5 * 60_000,
    gcTime: 60_000,
  });

const blockQuery = (filter: FilterParams, { z, x, y }: TileId) =>
  queryOptions({
    queryKey: ["block", filter, z, x, y],
    queryFn: ({ signal }) =>
      getJson(`problems/clusters/${z}/${x}/${y}`, filter, ClusterBlock, signal),
    staleTime: 5 * 60_000,
    gcTime: 60_000,
  });
