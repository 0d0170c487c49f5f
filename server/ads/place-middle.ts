import type { PlaceOfInterest } from "../../domain/place-of-interest.ts";
import { interiorPosition } from "../../domain/spatial/interior-position.ts";
import { type LngLat, lngLat } from "../../domain/spatial/lng-lat.ts";

/** A point inside a place, or the point it is. */
export function placeMiddle({ geometry }: Pick<PlaceOfInterest, "geometry">): LngLat {
  if (geometry.type === "Point") {
    const [lng = 0, lat = 0] = geometry.coordinates;
    return lngLat(lng, lat);
  }
  const [first = []] = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return interiorPosition(first);
}
