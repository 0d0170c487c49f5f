import type { Feature } from "geojson";
import type { Note, Noted } from "../../domain/note.ts";
import type { CoordinateFrame } from "./reading/coordinate-frame.ts";
import type { FeatureFile } from "./reading/feature-file.ts";
import { frameNotes } from "./reading/read-features.ts";
import { readGeometry } from "./reading/read-geometry.ts";
import { idOfPlace } from "./reading/read-properties.ts";

/** Drawn and nothing else: properties are kept as they are, an id is not asked for. */
export function readBasemap(
  { file, features: raw }: FeatureFile,
  frame: CoordinateFrame,
): Noted<Feature[]> {
  const notes: Note[] = [];
  let heightCount = 0;
  const features = (raw ?? []).flatMap(({ row, id, properties, geometry }): Feature[] => {
    const place = { file, row, ...idOfPlace(id) };
    const read = readGeometry(
      geometry,
      ["Polygon", "MultiPolygon", "LineString", "MultiLineString"],
      frame,
      (note) => notes.push({ ...place, ...note }),
    );
    if (!read) return [];
    if (read.hasHeight) heightCount++;
    return [{ type: "Feature", properties: { ...properties }, geometry: read.geometry }];
  });
  notes.push(...frameNotes(file, frame, raw?.length ?? 0, heightCount));
  return { value: features, notes };
}
