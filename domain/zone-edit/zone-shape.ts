import type { MultiPolygon, Polygon, Position } from "geojson";
import type { ZoneLevel } from "../grid-zone.ts";

/** A zone as it is drawn: rings closed, positions at 7 decimals. */
export type ZoneShape = {
  readonly id: string;
  readonly name: string;
  readonly level: ZoneLevel;
  readonly parentId: string | null;
  readonly geometry: Polygon | MultiPolygon;
};

export type Ring = Position[];

/** Each an outer ring with its holes. */
export type Parts = Ring[][];

export function partsOf(geometry: Polygon | MultiPolygon): Parts {
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
}

export function ringsOf(geometry: Polygon | MultiPolygon): Ring[] {
  return partsOf(geometry).flat();
}

export function geometryOf(parts: Parts): Polygon | MultiPolygon {
  const [only] = parts;
  return only && parts.length === 1
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates: parts };
}

/** The same geometry with each ring replaced; the very same object where none was. */
export function mapRings(
  geometry: Polygon | MultiPolygon,
  change: (ring: Ring) => Ring,
): Polygon | MultiPolygon {
  const before = partsOf(geometry);
  const after = before.map((rings) => rings.map(change));
  const isSame = after.every((rings, i) => rings.every((ring, j) => ring === before[i]?.[j]));
  if (isSame) return geometry;
  return geometry.type === "Polygon"
    ? { type: "Polygon", coordinates: after[0] ?? [] }
    : { type: "MultiPolygon", coordinates: after };
}
