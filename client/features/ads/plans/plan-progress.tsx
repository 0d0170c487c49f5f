import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { AdPlanHead } from "../../../../domain/contract/ads-plans.ts";
import { cancelAdPlan } from "../../../api/ad-plan-queries.ts";
import { ADS_PLANS_KEY } from "../../../api/ads-queries.ts";
import { draftOf, newPlanOf } from "../../../state/ads-draft.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { usePlanDesk } from "./plan-desk-state.ts";

/** Shares of the work at which each stage ends, as the planner tells them. */
const STAGES = [
  { until: 0.1, name: "roads" },
  { until: 0.2, name: "audit" },
  { until: 0.9, name: "solve" },
  { until: 1.01, name: "check" },
] as const;

const SOLVE = { from: 0.2, to: 0.9 } as const;

/** A plan that is not done: waiting, being made, failed or cancelled. */
export function PlanProgress({ head }: { readonly head: AdPlanHead }) {
  switch (head.state) {
    case "queued":
    case "running":
      return <Running head={head} />;
    default:
      return <Ended head={head} />;
  }
}

function Running({ head }: { readonly head: AdPlanHead }) {
  const text = useAdPlansText();
  const seconds = useSeconds(head.id);
  const cancel = useCancel(head.id);
  const isQueued = head.state === "queued";
  const percent = Math.floor(head.progress * 100);
  const stage = STAGES.find(({ until }) => head.progress < until)?.name ?? "check";
  const solved = Math.floor(((head.progress - SOLVE.from) / (SOLVE.to - SOLVE.from)) * 100);
  const doing = stage === "solve" ? text.solved(String(solved)) : text.stages[stage];
  return (
    <section className="plan-progress" aria-live="polite">
      <h3>
        {isQueued ? text.states.queued : text.runningOf(String(percent))}
        <small>{text.seconds(String(seconds))}</small>
      </h3>
      <progress max={100} value={isQueued ? 0 : percent} aria-label={text.states.running} />
      <p className="muted">{isQueued ? text.queuedHint : doing}</p>
      {cancel.error && (
        <p className="plan-refused" role="alert">
          {cancel.error.message}
        </p>
      )}
      <button
        type="button"
        className="button"
        disabled={cancel.isPending}
        onClick={() => cancel.mutate()}
      >
        {cancel.isPending ? text.stopping : text.stop}
      </button>
    </section>
  );
}

function Ended({ head }: { readonly head: AdPlanHead }) {
  const text = useAdPlansText();
  const { plan } = useAdsDesk();
  const { ask, isAsking, askError } = usePlanDesk();
  const hasFailed = head.state === "failed";
  const why = plan?.id === head.id ? plan.error?.message : undefined;
  return (
    <section className={hasFailed ? "state-failed" : "plan-cancelled"} role="status">
      <strong>{hasFailed ? text.failedHint : text.states.cancelled}</strong>
      <p>{hasFailed ? (why ?? text.states.failed) : text.cancelledHint}</p>
      <button
        type="button"
        className="button"
        disabled={isAsking}
        onClick={() => ask(newPlanOf(draftOf(head.asked), { name: head.name }))}
      >
        {text.again}
      </button>
      {askError && (
        <p className="plan-refused" role="alert">
          {askError.message}
        </p>
      )}
    </section>
  );
}

function useCancel(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => cancelAdPlan(id),
    onSuccess: () => client.invalidateQueries({ queryKey: [ADS_PLANS_KEY] }),
  });
}

/** Whole seconds that this has been looked at. */
function useSeconds(id: string): number {
  const [seconds, setSeconds] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins anew with another plan
  useEffect(() => {
    setSeconds(0);
    const timer = setInterval(() => setSeconds((n) => n + 1), 1000);
    return () => clearInterval(timer);
  }, [id]);
  return seconds;
}
