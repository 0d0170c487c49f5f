import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AdPlanHead } from "../../../../domain/contract/ads-plans.ts";
import { removeAdPlan } from "../../../api/ad-plan-queries.ts";
import { ADS_PLANS_KEY } from "../../../api/ads-queries.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { useAdsDesk } from "../ads-desk-state.ts";

/** Deletes a scenario for good, on the second click. */
export function RemovePlan({ head }: { readonly head: AdPlanHead }) {
  const text = useAdPlansText();
  const client = useQueryClient();
  const { url, set } = useAdsDesk();
  const [isSure, setIsSure] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => removeAdPlan(head.id),
    onSuccess: () => {
      if (url.plan === head.id) set({ plan: undefined, show: undefined });
      return client.invalidateQueries({ queryKey: [ADS_PLANS_KEY, "list"] });
    },
  });
  if (head.state === "queued" || head.state === "running") return null;
  return (
    <>
      <button
        type="button"
        className="link"
        aria-label={isSure ? undefined : text.removeOf(head.name)}
        disabled={isPending}
        onBlur={() => setIsSure(false)}
        onClick={() => (isSure ? mutate() : setIsSure(true))}
      >
        {isSure ? text.removeSure : text.remove}
      </button>
      {error && (
        <span className="plan-refused" role="alert">
          {error.message}
        </span>
      )}
    </>
  );
}
