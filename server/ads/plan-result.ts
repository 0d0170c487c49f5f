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

/**
 * A plan that was checked, told in full: where each action is, what it does to the audit, what it costs whom. What cannot be
 * met and the figures of the list are of the part that was planned, `after` is of the whole city.
 */
export function planResult(
  model: AdCityModel,
  { view: { rules }, edits, scope }: Pick<PlanCall, "view" | "edits" | "scope">,
  { plan, greedy, planMs, isLocal }: PlanResult,
): { result: AdPlanResult; figures: NonNullable<AdPlanHead["figures"]> } {
  const survey = model.surveyOf(rules, edits);
  const judged = model.scopedSurveyOf(rules, edits, scope);
  const { short, actions, ...rest } = plan;
  const themes = assignThemes(survey, actions);
  const sites = planSites(model, rules, survey, actions, themes);
  const result: AdPlanResult = {
    ...rest,
    actions: [...actions],
    ...(short && { short: short.map((row) => ({ ...row })) }),
    sites,
    after: afterOf(plannedSurvey(survey, actions)),
    costs: costsOf(sites),
    unmet: unmetOf(judged, plan),
    themes: themes.mix.map((row) => ({ ...row })),
    ...(greedy && {
      greedy: { actions: greedy.count, cost: greedy.cost, unmet: greedy.unmet },
    }),
    ...(isLocal && { isLocal }),
    planMs: Math.round(planMs),
  };
  return { result, figures: figuresOf(result, plannedSurvey(judged, actions)) };
}

function unmetOf(survey: AdSurvey, plan: PlanResult["plan"]): NonNullable<AdPlanResult["unmet"]> {
  return unmetReasons(planView(survey, plan)).map(({ inTheWay, ...row }) => {
    const { kind, of, side, missing, need, have, possible, atMost, sites } = row;
    const reasons = inTheWay.map((each) => ({ reason: each.reason, count: each.sites }));
    return { kind, of, side, missing, need, have, possible, atMost, sites, reasons };
  });
}

/** What the list of plans shows of one; `after`: the part that was planned, with the plan done. */
function figuresOf(
  { status, value, bound, gap, actions, cost, minUnmet, broken, isLocal = false }: AdPlanResult,
  after: AdSurvey,
): NonNullable<AdPlanHead["figures"]> {
  const fresh = actions.filter(({ kind }) => kind === "new").length;
  const total = summariseAll(after, roadStatuses(after));
  const judged = total.roads - total.unneeded;
  return {
    status,
    value,
    bound,
    gap,
    fresh,
    repairs: actions.length - fresh,
    cost,
    shortageAfter: total.shortage,
    ...(minUnmet !== undefined && { unmet: minUnmet }),
    ...(broken !== undefined && { broken }),
    metShare: judged > 0 ? (judged - total.short) / judged : null,
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
