import type { Position } from "geojson";
import type { NoteCode } from "../../../domain/note.ts";
import { type Datum, toWgs84 } from "../../../domain/spatial/datum.ts";
import {
  type Bounds,
  boundsContain,
  fromE7,
  isPosition,
  type LngLat,
  lngLat,
  toE7,
} from "../../../domain/spatial/lng-lat.ts";
import { outline } from "../../../domain/text/printable.ts";

/** What positions of a file are read with. */
export type CoordinateFrame = {
  readonly datum: Datum;
  /** WGS 84; a position beyond is taken with a note. Null: anywhere will do. */
  readonly allowed: Bounds | null;
  /** WGS 84; a position that lies in it only with its axes swapped is taken for swapped. */
  readonly reach: Bounds | null;
};

/** What reading the positions of one feature found; the first of each. */
export type PositionFindings = {
  bad: { code: NoteCode & ("coordinate-out-of-range" | "swapped-axes"); value: string } | null;
  outsideAt: LngLat | null;
  hasHeight: boolean;
};

/** Slack for rounding, in degrees: about ten centimetres. */
const SLACK_DEG = 1e-6;
/** The least that a city's surroundings are taken to reach beyond it, in degrees. */
const REACH_DEG = 0.05;

/**
 * Turns a position, in place, into WGS 84 of two numbers with 7 decimals. What is no position at
 * all, or has its axes swapped, is put into `findings` and left as it is.
 */
export function settlePosition(
  position: unknown,
  { datum, allowed, reach }: CoordinateFrame,
  findings: PositionFindings,
): void {
  const numbers = Array.isArray(position) ? (position as Position) : [];
  const [lng, lat] = numbers;
  if (typeof lng !== "number" || typeof lat !== "number" || !isPosition(lng, lat)) {
    const isSwapped =
      typeof lng === "number" && typeof lat === "number" && isTurned(lng, lat, reach);
    findings.bad ??= badPosition(isSwapped, position);
    return;
  }
  if (reach && !boundsContain(reach, lng, lat) && isTurned(lng, lat, reach)) {
    findings.bad ??= badPosition(true, position);
    return;
  }
  if (numbers.length > 2) {
    findings.hasHeight = true;
    numbers.length = 2;
  }
  const shifted = datum === "wgs84" || datum === "cgcs2000" ? numbers : toWgs84(lng, lat, datum);
  numbers[0] = fromE7(toE7(shifted[0] ?? lng));
  numbers[1] = fromE7(toE7(shifted[1] ?? lat));
  if (allowed && findings.outsideAt === null && !boundsContain(allowed, numbers[0], numbers[1])) {
    findings.outsideAt = lngLat(numbers[0], numbers[1]);
  }
}

/** Bounds with as much again on every side: what a city's roads and rivers may run out to. */
export function reachOf([west, south, east, north]: Bounds): Bounds {
  const x = Math.max(REACH_DEG, east - west);
  const y = Math.max(REACH_DEG, north - south);
  return [west - x, south - y, east + x, north + y];
}

/** Bounds that forgive rounding. */
export function withSlack([west, south, east, north]: Bounds): Bounds {
  return [west - SLACK_DEG, south - SLACK_DEG, east + SLACK_DEG, north + SLACK_DEG];
}

/** Without a reach, only what is off the globe one way and on it the other counts as swapped. */
function isTurned(lng: number, lat: number, reach: Bounds | null): boolean {
  return reach ? boundsContain(reach, lat, lng) : isPosition(lat, lng);
}

function badPosition(isSwapped: boolean, position: unknown): PositionFindings["bad"] {
  const code = isSwapped ? "swapped-axes" : "coordinate-out-of-range";
  return { code, value: outline(position) };
}
