import gcoordModule from "gcoord";
import { type LngLat, lngLat } from "./lng-lat.ts";

/** Coordinate systems that outside data may come in. CGCS2000 differs from WGS 84 by centimetres and is taken as it. */
export const datums = ["wgs84", "cgcs2000", "gcj02", "bd09"] as const;
export type Datum = (typeof datums)[number];

/** The package is CommonJS: Node hands over the very object that its types call `default`. */
const gcoord = gcoordModule as unknown as typeof gcoordModule.default;

const SYSTEM = {
  gcj02: gcoord.GCJ02,
  bd09: gcoord.BD09,
} as const;

/** Degrees in `datum` to WGS 84. Throws a RangeError for a position off the globe. */
export function toWgs84(lng: number, lat: number, datum: Datum): LngLat {
  if (datum === "wgs84" || datum === "cgcs2000") return lngLat(lng, lat);
  const [wgsLng, wgsLat] = gcoord.transform([lng, lat], SYSTEM[datum], gcoord.WGS84) as [
    number,
    number,
  ];
  return lngLat(wgsLng, wgsLat);
}
