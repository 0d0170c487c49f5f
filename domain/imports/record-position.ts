import type { Geometry } from "geojson";
import type { PositionFrom } from "../problem-mapping.ts";
import { type Datum, toWgs84 } from "../spatial/datum.ts";
import {
  type Bounds,
  EARTH_RADIUS_M,
  isPosition,
  type LngLat,
  storedLngLat,
} from "../spatial/lng-lat.ts";
import type { ForeignRecord } from "./foreign-record.ts";
import { type AxisOrder, parseDegrees, parsePair, parseWktPoint } from "./position-text.ts";
import { fieldReader } from "./record-text.ts";

/** Why a position that a record gives cannot be one. */
export const impossiblePositions = [
  "not-a-number",
  "not-a-point",
  "zero-position",
  "out-of-range",
  "far-outside",
] as const;
export type ImpossiblePosition = (typeof impossiblePositions)[number];

export type PositionReading =
  | { readonly kind: "placed"; readonly at: LngLat; readonly isOutsideBounds: boolean }
  | { readonly kind: "missing" }
  | { readonly kind: "impossible"; readonly why: ImpossiblePosition; readonly value: string }
  /** Fits the city only with its axes exchanged. */
  | { readonly kind: "swapped"; readonly value: string };

type Raw =
  | { readonly lng: number; readonly lat: number }
  | { readonly bad: string; readonly why: ImpossiblePosition };

/** A position this far from the pack's bounds is not of this city. */
const FAR_OUTSIDE_M = 50_000;
/** Within this of 0° N 0° E lies nothing but unset fields. */
const ZERO_DEG = 1e-3;
const RAD = Math.PI / 180;

/**
 * Compiles where positions come from: sources in order, the first that is not blank counts. The
 * result is WGS 84 at the seven decimals that are stored. Without `bounds` only the globe is
 * checked.
 */
export function positionReader(
  from: PositionFrom | readonly PositionFrom[],
  { datum, bounds, blanks }: { datum: Datum; bounds: Bounds | null; blanks: ReadonlySet<string> },
): (record: ForeignRecord) => PositionReading {
  const sources = (Array.isArray(from) ? (from as PositionFrom[]) : [from as PositionFrom]).map(
    (source) => rawReader(source, blanks),
  );
  return function readPosition(record) {
    for (const read of sources) {
      const raw = read(record);
      if (raw) return judge(raw, datum, bounds);
    }
    return { kind: "missing" };
  };
}

function rawReader(
  from: PositionFrom,
  blanks: ReadonlySet<string>,
): (record: ForeignRecord) => Raw | null {
  if (from === "geometry") return ({ geometry }) => (geometry ? ofGeometry(geometry) : null);
  if ("wkt" in from) {
    const read = fieldReader(from.wkt, blanks);
    return (record) => ofText(read(record), parseWktPoint, /\bEMPTY$/i);
  }
  if ("text" in from) {
    const read = fieldReader(from.text, blanks);
    const order: AxisOrder = from.order;
    return (record) => ofText(read(record), (text) => parsePair(text, order), null);
  }
  const [readLng, readLat] = [fieldReader(from.lng, blanks), fieldReader(from.lat, blanks)];
  return function readPair(record) {
    const [lngValue, latValue] = [readLng(record), readLat(record)];
    if (lngValue === null && latValue === null) return null;
    const [lng, lat] = [parseDegrees(lngValue), parseDegrees(latValue)];
    if (!lng || !lat || lng.axis === "lat" || lat.axis === "lng") {
      return { bad: `${lngValue ?? ""}, ${latValue ?? ""}`, why: "not-a-number" };
    }
    return { lng: lng.degrees, lat: lat.degrees };
  };
}

function ofText(
  value: unknown,
  parse: (text: string) => { lng: number; lat: number } | null,
  empty: RegExp | null,
): Raw | null {
  if (value === null) return null;
  const text = String(value);
  if (empty?.test(text)) return null;
  return parse(text) ?? { bad: text, why: "not-a-number" };
}

function ofGeometry(geometry: Geometry): Raw | null {
  const coordinates: unknown =
    geometry.type === "Point"
      ? geometry.coordinates
      : geometry.type === "MultiPoint" && geometry.coordinates.length === 1
        ? geometry.coordinates[0]
        : undefined;
  if (coordinates === undefined) return { bad: String(geometry.type), why: "not-a-point" };
  if (!Array.isArray(coordinates)) return { bad: String(coordinates), why: "not-a-number" };
  if (coordinates.length === 0) return null;
  const [lng, lat] = coordinates as unknown[];
  if (typeof lng === "number" && typeof lat === "number") return { lng, lat };
  return { bad: coordinates.join(", "), why: "not-a-number" };
}

function judge(raw: Raw, datum: Datum, bounds: Bounds | null): PositionReading {
  if ("bad" in raw) return { kind: "impossible", why: raw.why, value: raw.bad };
  const { lng, lat } = raw;
  const value = `${lng}, ${lat}`;
  if (!Number.isFinite(lng) || !Number.isFinite(lat)) {
    return { kind: "impossible", why: "not-a-number", value };
  }
  if (Math.abs(lng) < ZERO_DEG && Math.abs(lat) < ZERO_DEG) {
    return { kind: "impossible", why: "zero-position", value };
  }
  const at = converted(lng, lat, datum);
  const awayM = at && bounds ? distanceToBoundsM(at, bounds) : 0;
  if (at && awayM <= FAR_OUTSIDE_M) {
    return { kind: "placed", at: storedLngLat(at[0], at[1]), isOutsideBounds: awayM > 0 };
  }
  const exchanged = converted(lat, lng, datum);
  if (exchanged && (!bounds || distanceToBoundsM(exchanged, bounds) <= FAR_OUTSIDE_M)) {
    return { kind: "swapped", value };
  }
  return { kind: "impossible", why: at ? "far-outside" : "out-of-range", value };
}

/** WGS 84, or null off the globe; BD-09 may cross its edge by metres. */
function converted(lng: number, lat: number, datum: Datum): LngLat | null {
  const margin = datum === "bd09" ? 0.01 : 0;
  return isPosition(lng, lat) && isPosition(Math.abs(lng) + margin, Math.abs(lat) + margin)
    ? toWgs84(lng, lat, datum)
    : null;
}

/**
 * Metres from a position to the nearest point of `bounds`, 0 inside; equirectangular, good to a
 * percent at 50 km.
 */
function distanceToBoundsM([lng, lat]: LngLat, [west, south, east, north]: Bounds): number {
  const dLat = Math.max(south - lat, 0, lat - north);
  const dLng = Math.max(west - lng, 0, lng - east);
  if (dLat === 0 && dLng === 0) return 0;
  const nearestLat = Math.max(south, Math.min(north, lat));
  return EARTH_RADIUS_M * RAD * Math.hypot(dLat, dLng * Math.cos(((lat + nearestLat) / 2) * RAD));
}
