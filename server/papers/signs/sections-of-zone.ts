import type { RoadClass, RoadSection } from "../../../domain/road-section.ts";
import { lineMiddle } from "../../../domain/spatial/line-middle.ts";
import type { LngLat } from "../../../domain/spatial/lng-lat.ts";
import type { City } from "../../city/city.ts";

const middles = new WeakMap<RoadSection, LngLat>();

/** Half-way along the section. */
export function middleOf(section: RoadSection): LngLat {
  const known = middles.get(section);
  if (known) return known;
  const middle = lineMiddle(section.geometry);
  middles.set(section, middle);
  return middle;
}

/**
 * Road sections whose midpoint lies in a zone as it is drawn on the day, by class, then name, then id: the order of a batch. Links and
 * motorways, which nobody answers for, are left out.
 */
export function sectionsOfZone(
  city: City,
  zoneId: string,
  on: number,
  roadClass?: RoadClass,
): RoadSection[] {
  const sheet = city.tables.registry.zones.at(on);
  const order: Readonly<Record<RoadClass, number>> = {
    arterial: 0,
    secondary: 1,
    branch: 2,
    lane: 3,
    none: 4,
  };
  return city.pack.roads
    .filter((section) => {
      if (section.class === "none" || (roadClass && section.class !== roadClass)) return false;
      const [lng, lat] = middleOf(section);
      return sheet.holding(lng, lat).some(({ id }) => id === zoneId);
    })
    .sort(
      (a, b) =>
        order[a.class] - order[b.class] ||
        compare(a.name ?? "\uffff", b.name ?? "\uffff") ||
        compare(a.id, b.id),
    );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
