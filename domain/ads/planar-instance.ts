import { emptyBounds, extendBounds, lngLat } from "../spatial/lng-lat.ts";
import { localPlane } from "../spatial/local-plane.ts";
import type { AdInstance } from "./ad-instance.ts";

type Coordinates = readonly (readonly number[])[];

/**
 * The instance in metres of one plane about the middle of its roads; itself when it is in metres.
 * Lengths are off by less than 0.5 % over 60 km.
 */
export function planarInstance(instance: AdInstance): AdInstance {
  if (instance.crs === "local-m") return instance;
  const bounds = emptyBounds();
  for (const { coords } of instance.segments) {
    for (const [lng = 0, lat = 0] of coords) extendBounds(bounds, lng, lat);
  }
  const isEmpty = instance.segments.length === 0;
  const middle = isEmpty ? [0, 0] : [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2];
  const plane = localPlane(lngLat(middle[0] ?? 0, middle[1] ?? 0));
  const along = (coords: Coordinates) =>
    coords.map(([lng = 0, lat = 0]): [number, number] => [plane.x(lng), plane.y(lat)]);
  const moved = <T extends { x: number; y: number }>(each: T): T => ({
    ...each,
    x: plane.x(each.x),
    y: plane.y(each.y),
  });
  return {
    ...instance,
    crs: "local-m",
    segments: instance.segments.map((each) => ({ ...each, coords: along(each.coords) })),
    ads: instance.ads.map(moved),
    candidates: instance.candidates.map(moved),
    areas: instance.areas.map((each) => ({ ...each, polygon: along(each.polygon) })),
    forbidden: instance.forbidden.map((each) => ({
      ...each,
      ...(each.x !== undefined && { x: plane.x(each.x) }),
      ...(each.y !== undefined && { y: plane.y(each.y) }),
      ...(each.polygon && { polygon: along(each.polygon) }),
    })),
  };
}
