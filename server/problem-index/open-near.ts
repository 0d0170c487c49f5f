import { EARTH_RADIUS_M, fromE7 } from "../../domain/spatial/lng-lat.ts";
import type { ProblemIndex } from "./problem-index.ts";
import type { RowFilter } from "./row-filter.ts";

export type NearRow = { readonly seq: number; readonly distanceM: number };

const DEGREE_M = (EARTH_RADIUS_M * Math.PI) / 180;

/** West, south, east, north of a circle, for the filter that `rowsNear` is given. */
export function boxAround(
  [lng, lat]: readonly [number, number],
  radiusM: number,
): [number, number, number, number] {
  const up = radiusM / DEGREE_M;
  const aside = up / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  return [lng - aside, lat - up, lng + aside, lat + up];
}

/** Reports that pass the filter within a circle of some hundred metres, nearest first. */
export function rowsNear(
  index: ProblemIndex,
  filter: RowFilter,
  [lng, lat]: readonly [number, number],
  radiusM: number,
): NearRow[] {
  const { columns } = index;
  const found: NearRow[] = [];
  const matches = index.match(filter);
  const shrink = Math.cos((lat * Math.PI) / 180);
  for (let i = 0; i < matches.count; i++) {
    const row = matches.rows[i]!;
    const east = (fromE7(columns.lngE7[row]!) - lng) * shrink;
    const north = fromE7(columns.latE7[row]!) - lat;
    const distanceM = Math.hypot(east, north) * DEGREE_M;
    if (distanceM <= radiusM) found.push({ seq: columns.serial[row]! + 1, distanceM });
  }
  return found.sort((a, b) => a.distanceM - b.distanceM || a.seq - b.seq);
}
