import type { AdInstance } from "../ad-instance.ts";
import type { RoadNetwork } from "../roads/road-units.ts";
import { isInRing } from "./segment-geometry.ts";
import { type AdObject, type Served, servingIndex } from "./serving.ts";

/** What an ad or site serves: roads, its host first, and areas, as positions in their lists. */
export type Placement = { readonly served: readonly Served[]; readonly areas: readonly number[] };

/** Places objects of one instance. */
export type Placer = (object: AdObject) => Placement;

export function placer(
  instance: Pick<AdInstance, "rules" | "areas">,
  network: RoadNetwork,
): Placer {
  const index = servingIndex(network, instance.rules);
  const boxes = instance.areas.map(({ polygon }) => {
    const [xs, ys] = [polygon.map(([x]) => x), polygon.map(([, y]) => y)];
    return [Math.min(...xs) - 1, Math.min(...ys) - 1, Math.max(...xs) + 1, Math.max(...ys) + 1];
  });
  return (object) => {
    const areas: number[] = [];
    boxes.forEach(([west = 0, south = 0, east = 0, north = 0], a) => {
      const { x, y } = object;
      if (x < west || x > east || y < south || y > north) return;
      if (isInRing(x, y, instance.areas[a]!.polygon)) areas.push(a);
    });
    return { served: index.servedBy(object), areas };
  };
}

/** The roads that an ad counts for. */
export function countedFor({ served }: Placement, sharing: "all" | "nearest"): readonly Served[] {
  return sharing === "all" ? served : served.slice(0, 1);
}
