import type { AdPlanResult } from "../../../../domain/contract/ads-plans.ts";

type Greedy = NonNullable<AdPlanResult["greedy"]>;

/** How much more the simple way takes, costs and leaves unmet than the plan; less than nothing where it is less. */
export function greedyDifference(
  { actions, cost, unmet, minUnmet }: AdPlanResult,
  greedy: Greedy,
): Greedy {
  const left = minUnmet ?? unmet?.reduce((sum, { missing }) => sum + missing, 0) ?? 0;
  return {
    actions: greedy.actions - actions.length,
    cost: greedy.cost - cost,
    unmet: greedy.unmet - left,
  };
}
