import type { Position } from "geojson";
import { metresAt, nearestSpot } from "../map/axis.ts";

/**
 * A position so many metres further along its road; back where they are negative. Null without a road. Straight on in
 * bends: what snaps it to its side of the road puts it right.
 */
export function stepAlong(
  axis: readonly (readonly Position[])[],
  [lng, lat]: readonly [lng: number, lat: number],
  metres: number,
): [lng: number, lat: number] | null {
  const spot = nearestSpot(axis, [lng, lat]);
  if (!spot) return null;
  const { x, y } = metresAt(lat);
  return [lng + (spot.east * metres) / x, lat + (spot.north * metres) / y];
}

/** Metres between two positions of a city. */
export function metresBetween(
  [lng0, lat0]: readonly [number, number],
  [lng1, lat1]: readonly [number, number],
): number {
  const { x, y } = metresAt((lat0 + lat1) / 2);
  return Math.hypot((lng1 - lng0) * x, (lat1 - lat0) * y);
}
