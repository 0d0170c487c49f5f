import type { Feature, GeoJsonProperties, Geometry, Position } from "geojson";
import { lngLat } from "../../../domain/spatial/lng-lat.ts";
import { localPlane } from "../../../domain/spatial/local-plane.ts";
import type { Vec } from "../geometry/vec.ts";

/** The city's middle and the origin of its plane. */
export const cityOrigin = lngLat(114.3, 30.6);

const plane = localPlane(cityOrigin);

/** Degrees with 6 decimals: 0.1 m. */
export function position([x, y]: Vec): Position {
  const [lng, lat] = plane.toLngLat(x, y);
  return [Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6];
}

/** Back to the plane, metres. */
export function onPlane([lng, lat]: Position): Vec {
  return [plane.x(lng!), plane.y(lat!)];
}

export function lineString(line: readonly Vec[]): Geometry {
  return { type: "LineString", coordinates: withoutRepeats(line.map(position)) };
}

/** Rings are closed; the outer comes first. */
export function polygon(rings: readonly (readonly Vec[])[]): Geometry {
  return { type: "Polygon", coordinates: rings.map(closedRing) };
}

export function point(p: Vec): Geometry {
  return { type: "Point", coordinates: position(p) };
}

export function feature(geometry: Geometry | null, properties: GeoJsonProperties): Feature {
  return { type: "Feature", properties, geometry: geometry as Geometry };
}

/** A feature collection as text, one feature a line. */
export function collectionText(features: readonly Feature[]): string {
  const lines = features.map((one) => JSON.stringify(one));
  return `{"type":"FeatureCollection","features":[\n${lines.join(",\n")}\n]}\n`;
}

function closedRing(ring: readonly Vec[]): Position[] {
  const positions = withoutRepeats(ring.map(position));
  const [first, last] = [positions[0]!, positions.at(-1)!];
  if (first[0] !== last[0] || first[1] !== last[1]) positions.push(first);
  return positions;
}

function withoutRepeats(positions: readonly Position[]): Position[] {
  return positions.filter((p, i) => {
    const before = positions[i - 1];
    return !before || before[0] !== p[0] || before[1] !== p[1];
  });
}
