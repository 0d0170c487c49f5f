import type { AdPlanResult } from "../../../../domain/contract/ads-plans.ts";
import { count } from "../../../../domain/text/count.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { greedyDifference } from "./greedy-difference.ts";
import { wan } from "./plan-amounts.ts";

/** What taking the best site each time would give, beside the plan. */
export function GreedyLine({ result }: { readonly result: AdPlanResult }) {
  const text = useAdPlansText();
  // The simple way knows no budget, so beside one it says nothing.
  if (!result.greedy || result.objective === "budget") return null;
  const { actions, cost, unmet } = greedyDifference(result, result.greedy);
  const parts = [
    actions === 0
      ? text.greedySame
      : actions > 0
        ? text.greedyMore(count(actions))
        : text.greedyFewer(count(-actions)),
    ...(cost > 0 ? [text.greedyDearer(wan(cost))] : []),
    ...(cost < 0 ? [text.greedyCheaper(wan(-cost))] : []),
    ...(unmet > 0 ? [text.greedyUnmet(count(unmet))] : []),
    ...(unmet < 0 ? [text.greedyBetter(count(-unmet))] : []),
  ];
  return (
    <p className="plan-greedy" title={text.greedyHint}>
      <strong>{text.greedy}</strong> {parts.join(text.comma)}
    </p>
  );
}
