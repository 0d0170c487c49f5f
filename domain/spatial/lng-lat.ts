declare const crs: unique symbol;
type In<Crs extends string> = { readonly [crs]: Crs };

/** A WGS 84 position in degrees; the only coordinate system used past the readers of outside data. */
export type LngLat = readonly [lng: number, lat: number] & In<"wgs84">;

/** West, south, east, north in degrees; west < east, the antimeridian is not crossed. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** Mean earth radius in metres, IUGG. */
export const EARTH_RADIUS_M = 6_371_008.8;

/** Throws a RangeError outside ±180 / ±90 or for anything not finite. */
export function lngLat(lng: number, lat: number): LngLat {
  if (!isPosition(lng, lat)) throw new RangeError(`Not a WGS 84 position: [${lng}, ${lat}]`);
  return [lng, lat] as unknown as LngLat;
}

export function isPosition(lng: number, lat: number): boolean {
  return lng >= -180 && lng <= 180 && lat >= -90 && lat <= 90;
}

/** Degrees × 10⁷ as an integer: 1.1 cm, what positions are stored at. */
export function toE7(degrees: number): number {
  return Math.round(degrees * 1e7);
}

export function fromE7(e7: number): number {
  return e7 / 1e7;
}

/** The position as it is stored: rounded to 7 decimals. */
export function storedLngLat(lng: number, lat: number): LngLat {
  return lngLat(fromE7(toE7(lng)), fromE7(toE7(lat)));
}

export function emptyBounds(): [number, number, number, number] {
  return [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
}

/** Widens `bounds` in place. */
export function extendBounds(
  bounds: [number, number, number, number],
  lng: number,
  lat: number,
): void {
  if (lng < bounds[0]) bounds[0] = lng;
  if (lat < bounds[1]) bounds[1] = lat;
  if (lng > bounds[2]) bounds[2] = lng;
  if (lat > bounds[3]) bounds[3] = lat;
}

/** Borders included. */
export function boundsContain(bounds: Bounds, lng: number, lat: number): boolean {
  return lng >= bounds[0] && lng <= bounds[2] && lat >= bounds[1] && lat <= bounds[3];
}
