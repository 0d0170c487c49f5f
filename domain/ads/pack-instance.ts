import type { PlaceOfInterest } from "../place-of-interest.ts";
import type { RoadSection } from "../road-section.ts";
import type { AdCandidateProperties, AdProperties } from "./ad.ts";
import type { AdInstance } from "./ad-instance.ts";
import type { AdRules } from "./ad-rules.ts";
import { shareOfKind } from "./audited-only-rules.ts";
import type { PackHoarding, PackScreen } from "./board.ts";

type Located<T> = T & { readonly x: number; readonly y: number };

/** What a pack says of its ads, in degrees. */
export type PackAds = {
  readonly ads: readonly Located<AdProperties>[];
  readonly candidates: readonly Located<AdCandidateProperties>[];
  readonly hoardings: readonly Located<PackHoarding>[];
  readonly screens: readonly Located<PackScreen>[];
  /** Where no ad may be put up; radii in metres. */
  readonly forbidden: AdInstance["forbidden"];
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
  { ads, candidates, hoardings, screens, forbidden }: PackAds,
  rules: AdRules,
): AdInstance {
  const judgedPlaces = placesOf(places, rules);
  return {
    crs: "EPSG:4326",
    segments: segmentsOf(roads, rules),
    ads: [...ads],
    candidates: [...candidates],
    areas: areasOf(places, rules),
    forbidden: [...forbidden],
    rules,
    ...(judgedPlaces.length > 0 && { places: judgedPlaces }),
    ...(hoardings.length > 0 && { hoardings: hoardings.map(asked(rules.hoardingMinShare)) }),
    ...(screens.length > 0 && { screens: screens.map(asked(rules.screenMinShare)) }),
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
    const polygon = outlineOf(geometry);
    return min === undefined || !polygon ? [] : [{ id, kind, min, polygon }];
  });
}

type JudgedPlace = NonNullable<AdInstance["places"]>[number];

/** Places of which something is asked that an area does not say. */
function placesOf(places: readonly PlaceOfInterest[], rules: AdRules): JudgedPlace[] {
  const isAsked = (kind: string) =>
    [rules.placeThemes, rules.placeSpacingM].some((byKind) => Object.hasOwn(byKind ?? {}, kind));
  return places.flatMap(({ id, name, kind, geometry }): JudgedPlace[] => {
    if (geometry.type === "Point") {
      const [x = 0, y = 0] = geometry.coordinates;
      const isCounted = Object.hasOwn(rules.places ?? {}, kind);
      return isCounted || isAsked(kind) ? [{ id, name, kind, x, y }] : [];
    }
    const polygon = outlineOf(geometry);
    return isAsked(kind) && polygon ? [{ id, name, kind, polygon }] : [];
  });
}

function outlineOf(geometry: PlaceOfInterest["geometry"]): [number, number][] | null {
  if (geometry.type === "Point") return null;
  const [ring] =
    geometry.type === "Polygon" ? geometry.coordinates : (geometry.coordinates[0] ?? []);
  if (!ring || ring.length < 3) return null;
  return ring.map(([x = 0, y = 0]): [number, number] => [x, y]);
}

/** With what is asked of it: by the rules for its kind, else as the pack has it, else nothing. */
function asked(shares: AdRules["hoardingMinShare"]) {
  return <T extends PackHoarding | PackScreen>(board: T): T & { minShare: number } => ({
    ...board,
    minShare: shareOfKind(shares, board.kind)?.share ?? board.minShare ?? 0,
  });
}
