import type { PackManifest } from "../../domain/city-pack.ts";
import type { Datum } from "../../domain/spatial/datum.ts";

/** The datum of one of a pack's files: under its name, its name without ending, `default`, else WGS 84. */
export function datumOfFile({ crs }: Pick<PackManifest, "crs">, file: string): Datum {
  if (typeof crs === "string") return crs;
  return (
    crs[file] ?? crs[file.replace(/\.gz$/i, "")] ?? crs[stemOf(file)] ?? crs.default ?? "wgs84"
  );
}

/** `zones` of `zones.geojson`, `problems` of `problems.csv.gz`. */
export function stemOf(file: string): string {
  return file.split(".", 1)[0] ?? file;
}
