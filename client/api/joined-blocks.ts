import type { ClusterFeature } from "../../domain/contract/problems.ts";
import { meanPosition, uniteTouching } from "../../domain/spatial/unite-touching.ts";
import {
  latOfWorldY,
  lngOfWorldX,
  WORLD_SIZE,
  worldX,
  worldY,
} from "../../domain/spatial/web-mercator.ts";

/** Display zoom of a block's clusters, in 256-px tiles. */
const DISPLAY_ABOVE_BLOCK = 3;

/**
 * Clusters of neighbouring blocks as one picture: rings that meet across a border are drawn as one, with the sum of their
 * numbers. Within a block rings never touch, so nothing else changes, and what is drawn still adds up to the list.
 */
export function joinedBlocks(
  features: readonly ClusterFeature[],
  blockZoom: number,
): ClusterFeature[] {
  const worldPerPx = WORLD_SIZE / (256 * 2 ** (blockZoom + DISPLAY_ABOVE_BLOCK));
  const rings = features.map((feature) => {
    const [lng, lat] = feature.geometry.coordinates;
    const at = { xPx: worldX(lng) / worldPerPx, yPx: worldY(lat) / worldPerPx };
    return { ...at, feature, count: feature.properties.point_count };
  });
  const joined = uniteTouching(
    rings,
    (a, b) => b.count - a.count || a.xPx - b.xPx || a.yPx - b.yPx,
    (host, joining) => {
      const at = meanPosition(host, joining);
      const lng = lngOfWorldX(at.xPx * worldPerPx);
      const lat = latOfWorldY(at.yPx * worldPerPx);
      const count = host.count + joining.count;
      return { ...at, count, feature: together(host.feature, joining.feature, lng, lat) };
    },
  );
  return joined.map(({ feature }) => feature);
}

function together(
  { properties: a, geometry: placeA }: ClusterFeature,
  { properties: b, geometry: placeB }: ClusterFeature,
  lng: number,
  lat: number,
): ClusterFeature {
  const codes = [...Object.keys(a.categories), ...Object.keys(b.categories)];
  const categories = Object.fromEntries(
    codes.map((code) => [code, (a.categories[code] ?? 0) + (b.categories[code] ?? 0)]),
  );
  const [boxA, boxB] = [boxOf(a.bbox, placeA), boxOf(b.bbox, placeB)];
  return {
    type: "Feature",
    geometry: { type: "Point", coordinates: [lng, lat] },
    properties: {
      cluster: true,
      point_count: a.point_count + b.point_count,
      open: a.open + b.open,
      overdue: a.overdue + b.overdue,
      closed: a.closed + b.closed,
      categories,
      bbox: [
        Math.min(boxA[0], boxB[0]),
        Math.min(boxA[1], boxB[1]),
        Math.max(boxA[2], boxB[2]),
        Math.max(boxA[3], boxB[3]),
      ],
    },
  };
}

function boxOf(
  bbox: ClusterFeature["properties"]["bbox"],
  { coordinates: [lng, lat] }: ClusterFeature["geometry"],
): readonly [number, number, number, number] {
  return bbox ?? [lng, lat, lng, lat];
}
