import type { MultiPolygon, Polygon } from "geojson";
import type { AdInstance } from "../ad-instance.ts";
import { isInRing } from "../audit/segment-geometry.ts";
import type { RoadNetwork } from "../roads/road-units.ts";

/** Part of a city, in the coordinates of the instance as it was given. */
export type AdScope = Polygon | MultiPolygon;

/**
 * A city in which only the roads and places of a scope need anything: roads with at least half of their drawn length in it,
 * places with their middle in it. All else stays as it is – the other roads, what stands, every site – so that a plan for a
 * part breaks no rule of the whole. `given` has the coordinates of the scope, `planar` metres.
 */
export function scopedCity(
  given: AdInstance,
  planar: AdInstance,
  network: RoadNetwork,
  scope: AdScope,
): { instance: AdInstance; network: RoadNetwork } {
  const { rules } = planar;
  const isWithin = insideOf(scope);
  const groups = { ...rules.groups };
  const roads = network.roads.map((road) => {
    const lines = road.segments.map((s) => network.segments[s]!.order);
    const rule = rules.groups[road.group];
    if (!rule || shareWithin(given, lines, isWithin) >= 0.5) return road;
    const group = unusedName(`${road.group} needless`, rules.groups);
    groups[group] = { ...rule, ...NEEDLESS };
    return { ...road, group };
  });
  const areas = planar.areas.filter((_, a) => {
    const ring = given.areas[a]!.polygon;
    const [x, y] = [0, 1].map((k) => ring.reduce((sum, p) => sum + p[k]!, 0) / ring.length);
    return isWithin(x!, y!);
  });
  const instance = { ...planar, areas, rules: { ...rules, groups } };
  return { instance, network: { ...network, roads } };
}

/** A rule that asks for nothing; spacing and reach hold on. */
const NEEDLESS = { perKm: 0, minCount: 0, maxGap: null, perSideShare: null };

function unusedName(name: string, groups: AdInstance["rules"]["groups"]): string {
  return Object.hasOwn(groups, name) ? unusedName(`${name}'`, groups) : name;
}

/** Of the length of some lines, the share of the edges whose middle is inside. */
function shareWithin(
  { segments }: AdInstance,
  lines: readonly number[],
  isWithin: (x: number, y: number) => boolean,
): number {
  let [all, inside] = [0, 0];
  for (const s of lines) {
    const { coords } = segments[s]!;
    for (let i = 1; i < coords.length; i++) {
      const [[ax, ay], [bx, by]] = [coords[i - 1]!, coords[i]!];
      const length = Math.hypot(bx - ax, by - ay);
      all += length;
      if (isWithin((ax + bx) / 2, (ay + by) / 2)) inside += length;
    }
  }
  return all > 0 ? inside / all : 0;
}

function insideOf(scope: AdScope): (x: number, y: number) => boolean {
  const polygons = scope.type === "Polygon" ? [scope.coordinates] : scope.coordinates;
  return (x, y) =>
    polygons.some(
      ([outer = [], ...holes]) =>
        isInRing(x, y, outer) && !holes.some((hole) => isInRing(x, y, hole)),
    );
}
