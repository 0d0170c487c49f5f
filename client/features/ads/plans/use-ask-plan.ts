import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { NewAdPlan } from "../../../../domain/contract/ads-plans.ts";
import { askAdPlan } from "../../../api/ad-plan-queries.ts";
import { ADS_PLANS_KEY } from "../../../api/ads-queries.ts";

/** Asks for a plan; the list is asked anew before the plan is opened. */
export function useAskPlan(onAsked: (plan: string) => void) {
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (plan: NewAdPlan) => askAdPlan(plan),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: [ADS_PLANS_KEY, "list"] });
      onAsked(id);
    },
  });
  return { ask: mutate, isAsking: isPending, askError: error };
}
