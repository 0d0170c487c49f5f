import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import type { AdInstance } from "../../../domain/ads/ad-instance.ts";

const Edge = z.object({
  properties: z.object({ highway: z.union([z.string(), z.array(z.string())]) }),
  geometry: z.object({ coordinates: z.array(z.tuple([z.number(), z.number()])) }),
});

/** Where real roads may lie: beside the project, or named by the environment. */
export const WUHAN_ROADS = process.env.WUHAN_ROADS ?? "../shared/data/wuhan-roads.geojsonl.gz";

/** OSM's edges of a large city, in degrees; null where the file is not. */
export function wuhanRoads(path = WUHAN_ROADS): AdInstance["segments"] | null {
  if (!existsSync(path)) return null;
  const lines = gunzipSync(readFileSync(path)).toString("utf8").trimEnd().split("\n");
  return lines.map((line, i) => {
    const { properties, geometry } = Edge.parse(JSON.parse(line));
    const { highway } = properties;
    const roadClass = typeof highway === "string" ? highway : (highway[0] ?? "");
    return { id: `w${i + 1}`, class: roadClass, coords: geometry.coordinates };
  });
}
