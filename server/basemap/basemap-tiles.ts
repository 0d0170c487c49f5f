import { createHash } from "node:crypto";
import GeoJSONVT from "geojson-vt";
import { LRUCache } from "lru-cache";
import { fromGeojsonVt } from "vt-pbf";
import type { TileId } from "../../domain/spatial/web-mercator.ts";
import type { BasemapLayer } from "./basemap-layers.ts";

/** Deeper zooms are drawn from these tiles, enlarged. */
export const BASEMAP_MAX_ZOOM = 15;

const EXTENT = 4096;
const CACHED_TILES = 4000;

export type BasemapTiles = {
  /** Mapbox vector tile; empty where nothing lies. */
  tile(tile: TileId): Uint8Array;
  /** Changes when the geography does. */
  readonly version: string;
};

/** Cuts tiles on demand; a layer's tree is built when its first tile is asked for. */
export function basemapTiles(layers: readonly BasemapLayer[]): BasemapTiles {
  const trees = layers.map(({ name, minZoom, features }) => {
    let tree: GeoJSONVT | null = null;
    return {
      name,
      minZoom,
      tileAt({ z, x, y }: TileId) {
        tree ??= new GeoJSONVT(features, {
          maxZoom: BASEMAP_MAX_ZOOM,
          indexMaxZoom: 5,
          tolerance: 3,
          extent: EXTENT,
          buffer: 128,
        });
        return tree.getTile(z, x, y);
      },
    };
  });
  const cache = new LRUCache<string, Uint8Array>({ max: CACHED_TILES });

  function cut(tile: TileId): Uint8Array {
    const parts: Record<string, { features: unknown[] }> = {};
    for (const { name, minZoom, tileAt } of trees) {
      if (tile.z < minZoom) continue;
      const part = tileAt(tile);
      if (part) parts[name] = part;
    }
    return fromGeojsonVt(parts, { version: 2, extent: EXTENT });
  }

  return {
    version: versionOf(layers),
    tile(tile) {
      const key = `${tile.z}/${tile.x}/${tile.y}`;
      const known = cache.get(key);
      if (known) return known;
      const made = cut(tile);
      cache.set(key, made);
      return made;
    },
  };
}

function versionOf(layers: readonly BasemapLayer[]): string {
  const hash = createHash("sha256");
  for (const { name, features } of layers) hash.update(name).update(JSON.stringify(features));
  return hash.digest("base64url").slice(0, 12);
}
