import { type LngLat, lngLat } from "../../spatial/lng-lat.ts";
import type { LocalPlane } from "../../spatial/local-plane.ts";
import { type Chain, lengthOf, pointAlong } from "../roads/chain.ts";
import type { RoadNetwork } from "../roads/road-units.ts";

/** A road is looked at so often along its way, metres. */
const STEP_M = 50;

/** The area that holds the longest part of each road's axis, by id; ties: the smaller id. Null: none holds any. */
export function longestAreas(
  { roads }: RoadNetwork,
  plane: LocalPlane,
  areaAt: (at: LngLat) => string | null,
): (string | null)[] {
  return roads.map(({ axis }) => {
    const lengths = new Map<string, number>();
    for (const piece of axis) {
      eachStep(piece, (x, y, lengthM) => {
        const area = areaAt(plane.toLngLat(x, y));
        if (area !== null) lengths.set(area, (lengths.get(area) ?? 0) + lengthM);
      });
    }
    const [longest] = [...lengths].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    return longest?.[0] ?? null;
  });
}

/** The point half-way along the longest piece of each road's axis: longitude, latitude each. */
export function middlesOf({ roads }: RoadNetwork, plane: LocalPlane): Float64Array {
  const middles = new Float64Array(2 * roads.length);
  roads.forEach(({ axis }, r) => {
    const [longest] = axis.toSorted((a, b) => lengthOf(b) - lengthOf(a));
    if (!longest) return;
    const { x, y } = pointAlong(longest, lengthOf(longest) / 2);
    const [lng, lat] = plane.toLngLat(x, y);
    middles[2 * r] = lng;
    middles[2 * r + 1] = lat;
  });
  return middles;
}

/** The axis in degrees, seven decimals. */
export function axisLines(axis: readonly Chain[], plane: LocalPlane): LngLat[][] {
  return axis.map(({ xy }) => {
    const line: LngLat[] = [];
    for (let i = 0; i < xy.length; i += 2) line.push(roundedAt(plane, xy[i]!, xy[i + 1]!));
    return line;
  });
}

/** To seven decimals, a centimetre. */
export function roundedAt(plane: LocalPlane, x: number, y: number): LngLat {
  const [lng, lat] = plane.toLngLat(x, y);
  return lngLat(Math.round(lng * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7);
}

function eachStep({ xy }: Chain, take: (x: number, y: number, lengthM: number) => void): void {
  for (let i = 2; i < xy.length; i += 2) {
    const [ax, ay, bx, by] = [xy[i - 2]!, xy[i - 1]!, xy[i]!, xy[i + 1]!];
    const lengthM = Math.hypot(bx - ax, by - ay);
    const steps = Math.max(1, Math.ceil(lengthM / STEP_M));
    for (let s = 0; s < steps; s++) {
      const share = (s + 0.5) / steps;
      take(ax + share * (bx - ax), ay + share * (by - ay), lengthM / steps);
    }
  }
}
