import { useQuery } from "@tanstack/react-query";
import { adsPlanQuery } from "../../../api/ads-queries.ts";
import { ApiError } from "../../../api/http.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { AsyncState } from "../../../ui/async-state.tsx";
import { useAdsDesk } from "../ads-desk-state.ts";
import { ComparePanel } from "./compare-panel.tsx";
import { CompareTable } from "./compare-table.tsx";
import { ConditionsForm } from "./conditions-form.tsx";
import { CostBars } from "./cost-bars.tsx";
import { DraftCard } from "./draft-card.tsx";
import { GreedyLine } from "./greedy-line.tsx";
import { NewPlanForm } from "./new-plan-form.tsx";
import { PhaseCard } from "./phase-card.tsx";
import { usePlanDesk } from "./plan-desk-state.ts";
import { PlanList } from "./plan-list.tsx";
import { PlanProgress } from "./plan-progress.tsx";
import { PlanStamp } from "./plan-stamp.tsx";
import { StaleNotice } from "./stale-notice.tsx";
import { ThemeTable } from "./theme-table.tsx";
import { usePlanOverlays } from "./use-plan-overlays.ts";
import { WhyPanel } from "./why-panel.tsx";
import "./styles/scenarios.css";
import "./styles/form.css";
import "./styles/why.css";
import "./styles/draft.css";
import "./styles/costs.css";
import "./styles/export.css";

/** The right column: scenarios, one of them with its reasons, or two beside each other. */
export function PlanPanel() {
  const text = useAdPlansText();
  const { mode } = useAdsDesk();
  const { view, head, result } = usePlanDesk();
  usePlanOverlays();
  return (
    <section className="plan-panel" aria-label={text.region} data-testid="plan-panel">
      <div className="plan-scroll">
        {view === "new" ? (
          <NewPlanForm />
        ) : view === "list" ? (
          <PlanList />
        ) : view === "conditions" && result ? (
          <ConditionsForm />
        ) : mode === "compare" ? (
          <ComparePanel />
        ) : (
          <ShownPlan />
        )}
      </div>
      {view === "plan" && head && result && <PlanStamp head={head} result={result} />}
    </section>
  );
}

function ShownPlan() {
  const text = useAdPlansText();
  const { url } = useAdsDesk();
  const { error, refetch } = useQuery({
    ...adsPlanQuery(url.plan ?? ""),
    enabled: url.plan !== undefined,
  });
  const { head, result } = usePlanDesk();
  if (url.plan === undefined) return <PlanList />;
  if (error instanceof ApiError && error.status === 404) {
    return (
      <>
        <p className="plan-refused" role="alert">
          {text.gone}
        </p>
        <PlanList />
      </>
    );
  }
  if (!head || (head.state === "done" && !result)) {
    return (
      <AsyncState isLoading={!error} error={error} lines={8} onRetry={() => void refetch()}>
        {null}
      </AsyncState>
    );
  }
  return (
    <>
      {head.state !== "done" && <PlanProgress head={head} />}
      <CompareTable />
      {result && (
        <>
          <StaleNotice head={head} />
          <DraftCard />
          <WhyPanel />
          <CostBars result={result} />
          <GreedyLine result={result} />
          <ThemeTable result={result} />
          <PhaseCard />
        </>
      )}
    </>
  );
}
