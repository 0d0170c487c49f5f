import type { GridZone } from "../../../domain/grid-zone.ts";
import { interiorPosition } from "../../../domain/spatial/interior-position.ts";
import { lngLat } from "../../../domain/spatial/lng-lat.ts";
import { localPlane } from "../../../domain/spatial/local-plane.ts";

type Ring = readonly (readonly number[])[];

/** Square metres, holes taken off; right to half a percent for a zone of up to 60 km. */
export function zoneAreaM2(zone: GridZone): number {
  const parts = partsOf(zone);
  const [lng = 0, lat = 0] = parts[0]?.[0]?.[0] ?? [];
  const plane = localPlane(lngLat(lng, lat));
  return (
    parts.reduce((sum, rings) => sum + partDeg2(rings), 0) * plane.mPerDegLng * plane.mPerDegLat
  );
}

/** A position inside the largest part of a zone. */
export function insideOfZone(zone: GridZone): [number, number] {
  return insideOfGeometry(zone.geometry);
}

export function insideOfGeometry(geometry: GridZone["geometry"]): [number, number] {
  const parts = partsOf({ geometry });
  const largest = parts.reduce((a, b) => (partDeg2(b) > partDeg2(a) ? b : a), parts[0] ?? []);
  const at = interiorPosition(largest.map((ring) => ring.map((position) => [...position])));
  return [at[0], at[1]];
}

function partsOf({ geometry }: Pick<GridZone, "geometry">): readonly (readonly Ring[])[] {
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
}

function partDeg2(rings: readonly Ring[]): number {
  return rings.reduce((sum, ring, i) => sum + (i === 0 ? 1 : -1) * ringDeg2(ring), 0);
}

/** About its first vertex, or the digits of large numbers would be lost. */
function ringDeg2(ring: Ring): number {
  const [lng0 = 0, lat0 = 0] = ring[0] ?? [];
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1] ?? [];
    const [bx = 0, by = 0] = ring[i] ?? [];
    twice += (ax - lng0) * (by - lat0) - (bx - lng0) * (ay - lat0);
  }
  return Math.abs(twice) / 2;
}
