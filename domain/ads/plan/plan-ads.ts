import type { AdBudget } from "../ad-instance.ts";
import type { AdSurvey } from "../audit/audit.ts";
import { type ChooseOptions, chooseActions } from "./choose-actions.ts";
import { chooseWithinBudget } from "./plan-budget.ts";
import { type PlanColumn, type PlanModel, type PlanRow, planModel } from "./plan-model.ts";

export const adObjectives = ["count", "cost", "budget"] as const;
export type AdObjective = (typeof adObjectives)[number];

/** A plan with its proof. `bound`: no plan can do better; `gap`: how far the value is from it, as a share. */
export type AdPlan = {
  readonly status: "optimal" | "feasible" | "infeasible";
  readonly objective: AdObjective;
  /** Actions, cost, or worth of what was bought; null without any plan. */
  readonly value: number | null;
  readonly bound: number | null;
  readonly gap: number | null;
  readonly actions: readonly { readonly kind: "new" | "repair"; readonly id: string }[];
  readonly cost: number;
  /** Least total shortage, where not all rules can be met. */
  readonly minUnmet?: number;
  /** Empty stretches and sides that stay short all the same. */
  readonly broken?: number;
  /** Where, and how much is missing there. */
  readonly short?: readonly ShortRow[];
};

/** A road or area that cannot be served in full, by key or id. */
export type ShortRow = {
  readonly kind: PlanRow["kind"];
  readonly of: string;
  readonly missing: number;
};

export type PlanOptions = Omit<ChooseOptions, "objective"> & {
  readonly objective: AdObjective;
  readonly budget?: AdBudget | null | undefined;
};

/**
 * Plans from a survey. Where not all can be met, the plan is the one with the least shortage. When time
 * runs out, what there is then is the plan, without a proof: its bound is below its value, or null.
 */
export function planAds(survey: AdSurvey, options: PlanOptions): AdPlan {
  const model = planModel(survey);
  const { objective } = options;
  if (model.isContradictory) return nothing(objective);
  if (objective === "budget") return budgetPlan(survey, model, options);
  const chosen = chooseActions(model, { ...options, objective });
  const columns = [...model.locked, ...chosen.columns.map((c) => model.columns[c]!)];
  const fixed = model.locked.reduce((sum, { cost }) => sum + (objective === "count" ? 1 : cost), 0);
  const cost = costOf(columns);
  const value = objective === "count" ? columns.length : cost;
  const bound = chosen.isProven ? value : boundBelow(value, rounded(fixed + chosen.bound));
  const isShort = chosen.unmet + chosen.broken > 0;
  return {
    status: isShort ? "infeasible" : chosen.isProven ? "optimal" : "feasible",
    objective,
    value,
    bound,
    gap: bound === null ? null : gapOf(value, bound),
    actions: columns.map(({ kind, id }) => ({ kind, id })),
    cost,
    ...(isShort && {
      minUnmet: chosen.unmet,
      broken: chosen.broken,
      short: shortRows(survey, model, chosen.columns),
    }),
  };
}

/** Null where the bound says nothing: what reaches it is not known to be the best. */
function boundBelow(value: number, bound: number): number | null {
  return bound < value ? bound : null;
}

function budgetPlan(survey: AdSurvey, model: PlanModel, options: PlanOptions): AdPlan {
  const { budget, solve, timeLimitS } = options;
  if (!budget) return nothing("budget");
  const nameOf = (owner: number) => ownerName(survey, owner);
  const choice = chooseWithinBudget(model, budget, nameOf, solve, timeLimitS);
  if (!choice) return nothing("budget");
  const columns = [...model.locked, ...choice.columns.map((c) => model.columns[c]!)];
  return {
    status: choice.isProven ? "optimal" : "feasible",
    objective: "budget",
    value: rounded(choice.value),
    bound: rounded(choice.bound),
    gap: gapOf(choice.value, choice.bound),
    actions: columns.map(({ kind, id }) => ({ kind, id })),
    cost: costOf(columns),
  };
}

function shortRows(survey: AdSurvey, { rows }: PlanModel, chosen: readonly number[]): ShortRow[] {
  const isChosen = new Set(chosen);
  return rows.flatMap(({ kind, owner, need, columns }) => {
    const missing = need - columns.filter((c) => isChosen.has(c)).length;
    return missing > 0 ? [{ kind, of: ownerName(survey, owner), missing }] : [];
  });
}

function ownerName({ network, instance }: AdSurvey, owner: number): string {
  return network.roads[owner]?.key ?? instance.areas[owner - network.roads.length]!.id;
}

function nothing(objective: AdObjective): AdPlan {
  const none = { value: null, bound: null, gap: null, actions: [], cost: 0 };
  return { status: "infeasible", objective, ...none };
}

function costOf(columns: readonly PlanColumn[]): number {
  return rounded(columns.reduce((sum, { cost }) => sum + cost, 0));
}

function gapOf(value: number, bound: number): number {
  return value === bound ? 0 : Math.abs(value - bound) / Math.max(1e-9, Math.abs(value));
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
