import type { Bounds } from "../../../../domain/spatial/lng-lat.ts";
import { EARTH_RADIUS_M } from "../../../../domain/spatial/lng-lat.ts";
import { ringsContain } from "../../../map/ring-contains.ts";

type Position = readonly [lng: number, lat: number];
type Placed = { readonly position: Position };

const METRES_PER_DEGREE = (EARTH_RADIUS_M * Math.PI) / 180;

/** Those inside a ring, in the order given. */
export function insideRing<P extends Placed>(places: readonly P[], ring: readonly Position[]): P[] {
  return places.filter(({ position: [lng, lat] }) => ringsContain([ring], lng, lat));
}

export type Near<P> = { readonly place: P; readonly distanceM: number };

/** Those within reach of a position, nearest first. */
export function nearestTo<P extends Placed>(
  places: readonly P[],
  at: Position,
  reachM: number,
): Near<P>[] {
  return places
    .map((place) => ({ place, distanceM: metresBetween(at, place.position) }))
    .filter(({ distanceM }) => distanceM <= reachM)
    .sort((a, b) => a.distanceM - b.distanceM);
}

export function boundsOfRing(ring: readonly Position[]): Bounds {
  const lngs = ring.map(([lng]) => lng);
  const lats = ring.map(([, lat]) => lat);
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}

/** The box that holds everything within reach. */
export function boundsAround([lng, lat]: Position, reachM: number): Bounds {
  const dLat = reachM / METRES_PER_DEGREE;
  const dLng = dLat / cosine(lat);
  return [lng - dLng, lat - dLat, lng + dLng, lat + dLat];
}

export function bboxText(bounds: Bounds): string {
  return bounds.map((degrees) => degrees.toFixed(6)).join();
}

/** Plane distance; over a city's few hundred metres the error is below a centimetre. */
function metresBetween([lngA, latA]: Position, [lngB, latB]: Position): number {
  const dx = (lngB - lngA) * cosine((latA + latB) / 2);
  return Math.hypot(dx, latB - latA) * METRES_PER_DEGREE;
}

function cosine(degrees: number): number {
  return Math.cos((degrees * Math.PI) / 180);
}
