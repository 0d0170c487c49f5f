import type { Note, Noted } from "../../domain/note.ts";
import {
  classOfHighway,
  type RoadClass,
  RoadProperties,
  type RoadSection,
} from "../../domain/road-section.ts";
import type { CoordinateFrame } from "./reading/coordinate-frame.ts";
import type { FeatureFile } from "./reading/feature-file.ts";
import { readFeatures } from "./reading/read-features.ts";

export const ROADS_FILE = "roads.geojson";

/** Sections in file order. Without `class` it comes from `highway`; without both it is `none`, with a note. */
export function readRoads(file: FeatureFile, frame: CoordinateFrame): Noted<RoadSection[]> {
  const { features, notes } = readFeatures(
    file,
    RoadProperties,
    ["LineString", "MultiLineString"],
    frame,
    (properties) => ({ ...properties, oneway: onewayFlag(properties.oneway) }),
  );
  const classNotes: Note[] = [];
  const roads = features.map(({ row, properties, geometry }): RoadSection => {
    const { id, name = null, highway = null, oneway } = properties;
    const roadClass = properties.class ?? classOf(highway);
    if (roadClass === null) classNotes.push({ code: "class-unknown", file: ROADS_FILE, row, id });
    return { id, name, highway, class: roadClass ?? "none", isOneway: oneway ?? false, geometry };
  });
  return { value: roads, notes: [...notes, ...classNotes] };
}

function classOf(highway: string | null): RoadClass | null {
  if (highway === null || highway === "") return null;
  return Object.hasOwn(classOfHighway, highway) ? (classOfHighway[highway] ?? "none") : "none";
}

/** OSM's spellings as a boolean; `-1` is one way against the drawing. */
function onewayFlag(value: unknown): unknown {
  if (value === "yes" || value === "true" || value === "1" || value === "-1") return true;
  if (value === 1 || value === -1) return true;
  return value === "no" || value === "false" || value === "0" || value === 0 ? false : value;
}
