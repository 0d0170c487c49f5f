/**
 * Streets from great to small. Values are OSM `highway` values, so that they are written as they
 * are.
 */
export const streetKinds = [
  "trunk",
  "primary",
  "secondary",
  "tertiary",
  "unclassified",
  "residential",
  "living_street",
  "service",
  "footway",
] as const;
export type StreetKind = (typeof streetKinds)[number];

/**
 * Lines that divide land but carry no traffic: streets end before them or pass over or under. A
 * seam divides water, for the borders of areas only.
 */
export const barrierKinds = [
  "river",
  "canal",
  "shore",
  "rail",
  "motorway",
  "limit",
  "frame",
  "seam",
] as const;
export type BarrierKind = (typeof barrierKinds)[number];

export type LineKind = StreetKind | BarrierKind;

/** How strongly a line divides: the border of an area prefers the higher. 0 for a footway. */
export const dividingRank: Readonly<Record<LineKind, number>> = {
  frame: 9,
  limit: 9,
  river: 8,
  motorway: 8,
  rail: 7,
  trunk: 7,
  primary: 7,
  secondary: 5,
  shore: 4,
  canal: 4,
  tertiary: 3,
  unclassified: 3,
  residential: 2,
  living_street: 1,
  service: 1,
  footway: 0,
  seam: 1,
};

/**
 * Half the width of the street's own land, kerb to centre, in metres; 0 for barriers, whose land is
 * drawn apart.
 */
export const halfWidthM: Readonly<Record<LineKind, number>> = {
  trunk: 16,
  primary: 15,
  secondary: 11,
  tertiary: 8,
  unclassified: 5,
  residential: 6,
  living_street: 3.5,
  service: 3,
  footway: 1.5,
  river: 0,
  canal: 0,
  shore: 0,
  rail: 14,
  motorway: 22,
  limit: 0,
  frame: 0,
  seam: 0,
};

const STREETS: ReadonlySet<string> = new Set(streetKinds);

export function isStreet(kind: LineKind): kind is StreetKind {
  return STREETS.has(kind);
}
