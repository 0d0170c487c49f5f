import type { AdInstance } from "../../domain/ads/ad-instance.ts";
import { type AdSurvey, networkOf, surveyAds } from "../../domain/ads/audit/audit.ts";
import { checkPlan } from "../../domain/ads/plan/check-plan.ts";
import {
  type AdObjective,
  type AdPlan,
  type PlanOptions,
  planAds,
} from "../../domain/ads/plan/plan-ads.ts";
import { loadHighsSolver } from "../../server/ads/highs-solver.ts";

const solve = await loadHighsSolver();

export function surveyed(instance: AdInstance): AdSurvey {
  return surveyAds(instance, networkOf(instance));
}

export function optionsFor(survey: AdSurvey, objective: AdObjective): PlanOptions {
  const { budget } = survey.instance;
  return { objective, budget, solve, timeLimitS: 30, nowMs: () => 0 };
}

export function planned(survey: AdSurvey, objective: AdObjective): AdPlan {
  return planAds(survey, optionsFor(survey, objective));
}

/** What the checker says of a plan that has other actions now, its figures brought up to date. */
export function faultsOf(survey: AdSurvey, plan: AdPlan, actions: AdPlan["actions"]): string[] {
  const { instance, network } = survey;
  const cost = actions.reduce((sum, { kind, id }) => {
    if (kind === "new") return sum + (instance.candidates.find((c) => c.id === id)?.cost ?? 0);
    return sum + (instance.ads.find((ad) => ad.id === id)?.repairCost ?? 0);
  }, 0);
  const value = plan.objective === "count" ? actions.length : cost;
  const changed: AdPlan = { ...plan, status: "feasible", actions, cost, value, bound: 0, gap: 1 };
  return checkPlan(instance, network, changed);
}
