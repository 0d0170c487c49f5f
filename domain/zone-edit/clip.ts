import { area } from "@turf/area";
import { difference, type Geom, intersection } from "polyclip-ts";
import { EARTH_RADIUS_M } from "../spatial/lng-lat.ts";
import { storedPosition, tidyRing } from "./vertex.ts";
import type { Parts, Ring } from "./zone-shape.ts";

/** Smaller pieces, and pieces or holes thinner on average, come from rounding. As in `spatial/zone-topology.ts`. */
const NOISE_M2 = 1;
const NOISE_WIDTH_M = 0.02;

/** What of the first is in none of the others. Throws on a few tangled borders, as polyclip does. */
export function cutAway(parts: Parts, others: readonly Parts[]): Parts {
  return others.length === 0
    ? parts
    : solidParts(difference(parts as Geom, ...(others as unknown as Geom[])));
}

/** What lies in both. Throws on a few tangled borders, as polyclip does. */
export function common(parts: Parts, others: Parts): Parts {
  return solidParts(intersection(parts as Geom, others as Geom));
}

/** How much ground two have in common; 0 where clipping fails. */
export function overlapM2(parts: Parts, others: Parts): number {
  try {
    return area({ type: "MultiPolygon", coordinates: common(parts, others) });
  } catch {
    return 0;
  }
}

/** Positions at 7 decimals; slivers and thin holes left out; largest part first. */
export function solidParts(parts: Parts): Parts {
  const size = (rings: Ring[]) => area({ type: "Polygon", coordinates: rings });
  return parts
    .flatMap((rings): Parts => {
      const [outer, ...holes] = rings.map((ring) => tidyRing(ring.map(storedPosition)));
      if (!outer || !isSolid(outer)) return [];
      return [[outer, ...holes.flatMap((hole) => (hole && isSolid(hole) ? [hole] : []))]];
    })
    .sort((a, b) => size(b) - size(a));
}

function isSolid(ring: Ring): boolean {
  const areaM2 = area({ type: "Polygon", coordinates: [ring] });
  return areaM2 >= NOISE_M2 && (2 * areaM2) / lengthM(ring) >= NOISE_WIDTH_M;
}

function lengthM(ring: Ring): number {
  const mPerDegree = (EARTH_RADIUS_M * Math.PI) / 180;
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [ring[i - 1] ?? [], ring[i] ?? []];
    const mPerLng = mPerDegree * Math.cos((ay * Math.PI) / 180);
    sum += Math.hypot((bx - ax) * mPerLng, (by - ay) * mPerDegree);
  }
  return sum;
}
