import type { ClusterFeature } from "../../domain/contract/problems.ts";
import { ringRadiusPx } from "../../domain/spatial/ring-size.ts";
import tokens from "../app/tokens.json";
import type { Obstacle } from "./place-labels.ts";
import type { ViewPixels } from "./view-pixels.ts";

const SCALE = tokens.map.cluster.scale.desk;

/** Rings and single marks as what others keep clear of. */
export function ringObstacles(clusters: readonly ClusterFeature[], pixels: ViewPixels): Obstacle[] {
  return clusters.map(({ geometry: { coordinates }, properties }) => ({
    x: pixels.x(coordinates[0]),
    y: pixels.y(coordinates[1]),
    radius: ringRadiusPx(properties.point_count) * SCALE + 2,
  }));
}
