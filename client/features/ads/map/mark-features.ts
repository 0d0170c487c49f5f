import type { Feature, FeatureCollection, Position } from "geojson";
import type { AdRoads, AdSpot } from "../../../../domain/contract/ads.ts";
import { type AxisSpot, beside, nearestSpot } from "./axis.ts";

/** How far beside the axis marks sit: from afar, from nearer, and where they truly are. */
export const markTiers = [
  { id: "far", minzoom: 12, maxzoom: 14, asideM: 33 },
  { id: "near", minzoom: 14, maxzoom: 16.5, asideM: 16 },
  { id: "true", minzoom: 16.5, maxzoom: 24, asideM: null },
] as const;
export type MarkTier = (typeof markTiers)[number];

/** Within so much of the axis a mark is on neither side. */
const MIDDLE_M = 0.5;

type Marked = Pick<AdSpot, "id" | "position" | "road" | "side">;

/** A mark with the axis that it belongs to; null for what serves no road. */
export type PlacedMark<M extends Marked = Marked> = {
  readonly mark: M;
  readonly spot: AxisSpot | null;
};

export type AxesByKey = ReadonlyMap<string, readonly (readonly Position[])[]>;

export function axesOf(roads: AdRoads | undefined): AxesByKey {
  return new Map(
    roads?.features.map(({ geometry, properties }) => [properties.key, geometry.coordinates]),
  );
}

/** Finds each mark's place on its road once; every tier and theme is made of that. */
export function placeMarks<M extends Marked>(
  marks: readonly M[],
  axes: AxesByKey,
): PlacedMark<M>[] {
  return marks.map((mark) => {
    const axis = mark.road === null ? undefined : axes.get(mark.road);
    return { mark, spot: axis ? nearestSpot(axis, [...mark.position]) : null };
  });
}

/** Where a mark is drawn in a tier: on its own side of the axis, a median one on the axis. */
export function markPosition({ mark, spot }: PlacedMark, asideM: number | null): Position {
  if (asideM === null || spot === null) return [...mark.position];
  const isMiddle = mark.side === 0 || Math.abs(spot.leftM) < MIDDLE_M;
  return beside(spot, isMiddle ? 0 : Math.sign(spot.leftM) * asideM);
}

export function markFeatures<M extends Marked>(
  placed: readonly PlacedMark<M>[],
  tier: MarkTier,
  propertiesOf: (mark: M) => Readonly<Record<string, string | number | boolean>>,
): FeatureCollection {
  const features = placed.map(
    (each): Feature => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: markPosition(each, tier.asideM) },
      properties: { id: each.mark.id, ...propertiesOf(each.mark) },
    }),
  );
  return { type: "FeatureCollection", features };
}

/** Of those that stand: `removed` ones stand no more. */
export function standing(ads: Iterable<AdSpot>): AdSpot[] {
  return [...ads].filter(({ state }) => state !== "removed");
}
