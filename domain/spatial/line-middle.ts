import type { LineString, MultiLineString, Position } from "geojson";
import { EARTH_RADIUS_M, type LngLat, lngLat } from "./lng-lat.ts";

const RAD = Math.PI / 180;

/** Metres along all lines of a geometry; equirectangular a segment at a time. */
export function lineLengthM(geometry: LineString | MultiLineString): number {
  return linesOf(geometry).reduce((sum, line) => sum + lengthOf(line), 0);
}

/** The position half-way along the longest line of a geometry. */
export function lineMiddle(geometry: LineString | MultiLineString): LngLat {
  const lines = linesOf(geometry);
  const longest = lines.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a), lines[0] ?? []);
  let left = lengthOf(longest) / 2;
  for (let i = 1; i < longest.length; i++) {
    const [a, b] = [longest[i - 1]!, longest[i]!];
    const step = stepM(a, b);
    if (step >= left && step > 0) {
      const share = left / step;
      return lngLat(a[0]! + share * (b[0]! - a[0]!), a[1]! + share * (b[1]! - a[1]!));
    }
    left -= step;
  }
  const [lng = 0, lat = 0] = longest.at(-1) ?? [];
  return lngLat(lng, lat);
}

function lengthOf(line: readonly Position[]): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) sum += stepM(line[i - 1]!, line[i]!);
  return sum;
}

function stepM(a: Position, b: Position): number {
  const cos = Math.cos(((a[1]! + b[1]!) / 2) * RAD);
  return EARTH_RADIUS_M * RAD * Math.hypot((b[0]! - a[0]!) * cos, b[1]! - a[1]!);
}

function linesOf(geometry: LineString | MultiLineString): readonly Position[][] {
  return geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
}
