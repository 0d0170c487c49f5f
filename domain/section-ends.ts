import type { Position } from "geojson";
import type { RoadClass, RoadSection } from "./road-section.ts";
import { toE7 } from "./spatial/lng-lat.ts";

/** What a road section meets at one of its ends. */
export type SectionEnd =
  /** Another road with a name; the widest one first. */
  | { readonly kind: "road"; readonly names: readonly string[] }
  /** A road without a name. */
  | { readonly kind: "junction" }
  /** Only the same road, drawn on. */
  | { readonly kind: "continues" }
  /** Nothing. */
  | { readonly kind: "dead-end" };

export type SectionEnds = { readonly from: SectionEnd; readonly to: SectionEnd };

/** Looks up what a section meets; made once for all roads of a city, in one pass over their vertices. */
export type SectionEndFinder = (section: RoadSection) => SectionEnds;

const WIDTH: Readonly<Record<RoadClass, number>> = {
  arterial: 0,
  secondary: 1,
  branch: 2,
  lane: 3,
  none: 4,
};

/**
 * Roads meet where they share a vertex, at 7 decimals: an end that lies on the middle of another road meets it too. From
 * and to are west to east, or south to north where the section runs steeper, so that the two carriageways of a road
 * read alike whichever way they were drawn.
 */
export function sectionEnds(roads: readonly RoadSection[]): SectionEndFinder {
  const at = new Map<string, RoadSection[]>();
  for (const road of roads) {
    for (const key of new Set(linesOf(road).flat().map(keyOf))) {
      const others = at.get(key);
      if (others) others.push(road);
      else at.set(key, [road]);
    }
  }
  function endAt(section: RoadSection, position: Position): SectionEnd {
    const met = (at.get(keyOf(position)) ?? []).filter(({ id }) => id !== section.id);
    const others = met.filter(({ name }) => (name ?? "") !== "" && name !== section.name);
    if (others.length > 0) {
      others.sort((a, b) => WIDTH[a.class] - WIDTH[b.class] || (a.id < b.id ? -1 : 1));
      return { kind: "road", names: [...new Set(others.map(({ name }) => name ?? ""))] };
    }
    if (met.some(({ name }) => (name ?? "") === "" && section.name !== name))
      return { kind: "junction" };
    return met.length > 0 ? { kind: "continues" } : { kind: "dead-end" };
  }
  return (section) => {
    const [first, last] = endPositions(section);
    const [from, to] = isReadBackwards(first, last) ? [last, first] : [first, last];
    return { from: endAt(section, from), to: endAt(section, to) };
  };
}

/** First and last vertex; of several lines, those of the first and the last. */
export function endPositions(section: RoadSection): [Position, Position] {
  const lines = linesOf(section);
  return [lines[0]?.[0] ?? [0, 0], lines.at(-1)?.at(-1) ?? [0, 0]];
}

function isReadBackwards([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): boolean {
  return Math.abs(bx - ax) >= Math.abs(by - ay) ? bx < ax : by < ay;
}

function linesOf({ geometry }: RoadSection): Position[][] {
  return geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
}

function keyOf([lng = 0, lat = 0]: Position): string {
  return `${toE7(lng)} ${toE7(lat)}`;
}
