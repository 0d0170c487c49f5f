import type { z } from "zod";
import type { Note } from "../../../domain/note.ts";
import { clip } from "../../../domain/text/printable.ts";
import type { CoordinateFrame } from "./coordinate-frame.ts";
import type { FeatureFile, RawFeature } from "./feature-file.ts";
import { type ReadableGeometry, readGeometry } from "./read-geometry.ts";
import { idOfPlace, idText, readProperties } from "./read-properties.ts";

/** A sound feature: what it says, where it is, and its position in the file from 1. */
export type ReadFeature<P, G> = {
  readonly row: number;
  readonly properties: P;
  readonly geometry: G;
};

export type FeatureReading<P, G> = {
  readonly features: readonly ReadFeature<P, G>[];
  readonly notes: readonly Note[];
};

/**
 * Properties and geometry of every feature are both looked at, so that one with several defects
 * shows them all. What is unsound is left out; of two with one id the first stays.
 */
export function readFeatures<S extends z.ZodObject, K extends ReadableGeometry["type"]>(
  { file, features: raw }: Pick<FeatureFile, "file" | "features">,
  schema: S,
  geometryTypes: readonly K[],
  frame: CoordinateFrame,
  adapt: (properties: Record<string, unknown>) => Record<string, unknown> = (each) => each,
): FeatureReading<z.infer<S> & { id: string }, Extract<ReadableGeometry, { type: K }>> {
  type Properties = z.infer<S> & { id: string };
  const notes: Note[] = [];
  const features: ReadFeature<Properties, Extract<ReadableGeometry, { type: K }>>[] = [];
  const rowOfId = new Map<string, number>();
  const unknownFields = new Map<string, number>();
  let heightCount = 0;

  for (const each of raw ?? []) {
    const place = { file, row: each.row, ...idOfPlace(each.id) };
    const members = adapt({ ...each.properties, id: idText(each.id) });
    countUnknown(each, schema, unknownFields);
    const properties = readProperties(schema, members, place, notes) as Properties | null;
    const read = readGeometry(each.geometry, geometryTypes, frame, (note) =>
      notes.push({ ...place, ...note }),
    );
    if (read?.hasHeight) heightCount++;
    if (!properties || !read) continue;
    const firstRow = rowOfId.get(properties.id);
    if (firstRow !== undefined) {
      const value = clip(properties.id);
      notes.push({ ...place, code: "duplicate-id", value, detail: String(firstRow) });
      continue;
    }
    rowOfId.set(properties.id, each.row);
    features.push({ row: each.row, properties, geometry: read.geometry });
  }
  for (const [field, count] of unknownFields) {
    notes.push({ code: "unknown-column", file, field: clip(field), count });
  }
  notes.push(...frameNotes(file, frame, raw?.length ?? 0, heightCount));
  return { features, notes };
}

/** What is true of a file as a whole: its datum, its heights. */
export function frameNotes(
  file: string,
  { datum }: CoordinateFrame,
  featureCount: number,
  heightCount: number,
): Note[] {
  const notes: Note[] = [];
  if (heightCount > 0) notes.push({ code: "height-dropped", file, count: heightCount });
  if (datum !== "wgs84" && featureCount > 0) {
    notes.push({ code: "datum-converted", file, detail: datum, count: featureCount });
  }
  return notes;
}

/** More names than this in one file are somebody's data model, not a slip. */
const UNKNOWN_MAX = 30;

function countUnknown(
  { properties }: RawFeature,
  schema: z.ZodObject,
  counts: Map<string, number>,
): void {
  for (const field of Object.keys(properties)) {
    if (Object.hasOwn(schema.shape, field)) continue;
    const count = counts.get(field) ?? 0;
    if (count > 0 || counts.size < UNKNOWN_MAX) counts.set(field, count + 1);
  }
}
