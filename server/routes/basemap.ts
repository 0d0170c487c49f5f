import { createRoute } from "@hono/zod-openapi";
import { BASEMAP_MAX_ZOOM } from "../basemap/basemap-tiles.ts";
import type { Deps } from "../deps.ts";
import { answersTile, documentedRoutes, TileParams } from "./api.ts";
import { readQuery, readTile } from "./read-query.ts";

const tile = createRoute({
  method: "get",
  path: "/{z}/{x}/{y}.pbf",
  summary: "The pack's own basemap as vector tiles",
  request: { params: TileParams },
  responses: answersTile("application/vnd.mapbox-vector-tile", "Empty where nothing lies"),
});

export function basemapRoutes({ basemap }: Pick<Deps, "basemap">) {
  return documentedRoutes([
    [
      tile,
      (c) => {
        readQuery(c, ["v"]);
        const etag = `"${basemap.version}"`;
        const headers = { ETag: etag, "Cache-Control": "public, max-age=300" };
        if (c.req.header("if-none-match") === etag) return c.body(null, 304, headers);
        return c.body(new Uint8Array(basemap.tile(readTile(c, BASEMAP_MAX_ZOOM))), 200, {
          ...headers,
          "Content-Type": "application/vnd.mapbox-vector-tile",
        });
      },
      "open",
    ],
  ]);
}
