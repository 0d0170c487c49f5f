import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import type { Feature, FeatureCollection, Position } from "geojson";
import type { ProblemProperties } from "../../../domain/problem.ts";
import { onPlane } from "../../../scripts/demo-city/files/geo-json.ts";
import type { Vec } from "../../../scripts/demo-city/geometry/vec.ts";

/** The demo pack as it lies in the repository. */
export const packFolder = "data/packs/demo";

export function readText(file: string): string {
  const bytes = readFileSync(join(packFolder, file));
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

export function readFeatures(file: string): Feature[] {
  return (JSON.parse(readText(file)) as FeatureCollection).features;
}

export function readTable(file: string): Record<string, string>[] {
  return parse(readText(file), { columns: true }) as Record<string, string>[];
}

export type ProblemFeature = Feature & { properties: ProblemProperties };

export function readProblems(): ProblemFeature[] {
  return readText("problems.geojsonl.gz")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as ProblemFeature);
}

/** Rings of a polygon or lines of a line string, as positions. */
export function partsOf({ geometry }: Feature): Position[][] {
  if (geometry.type === "Polygon") return geometry.coordinates;
  if (geometry.type === "LineString") return [geometry.coordinates];
  throw new RangeError(`Not a line or polygon: ${geometry.type}`);
}

export function onGround(positions: readonly Position[]): Vec[] {
  return positions.map(onPlane);
}
