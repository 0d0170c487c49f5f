import { EARTH_RADIUS_M, type LngLat, lngLat } from "./lng-lat.ts";

/**
 * The city's local plane in metres: x = R·cos φ₀·Δλ, y = R·Δφ about a stored origin. Over 60 km from the origin
 * distances are off by less than 0.5 %. The origin is part of the pack, never taken from the data, so that
 * the same city gives the same plane on every day.
 */
export type LocalPlane = {
  readonly origin: LngLat;
  /** Metres per degree of longitude and of latitude. */
  readonly mPerDegLng: number;
  readonly mPerDegLat: number;
  x(lng: number): number;
  y(lat: number): number;
  toLngLat(xM: number, yM: number): LngLat;
};

const RAD = Math.PI / 180;

export function localPlane(origin: LngLat): LocalPlane {
  const [lng0, lat0] = origin;
  const cosLat0 = Math.cos(lat0 * RAD);
  const mPerDegLat = EARTH_RADIUS_M * RAD;
  const mPerDegLng = mPerDegLat * cosLat0;
  return {
    origin,
    mPerDegLng,
    mPerDegLat,
    // Written as the definition has it, so that reference figures agree to the last digits.
    x: (lng) => EARTH_RADIUS_M * cosLat0 * ((lng - lng0) * RAD),
    y: (lat) => EARTH_RADIUS_M * ((lat - lat0) * RAD),
    toLngLat: (xM, yM) => lngLat(lng0 + xM / mPerDegLng, lat0 + yM / mPerDegLat),
  };
}
