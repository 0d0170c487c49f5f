import type { AdPlanHead } from "../../../../domain/contract/ads-plans.ts";
import { newPlanOf } from "../../../state/ads-draft.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { derivedName } from "./derived-name.ts";
import { usePlanDesk } from "./plan-desk-state.ts";

/** That rules or data are no longer those of the plan, and how to plan with those of now. */
export function StaleNotice({ head }: { readonly head: AdPlanHead }) {
  const text = useAdPlansText();
  const { cityAudit } = useAdsDesk();
  const { heads, draft, ask, isAsking } = usePlanDesk();
  const now = cityAudit?.stamp;
  const { rules, data } = head.stamp;
  if (!now || (now.rules.version === rules.version && now.data === data)) return null;
  const isOtherRules = now.rules.version !== rules.version;
  const taken = heads.map(({ name }) => name);
  return (
    <p className="plan-stale" role="status">
      {isOtherRules ? text.staleRules(rules.version, now.rules.version) : text.staleData}{" "}
      <button
        type="button"
        className="link"
        disabled={isAsking}
        onClick={() =>
          ask(newPlanOf(draft.now, { name: derivedName(head.name, text.derived, taken) }))
        }
      >
        {text.renew}
      </button>
    </p>
  );
}
