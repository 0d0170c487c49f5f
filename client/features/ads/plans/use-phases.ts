import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { adPhasesQuery } from "../../../api/ad-plan-queries.ts";

type Cut = { readonly plan: string; readonly budgets: readonly number[] };

/** The phases that a plan was cut into; another plan has none. */
export function usePhases(plan: string | undefined) {
  const [cut, setCut] = useState<Cut | null>(null);
  const budgets = cut && cut.plan === plan ? cut.budgets : null;
  const { data, error } = useQuery({
    ...adPhasesQuery(plan ?? "", budgets ?? []),
    enabled: plan !== undefined && budgets !== null,
  });
  return {
    budgets,
    phases: budgets ? (data ?? null) : null,
    phasesError: budgets ? error : null,
    cutPhases: (next: readonly number[] | null) =>
      setCut(next && plan !== undefined ? { plan, budgets: next } : null),
  };
}
