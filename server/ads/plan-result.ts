import type { AdSurvey } from "../../domain/ads/audit/audit.ts";
import { summarise, summariseAll } from "../../domain/ads/audit/audit-summary.ts";
import { type RoadStatus, roadStatuses } from "../../domain/ads/audit/road-status.ts";
import { assignThemes } from "../../domain/ads/plan/assign-themes.ts";
import { planView } from "../../domain/ads/plan/plan-view.ts";
import { plannedSurvey } from "../../domain/ads/plan/planned-survey.ts";
import { unmetReasons } from "../../domain/ads/plan/unmet-reasons.ts";
import type {
  AdCostRow,
  AdPlanHead,
  AdPlanResult,
  AdPlanSite,
} from "../../domain/contract/ads-plans.ts";
import type { AdCityModel } from "./ad-city-model.ts";
import type { PlanResult } from "./ad-planner.ts";
import type { PlanCall } from "./plan-call.ts";
import { planSites } from "./plan-sites.ts";

/** A plan that was checked, told in full: where each action is, what it does to the audit, what it costs whom. */
export function planResult(
  model: AdCityModel,
  { view: { rules }, edits }: Pick<PlanCall, "view" | "edits">,
  { plan, greedy, planMs, isLocal }: PlanResult,
): AdPlanResult {
  const survey = model.surveyOf(rules, edits);
  const { short, actions, ...rest } = plan;
  const view = planView(survey, { objective: plan.objective, actions });
  const themes = assignThemes(survey, actions);
  const sites = planSites(model, survey, actions, themes);
  return {
    ...rest,
    actions: [...actions],
    ...(short && { short: short.map((row) => ({ ...row })) }),
    sites,
    after: afterOf(plannedSurvey(survey, actions)),
    costs: costsOf(sites),
    unmet: unmetReasons(view).map(({ inTheWay, kind, of, side, missing, need, have, ...rest }) => {
      const { possible, atMost, sites: along } = rest;
      const reasons = inTheWay.map(({ reason, sites: count }) => ({ reason, count }));
      return { kind, of, side, missing, need, have, possible, atMost, sites: along, reasons };
    }),
    themes: themes.mix.map((row) => ({ ...row })),
    ...(greedy && {
      greedy: { actions: greedy.count, cost: greedy.cost, unmet: greedy.unmet },
    }),
    ...(isLocal && { isLocal }),
    planMs: Math.round(planMs),
  };
}

/** What the list of plans shows of one. */
export function figuresOf(result: AdPlanResult): NonNullable<AdPlanHead["figures"]> {
  const { status, value, bound, gap, actions, cost, after, isLocal = false } = result;
  const { minUnmet, broken } = result;
  const fresh = actions.filter(({ kind }) => kind === "new").length;
  const total = after?.total;
  const judged = total ? total.roads - total.unneeded : 0;
  return {
    status,
    value,
    bound,
    gap,
    fresh,
    repairs: actions.length - fresh,
    cost,
    shortageAfter: total?.shortage ?? 0,
    ...(minUnmet !== undefined && { unmet: minUnmet }),
    ...(broken !== undefined && { broken }),
    metShare: total && judged > 0 ? (judged - total.short) / judged : null,
    isLocal,
  };
}

function afterOf(survey: AdSurvey): NonNullable<AdPlanResult["after"]> {
  const statuses: RoadStatus[] = roadStatuses(survey);
  const groups = survey.network.roads.map(({ group }) => group);
  return {
    total: { ...summariseAll(survey, statuses), name: "" },
    byGroup: summarise(survey, statuses, groups).map((row) => ({ ...row, name: row.id ?? "" })),
  };
}

function costsOf(sites: readonly AdPlanSite[]): NonNullable<AdPlanResult["costs"]> {
  return {
    byCarrier: costRows(sites, ({ carrier }) => ({ id: carrier, name: carrier ?? "" })),
    byUnit: costRows(sites, ({ unit }) => ({ id: unit?.id ?? null, name: unit?.name ?? "" })),
  };
}

/** Dearest first. */
function costRows(
  sites: readonly AdPlanSite[],
  of: (site: AdPlanSite) => { readonly id: string | null; readonly name: string },
): AdCostRow[] {
  return [...Map.groupBy(sites, (site) => of(site).id)]
    .map(([id, own]) => ({
      id,
      name: own[0] ? of(own[0]).name : "",
      sites: own.length,
      cost: own.reduce((sum, { cost }) => sum + cost, 0),
    }))
    .sort((a, b) => b.cost - a.cost || (a.name < b.name ? -1 : 1));
}
