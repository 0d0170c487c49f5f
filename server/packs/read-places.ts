import type { Noted } from "../../domain/note.ts";
import { type PlaceOfInterest, PlaceOfInterestProperties } from "../../domain/place-of-interest.ts";
import type { CoordinateFrame } from "./reading/coordinate-frame.ts";
import type { FeatureFile } from "./reading/feature-file.ts";
import { readFeatures } from "./reading/read-features.ts";

export const PLACES_FILE = "places.geojson";

/** Places in file order. */
export function readPlaces(file: FeatureFile, frame: CoordinateFrame): Noted<PlaceOfInterest[]> {
  const { features, notes } = readFeatures(
    file,
    PlaceOfInterestProperties,
    ["Point", "Polygon", "MultiPolygon"],
    frame,
  );
  return {
    value: features.map(({ properties, geometry }) => ({ ...properties, geometry })),
    notes,
  };
}
