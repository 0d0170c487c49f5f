import { parentPort } from "node:worker_threads";
import { lngLat } from "../../domain/spatial/lng-lat.ts";
import { localPlane } from "../../domain/spatial/local-plane.ts";
import { bandImage } from "./band-image.ts";
import type { HeatJob, HeatResult } from "./heat-painter.ts";
import { kernelTile } from "./kernel-tile.ts";

parentPort?.on("message", ({ id, tile, origin, points, bandwidthM, ramp }: HeatJob) => {
  const plane = localPlane(lngLat(origin[0], origin[1]));
  const png = bandImage(kernelTile(tile, plane, points, bandwidthM), ramp);
  const result: HeatResult = { id, png };
  parentPort?.postMessage(result);
});
