import type { GridZone, ZoneLevel } from "../../domain/grid-zone.ts";
import { ZoneProperties, zoneLevels } from "../../domain/grid-zone.ts";
import type { Note, Noted } from "../../domain/note.ts";
import { clip } from "../../domain/text/printable.ts";
import type { CoordinateFrame } from "./reading/coordinate-frame.ts";
import type { FeatureFile } from "./reading/feature-file.ts";
import { readFeatures } from "./reading/read-features.ts";
import { idText } from "./reading/read-properties.ts";

export const ZONES_FILE = "zones.geojson";

/** Zones in file order. A parent that is not there, or not of a coarser level, is dropped, the zone stays. */
export function readZones(file: FeatureFile, frame: CoordinateFrame): Noted<GridZone[]> {
  const { features, notes } = readFeatures(
    file,
    ZoneProperties,
    ["Polygon", "MultiPolygon"],
    frame,
    (properties) => ({ ...properties, parentId: parentText(properties.parentId) }),
  );
  const levelOfId = new Map<string, ZoneLevel>(
    features.map(({ properties }) => [properties.id, properties.level]),
  );
  const parentNotes: Note[] = [];
  const zones = features.map(({ row, properties, geometry }): GridZone => {
    const { id, name, level } = properties;
    const parentId = properties.parentId ?? null;
    const why = parentId === null ? null : whyNotParent(level, levelOfId.get(parentId));
    if (parentId !== null && why !== null) {
      const value = clip(parentId);
      const place = { file: ZONES_FILE, row, id, field: "parentId" };
      parentNotes.push({ code: "reference-dropped", ...place, value, detail: why });
    }
    return { id, name, level, parentId: why === null ? parentId : null, geometry };
  });
  return { value: zones, notes: [...notes, ...parentNotes] };
}

/** Some programs write "no parent" as an empty text. */
function parentText(value: unknown): unknown {
  return value === "" ? null : idText(value);
}

function whyNotParent(level: ZoneLevel, parent: ZoneLevel | undefined): string | null {
  if (parent === undefined) return "unknown";
  return zoneLevels.indexOf(parent) < zoneLevels.indexOf(level) ? null : "wrong-level";
}
