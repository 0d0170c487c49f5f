import type { PlaceOfInterest } from "../place-of-interest.ts";
import type { RoadSection } from "../road-section.ts";
import type { AdCandidateProperties, AdProperties } from "./ad.ts";
import type { AdInstance } from "./ad-instance.ts";
import type { AdRules } from "./ad-rules.ts";

type Located<T> = T & { readonly x: number; readonly y: number };

/** What a pack says of its ads, in degrees. */
export type PackAds = {
  readonly ads: readonly Located<AdProperties>[];
  readonly candidates: readonly Located<AdCandidateProperties>[];
  /** Null when the pack has none. */
  readonly rules: (AdRules & AdRuleStamp) | null;
};

export type AdRuleStamp = {
  readonly version: string;
  readonly issuedOn: string;
  readonly source: string;
};

/**
 * A city as an instance. A line that is drawn twice is taken once; a road's class is looked up as
 * OSM has it where the rules know that, else as the city has it.
 */
export function packInstance(
  { roads, places }: { roads: readonly RoadSection[]; places: readonly PlaceOfInterest[] },
  { ads, candidates }: PackAds,
  rules: AdRules,
): AdInstance {
  return {
    crs: "EPSG:4326",
    segments: segmentsOf(roads, rules),
    ads: [...ads],
    candidates: [...candidates],
    areas: areasOf(places, rules),
    forbidden: [],
    rules,
    ...(rules.themes && { themes: { minShare: rules.themes.minShare, newAds: 0 } }),
  };
}

function segmentsOf(roads: readonly RoadSection[], rules: AdRules): AdInstance["segments"] {
  const seen = new Set<string>();
  return roads.flatMap(({ id, name, highway, class: roadClass, isOneway, geometry }) => {
    const known = highway !== null && Object.hasOwn(rules.classes, highway) ? highway : roadClass;
    const parts = geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
    return parts.flatMap((part) => {
      const coords = part.map(([x = 0, y = 0]): [number, number] => [x, y]);
      const drawn = JSON.stringify([name, known, coords]);
      if (coords.length < 2 || seen.has(drawn)) return [];
      seen.add(drawn);
      seen.add(JSON.stringify([name, known, coords.toReversed()]));
      return [{ id, name, class: known, oneway: isOneway, coords }];
    });
  });
}

/** Places whose kind the rules ask ads of, as far as they are areas. */
function areasOf(places: readonly PlaceOfInterest[], rules: AdRules): AdInstance["areas"] {
  return places.flatMap(({ id, kind, geometry }) => {
    const min = Object.hasOwn(rules.places ?? {}, kind) ? rules.places?.[kind] : undefined;
    if (min === undefined || geometry.type === "Point") return [];
    const [ring] =
      geometry.type === "Polygon" ? geometry.coordinates : (geometry.coordinates[0] ?? []);
    if (!ring || ring.length < 3) return [];
    return [{ id, kind, min, polygon: ring.map(([x = 0, y = 0]): [number, number] => [x, y]) }];
  });
}
