import { emptyBounds, extendBounds, lngLat } from "../spatial/lng-lat.ts";
import { type LocalPlane, localPlane } from "../spatial/local-plane.ts";
import type { AdInstance } from "./ad-instance.ts";

type Shape = {
  x?: number | undefined;
  y?: number | undefined;
  polygon?: [number, number, ...number[]][] | undefined;
};
type Coordinates = readonly (readonly number[])[];

/** The plane about the middle of the roads of an instance in degrees. */
export function planeOfRoads({ segments }: Pick<AdInstance, "segments">): LocalPlane {
  const bounds = emptyBounds();
  for (const { coords } of segments) {
    for (const [lng = 0, lat = 0] of coords) extendBounds(bounds, lng, lat);
  }
  if (segments.length === 0) return localPlane(lngLat(0, 0));
  return localPlane(lngLat((bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2));
}

/**
 * The instance in metres of one plane about the middle of its roads; itself when it is in metres.
 * Lengths are off by less than 0.5 % over 60 km.
 */
export function planarInstance(instance: AdInstance): AdInstance {
  if (instance.crs === "local-m") return instance;
  const plane = planeOfRoads(instance);
  const along = (coords: Coordinates) =>
    coords.map(([lng = 0, lat = 0]): [number, number] => [plane.x(lng), plane.y(lat)]);
  const moved = <T extends { x: number; y: number }>(each: T): T => ({
    ...each,
    x: plane.x(each.x),
    y: plane.y(each.y),
  });
  /** What is drawn as a point, as an outline, or not at all. */
  const shaped = <T extends Shape>(each: T): T => ({
    ...each,
    ...(each.x !== undefined && { x: plane.x(each.x) }),
    ...(each.y !== undefined && { y: plane.y(each.y) }),
    ...(each.polygon && { polygon: along(each.polygon) }),
  });
  return {
    ...instance,
    crs: "local-m",
    segments: instance.segments.map((each) => ({ ...each, coords: along(each.coords) })),
    ads: instance.ads.map(moved),
    candidates: instance.candidates.map(moved),
    areas: instance.areas.map((each) => ({ ...each, polygon: along(each.polygon) })),
    forbidden: instance.forbidden.map(shaped),
    ...(instance.places && { places: instance.places.map(shaped) }),
    ...(instance.hoardings && { hoardings: instance.hoardings.map(shaped) }),
    ...(instance.screens && { screens: instance.screens.map(shaped) }),
  };
}
