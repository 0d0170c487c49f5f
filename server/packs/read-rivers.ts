import type { Noted } from "../../domain/note.ts";
import { RiverProperties, type RiverReach } from "../../domain/road-section.ts";
import type { CoordinateFrame } from "./reading/coordinate-frame.ts";
import type { FeatureFile } from "./reading/feature-file.ts";
import { readFeatures } from "./reading/read-features.ts";

export const RIVERS_FILE = "rivers.geojson";

/** Reaches in file order. */
export function readRivers(file: FeatureFile, frame: CoordinateFrame): Noted<RiverReach[]> {
  const { features, notes } = readFeatures(
    file,
    RiverProperties,
    ["LineString", "MultiLineString"],
    frame,
  );
  const rivers = features.map(
    ({ properties: { id, name = null }, geometry }): RiverReach => ({ id, name, geometry }),
  );
  return { value: rivers, notes };
}
