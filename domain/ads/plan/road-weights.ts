import type { AdRules } from "../ad-rules.ts";
import { servingIndex } from "../audit/serving.ts";
import type { RoadNetwork } from "../roads/road-units.ts";

/** What speaks for ads near a spot, in metres. */
export type WeightedSpot = { readonly x: number; readonly y: number; readonly weight: number };

/** A spot counts for the road nearest to it, as far as this. */
const REACH_M = 60;

/**
 * What an ad is worth on each road: 1, and the weights of the spots along it per kilometre, so that a long road is not
 * worth more for its length. Roads that nothing speaks for are left out: they are worth 1.
 */
export function roadWeights(
  network: RoadNetwork,
  rules: AdRules,
  spots: readonly WeightedSpot[],
): Record<string, number> {
  const groups = Object.fromEntries(
    Object.entries(rules.groups).map(([name, group]) => [name, { ...group, serveDist: REACH_M }]),
  );
  const index = servingIndex(network, { ...rules, groups });
  const sums = new Map<number, number>();
  for (const { x, y, weight } of spots) {
    const [nearest] = index.servedBy({ x, y });
    if (nearest) sums.set(nearest.road, (sums.get(nearest.road) ?? 0) + weight);
  }
  const weights = [...sums].map(([r, sum]) => {
    const { key, lengthM } = network.roads[r]!;
    const perKm = lengthM > 0 ? (1000 * sum) / lengthM : 0;
    return [key, Number((1 + perKm).toFixed(6))] as const;
  });
  return Object.fromEntries(weights);
}
