import { metresBetween, type PlaneSpot, visitRoute } from "../../domain/case/visit-route.ts";
import type { PlannedVisits } from "../../domain/contract/cases.ts";
import type { ProblemFeature } from "../../domain/contract/problems.ts";
import { lngLat } from "../../domain/spatial/lng-lat.ts";
import { localPlane } from "../../domain/spatial/local-plane.ts";

export type PlannedVisit = PlannedVisits["visits"][number];

/** A visit of the round; `number` from 1 along the route, null without a position. */
export type RoundStop = {
  readonly visit: PlannedVisit;
  readonly number: number | null;
  /** From the stop before, or from where the inspector is; straight, not along streets. Null: not known. */
  readonly distanceM: number | null;
};

type Degrees = readonly [lng: number, lat: number];

/** The visits in the order to make them, those without a position last. `from`: where the inspector is; null: not known. */
export function roundStops(visits: readonly PlannedVisit[], from: Degrees | null): RoundStop[] {
  const placed = visits.filter(({ feature }) => feature.geometry !== null);
  const rest = visits.filter(({ feature }) => feature.geometry === null);
  const origin = from ?? degreesOf(placed[0]?.feature) ?? [0, 0];
  const spotAt = spotsAbout(origin);
  const spots = placed.map(({ feature }) => spotAt(degreesOf(feature) ?? origin));
  const start = from && spotAt(from);
  let before = start;
  const stops = visitRoute(spots, start).flatMap((i, at): RoundStop[] => {
    const [visit, spot] = [placed[i], spots[i]];
    if (!visit || !spot) return [];
    const distanceM = before && metresBetween(before, spot);
    before = spot;
    return [{ visit, number: at + 1, distanceM }];
  });
  return [...stops, ...rest.map((visit) => ({ visit, number: null, distanceM: null }))];
}

/** What lies within so many metres of the route's stops or of the inspector, nearest first. */
export function nearRound(
  features: readonly ProblemFeature[],
  around: readonly Degrees[],
  withinM: number,
): { readonly feature: ProblemFeature; readonly distanceM: number }[] {
  const spotAt = spotsAbout(around[0] ?? [0, 0]);
  const spots = around.map(spotAt);
  return features
    .flatMap((feature) => {
      const degrees = degreesOf(feature);
      if (!degrees) return [];
      const distanceM = Math.min(...spots.map((spot) => metresBetween(spot, spotAt(degrees))));
      return distanceM <= withinM ? [{ feature, distanceM }] : [];
    })
    .sort((a, b) => a.distanceM - b.distanceM);
}

/** Degrees added around a box, about 500 m, and what its sides are rounded out to. */
const BOX_MARGIN = 0.006;
const BOX_STEP = 0.01;

/** What lies about some visits, as a filter takes it; rounded, so that the same round asks the same. Null: no positions. */
export function boxAround(visits: readonly PlannedVisit[]): string | null {
  const spots = visits.flatMap(({ feature }) => {
    const degrees = degreesOf(feature);
    return degrees ? [degrees] : [];
  });
  if (spots.length === 0) return null;
  const low = (values: readonly number[]) =>
    Math.floor((Math.min(...values) - BOX_MARGIN) / BOX_STEP);
  const high = (values: readonly number[]) =>
    Math.ceil((Math.max(...values) + BOX_MARGIN) / BOX_STEP);
  const [lngs, lats] = [spots.map(([lng]) => lng), spots.map(([, lat]) => lat)];
  const sides = [low(lngs), low(lats), high(lngs), high(lats)];
  return sides.map((side) => (side * BOX_STEP).toFixed(2)).join(",");
}

export function degreesOf(feature: ProblemFeature | undefined): Degrees | null {
  const coordinates = feature?.geometry?.coordinates;
  return coordinates ? [coordinates[0] ?? 0, coordinates[1] ?? 0] : null;
}

function spotsAbout([lng0, lat0]: Degrees): (at: Degrees) => PlaneSpot {
  const plane = localPlane(lngLat(lng0, lat0));
  return ([lng, lat]) => ({ x: plane.x(lng), y: plane.y(lat) });
}
