import { type ReactNode, useCallback, useState } from "react";
import { useUndoKeys } from "../../../shell/use-undo-keys.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { type MovingSite, PlanDeskContext } from "./plan-desk-state.ts";
import { useAskPlan } from "./use-ask-plan.ts";
import { usePhases } from "./use-phases.ts";
import { usePlanDrafts } from "./use-plan-drafts.ts";
import { usePlanView } from "./use-plan-view.ts";
import { usePlans } from "./use-plans.ts";

/** Holds scenarios, edits and phases for the columns and the map. */
export function PlanDeskProvider({ children }: { readonly children: ReactNode }) {
  const { url, set, mode, picked } = useAdsDesk();
  const plans = usePlans();
  const { view, show, showIn } = usePlanView(mode);
  const [moving, setMoving] = useState<MovingSite | null>(null);
  const drafts = usePlanDrafts(plans.head);
  const phases = usePhases(url.plan);
  const { step } = drafts;
  const isPlan = mode === "plan";
  const undo = useCallback(() => isPlan && step({ do: "undo" }), [isPlan, step]);
  const redo = useCallback(() => isPlan && step({ do: "redo" }), [isPlan, step]);
  useUndoKeys({ undo, redo });

  function open(plan: string): void {
    const next = mode === "audit" ? "plan" : mode;
    setMoving(null);
    showIn(next);
    set({ plan, mode: next });
  }

  const asking = useAskPlan(open);
  const kind = picked?.kind === "ad" ? "repair" : "new";
  const inPlan = plans.result?.sites.find((site) => site.id === picked?.id && site.kind === kind);
  return (
    <PlanDeskContext
      value={{
        ...plans,
        ...drafts,
        ...asking,
        ...phases,
        compare: (ids) => set({ compare: ids.length > 0 ? ids.join(",") : undefined }),
        view,
        show,
        open,
        picked: inPlan,
        moving: moving && moving.site === picked?.id ? moving : null,
        setMoving,
      }}
    >
      {children}
    </PlanDeskContext>
  );
}
