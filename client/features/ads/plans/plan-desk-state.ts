import { createContext, useContext } from "react";
import type {
  AdMoveBody,
  AdPhases,
  AdPlanHead,
  AdPlanResult,
  AdPlanSite,
  NewAdPlan,
} from "../../../../domain/contract/ads-plans.ts";
import type { AdChange, AdEdit } from "../../../state/ads-draft.ts";
import type { AdDraftHistory, AdDraftStep } from "../../../state/ads-draft-history.ts";

/** What the column of plans shows. */
export type PlanView = "plan" | "list" | "new" | "conditions";

/** A scenario beside others, by the letter it has among them. */
export type ComparedPlan = {
  readonly letter: string;
  readonly head: AdPlanHead;
  /** Undefined until it has come, or where it is not done. */
  readonly result: AdPlanResult | undefined;
};

/** A site under the hand: where it was let go of or is held, and what the rules say of it there. */
export type MovingSite = {
  readonly site: string;
  readonly body: AdMoveBody | null;
  readonly error: Error | null;
  /** Still in the hand. */
  readonly isHeld: boolean;
};

/** What the parts about plans have in common, besides the desk of ads. */
export type PlanDesk = {
  readonly heads: readonly AdPlanHead[];
  readonly listError: Error | null;
  readonly isListLoading: boolean;
  reloadList(): void;
  readonly head: AdPlanHead | undefined;
  readonly result: AdPlanResult | undefined;
  readonly compared: readonly ComparedPlan[];
  compare(ids: readonly string[]): void;
  readonly view: PlanView;
  show(view: PlanView): void;
  open(plan: string): void;
  /** Asks for a plan and opens it. */
  ask(plan: NewAdPlan): void;
  readonly isAsking: boolean;
  readonly askError: Error | null;
  readonly draft: AdDraftHistory;
  readonly changes: readonly AdChange[];
  step(step: AdDraftStep): void;
  edit(edit: AdEdit): void;
  /** The picked site where it is part of the plan. */
  readonly picked: AdPlanSite | undefined;
  readonly moving: MovingSite | null;
  setMoving(moving: MovingSite | null): void;
  readonly phases: AdPhases | null;
  readonly budgets: readonly number[] | null;
  cutPhases(budgets: readonly number[] | null): void;
  readonly phasesError: Error | null;
};

export const PlanDeskContext = createContext<PlanDesk | null>(null);

export function usePlanDesk(): PlanDesk {
  const desk = useContext(PlanDeskContext);
  if (!desk) throw new Error("No desk of plans here");
  return desk;
}
