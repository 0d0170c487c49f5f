import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useCallback, useState } from "react";
import { adPhasesQuery } from "../../../api/ad-plan-queries.ts";
import { useUndoKeys } from "../../../shell/use-undo-keys.ts";
import type { AdsMode } from "../../../state/ads-url.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { type MovingSite, PlanDeskContext, type PlanView } from "./plan-desk-state.ts";
import { useAskPlan } from "./use-ask-plan.ts";
import { usePlanDrafts } from "./use-plan-drafts.ts";
import { usePlans } from "./use-plans.ts";

type Shown = { readonly mode: AdsMode; readonly view: PlanView };
type Cut = { readonly plan: string; readonly budgets: readonly number[] };

/** Holds scenarios, edits and phases for the columns and the map. */
export function PlanDeskProvider({ children }: { readonly children: ReactNode }) {
  const { url, set, mode, picked } = useAdsDesk();
  const plans = usePlans();
  // Another mode begins with what it is about, whatever was open in the one before.
  const [shown, setShown] = useState<Shown>({ mode, view: "plan" });
  const view = shown.mode === mode ? shown.view : "plan";
  const show = (next: PlanView) => setShown({ mode, view: next });
  const [moving, setMoving] = useState<MovingSite | null>(null);
  const [cut, setCut] = useState<Cut | null>(null);
  const drafts = usePlanDrafts(plans.head);
  const { step } = drafts;
  const isPlan = mode === "plan";
  const undo = useCallback(() => isPlan && step({ do: "undo" }), [isPlan, step]);
  const redo = useCallback(() => isPlan && step({ do: "redo" }), [isPlan, step]);
  useUndoKeys({ undo, redo });

  function open(plan: string): void {
    const next = mode === "audit" ? "plan" : mode;
    setMoving(null);
    setShown({ mode: next, view: "plan" });
    set({ plan, mode: next });
  }

  const asking = useAskPlan(open);
  const budgets = cut && cut.plan === url.plan ? cut.budgets : null;
  const phases = useQuery({
    ...adPhasesQuery(url.plan ?? "", budgets ?? []),
    enabled: url.plan !== undefined && budgets !== null,
  });
  const kind = picked?.kind === "ad" ? "repair" : "new";
  const inPlan = plans.result?.sites.find((site) => site.id === picked?.id && site.kind === kind);
  return (
    <PlanDeskContext
      value={{
        ...plans,
        ...drafts,
        ...asking,
        compare: (ids) => set({ compare: ids.length > 0 ? ids.join(",") : undefined }),
        view,
        show,
        open,
        picked: inPlan,
        moving: moving && moving.site === picked?.id ? moving : null,
        setMoving,
        phases: budgets ? (phases.data ?? null) : null,
        budgets,
        cutPhases: (next) =>
          setCut(next && url.plan !== undefined ? { plan: url.plan, budgets: next } : null),
        phasesError: budgets ? phases.error : null,
      }}
    >
      {children}
    </PlanDeskContext>
  );
}
