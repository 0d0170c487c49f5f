import type { Datum } from "../../spatial/datum.ts";
import type { PlacedAd } from "./placed-ad.ts";

/** A row with where it stands. */
export type SnappedRow = { readonly row: number; readonly id: string; readonly placed: PlacedAd };

export type RoadShare = {
  readonly key: string;
  readonly name: string | null;
  readonly group: string;
  readonly count: number;
};

/** Which roads the rows of a file are hosted by. */
export type Snapping = {
  readonly all: number;
  /** Of them, those that serve a road. */
  readonly onRoads: number;
  /** Those that stand in a place alone. */
  readonly inAreas: number;
  readonly left: number;
  readonly right: number;
  readonly middle: number;
  /** To the carriageway; null where none serves a road. */
  readonly distanceM: { readonly median: number; readonly p95: number } | null;
  /** Most rows first, then by key. */
  readonly roads: readonly RoadShare[];
  /** In the order of the file. */
  readonly unserved: readonly SnappedRow[];
};

export function snappingOf(rows: readonly SnappedRow[]): Snapping {
  const shares = new Map<string, RoadShare>();
  const distances: number[] = [];
  const sides = { left: 0, right: 0, middle: 0 };
  for (const { placed } of rows) {
    const { road } = placed;
    if (!road) continue;
    const { key, name, group } = road;
    shares.set(key, { key, name, group, count: (shares.get(key)?.count ?? 0) + 1 });
    distances.push(road.distanceM);
    sides[road.side > 0 ? "left" : road.side < 0 ? "right" : "middle"]++;
  }
  distances.sort((a, b) => a - b);
  const at = (share: number) => distances[Math.floor(share * (distances.length - 1))]!;
  const unserved = rows.filter(({ placed }) => !placed.road && placed.areas.length === 0);
  return {
    all: rows.length,
    onRoads: distances.length,
    inAreas: rows.length - distances.length - unserved.length,
    ...sides,
    distanceM: distances.length === 0 ? null : { median: at(0.5), p95: at(0.95) },
    roads: [...shares.values()].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)),
    unserved,
  };
}

export type DatumCount = { readonly datum: Datum; readonly served: number };

/** Where fewer than this share serve a road their datum may be wrong. */
const SERVED_SHARE = 0.95;

/**
 * Whether positions may be in another datum than was said, and which one would put more of them by a road. Null: enough serve
 * a road, or there are none.
 */
export function datumAdvice(
  all: number,
  { datum, served }: DatumCount,
  others: readonly DatumCount[],
): { readonly served: number; readonly all: number; readonly better: DatumCount | null } | null {
  if (all === 0 || served >= SERVED_SHARE * all) return null;
  const better = others
    .filter((other) => other.datum !== datum && other.served > served)
    .sort((a, b) => b.served - a.served)[0];
  return { served, all, better: better ?? null };
}
