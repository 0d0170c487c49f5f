import gcoord from "gcoord";
import { type LngLat, lngLat } from "./lng-lat.ts";

/** Coordinate systems that outside data may come in. CGCS2000 differs from WGS 84 by centimetres and is taken as it. */
export const datums = ["wgs84", "cgcs2000", "gcj02", "bd09"] as const;
export type Datum = (typeof datums)[number];

type Transformer = {
  transform(position: [number, number], from: string, to: string): [number, number];
};

/** The package is CommonJS, and Node and bundlers disagree about what its types describe. */
const { transform } = gcoord as unknown as Transformer;

const SYSTEM = { gcj02: "GCJ02", bd09: "BD09" } as const;

/** Degrees in `datum` to WGS 84. Throws a RangeError for a position off the globe. */
export function toWgs84(lng: number, lat: number, datum: Datum): LngLat {
  if (datum === "wgs84" || datum === "cgcs2000") return lngLat(lng, lat);
  const [wgsLng, wgsLat] = transform([lng, lat], SYSTEM[datum], "WGS84");
  return lngLat(wgsLng, wgsLat);
}

/** A WGS 84 position in another datum, for map apps that draw in it. Not a LngLat: nothing here may calculate with it. */
export function fromWgs84(position: LngLat, datum: keyof typeof SYSTEM): [number, number] {
  return transform([position[0], position[1]], "WGS84", SYSTEM[datum]);
}
