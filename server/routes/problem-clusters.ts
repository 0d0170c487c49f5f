import { createRoute, z } from "@hono/zod-openapi";
import { FilterQuery } from "../../domain/contract/filter-query.ts";
import { ClusterBlock } from "../../domain/contract/problems.ts";
import { fromE7 } from "../../domain/spatial/lng-lat.ts";
import { MAX_BLOCK_ZOOM } from "../../domain/spatial/micro-cells.ts";
import type { City } from "../city/city.ts";
import type { Deps } from "../deps.ts";
import { type BlockCluster, blockClusters, clusterRadii } from "../problem-index/block-clusters.ts";
import { answers, documentedRoutes, TileParams } from "./api.ts";
import { readFilter, readOneOf, readTile } from "./read-query.ts";

const radii = clusterRadii.map(String) as ["46", "62", "74", "86"];

const block = createRoute({
  method: "get",
  path: "/{z}/{x}/{y}",
  summary: "Clusters of block z/x/y, for display zoom z + 3",
  request: {
    params: TileParams,
    query: FilterQuery.extend({
      radius: z.string().optional().openapi({ description: "46, 62 (default), 74 or 86 px" }),
    }),
  },
  responses: answers(
    ClusterBlock,
    "The blocks that tile the world at one zoom add up to the count",
  ),
});

export function problemClusterRoutes({ city }: Pick<Deps, "city">) {
  return documentedRoutes([
    [
      block,
      (c) => {
        const tile = readTile(c, MAX_BLOCK_ZOOM);
        const { rows, query } = readFilter(c, city, ["radius"]);
        const wanted = readOneOf("radius", query.radius, radii, "62");
        const radius = clusterRadii[radii.indexOf(wanted)] ?? 62;
        const clusters = blockClusters(city.problems, rows, tile, radius);
        return c.json(
          {
            type: "FeatureCollection",
            features: clusters.map((cluster) => clusterFeature(city, cluster)),
          } satisfies ClusterBlock,
          200,
        );
      },
    ],
  ]);
}

type ClusterFeature = ClusterBlock["features"][number];

function clusterFeature({ problems, tables }: City, cluster: BlockCluster): ClusterFeature {
  const { count, open, overdue, closed, byClass, row } = cluster;
  const { columns } = problems;
  const counts = { point_count: count, open, overdue, closed };
  const classes = tables.classes.map((code, ordinal) => [code, byClass[ordinal] ?? 0] as const);
  const categories = Object.fromEntries(classes.filter(([, number]) => number > 0));
  if (row < 0) {
    const [west, south, east, north] = cluster.bounds.map(round7) as [
      number,
      number,
      number,
      number,
    ];
    return {
      type: "Feature",
      geometry: { type: "Point", coordinates: [round7(cluster.lng), round7(cluster.lat)] },
      properties: { cluster: true, ...counts, categories, bbox: [west, south, east, north] },
    };
  }
  const position: [number, number] = [
    fromE7(columns.lngE7[row] ?? 0),
    fromE7(columns.latE7[row] ?? 0),
  ];
  const id = problems.idOfRow(row);
  const category = tables.tree.at(columns.category[row] ?? 0).code;
  return {
    type: "Feature",
    id,
    geometry: { type: "Point", coordinates: position },
    properties: { cluster: false, ...counts, categories, id, category },
  };
}

function round7(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
