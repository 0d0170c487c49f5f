import type { AdPlanHead, AdPlanResult } from "../../../../domain/contract/ads-plans.ts";
import { count } from "../../../../domain/text/count.ts";
import { useCityFormat } from "../../../state/use-city-format.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { wan } from "./plan-amounts.ts";
import { proofOf } from "./plan-proof.ts";

type Props = { readonly head: AdPlanHead; readonly result: AdPlanResult };

/** Of which rules and data a plan is, how long it took, and what the independent check found. */
export function PlanStamp({ head, result }: Props) {
  const text = useAdPlansText();
  const { fullMinute } = useCityFormat();
  const { stamp } = head;
  const { objective, value, bound, planMs } = result;
  const seconds = planMs === undefined ? "" : (planMs / 1000).toFixed(1);
  const proof = proofOf({ ...result, isLocal: result.isLocal ?? false });
  const amount = (n: number) => (objective === "cost" ? text.wan(wan(n)) : count(n));
  return (
    <footer className="plan-stamp" title={stamp.rules.source}>
      <p>{text.stamp(stamp.rules.version, fullMinute(stamp.at), stamp.data, seconds)}</p>
      <p>{checkWords()}</p>
    </footer>
  );

  function checkWords(): string {
    if (proof.kind === "none" || value === null) return text.proof.noneHint;
    if (proof.kind === "local" || bound === null) return text.checkedLocal;
    if (proof.kind === "gap") return text.checkedGap(amount(value), amount(bound));
    const words = text.checked[objective](amount(bound));
    return proof.kind === "least" ? `${words}${text.leastTail}` : words;
  }
}
