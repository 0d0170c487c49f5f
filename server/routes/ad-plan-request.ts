import { AdBudget } from "../../domain/ads/ad-instance.ts";
import type { AdRuleSet } from "../../domain/ads/ad-rules.ts";
import type { ShortRow } from "../../domain/ads/plan/plan-ads.ts";
import type { AdScope } from "../../domain/ads/plan/scoped-city.ts";
import type { AdPlanResult, NewAdPlan } from "../../domain/contract/ads-plans.ts";
import { DomainError } from "../../domain/errors.ts";
import type { PlanRequest } from "../ads/ad-plans.ts";
import { type ReadyAds, stampOfAds } from "../ads/city-ads.ts";
import type { City } from "../city/city.ts";
import { recurringSpots } from "../city/recurring-spots.ts";
import type { Deps } from "../deps.ts";
import { rulesOf } from "./ad-view-query.ts";
import { zoneToday } from "./known-today.ts";

/**
 * What is to be planned for a request. Throws for rules, sites, zones and plans that there are not, and for sites that the
 * rules bar and must be there all the same.
 */
export async function planRequest(
  deps: Pick<Deps, "city" | "ads" | "adPlans">,
  ready: ReadyAds,
  inForce: AdRuleSet,
  sent: NewAdPlan,
): Promise<PlanRequest> {
  const { city, ads } = deps;
  const { objective, scope, weighting = "none", basedOn } = sent;
  const rules = sent.rules === undefined ? inForce : await rulesOf(city, ready, sent.rules);
  const { locks = {}, moves = {} } = sent;
  const edits = { locks: { in: locks.in ?? [], out: locks.out ?? [] }, moves };
  const view = { rules, plan: null };
  await ads.ask("checkEdits", { view, edits });
  const stamp = await stampOfAds(ads, ready, rules, city);
  const budget = budgetOf(sent);
  const asked: PlanRequest["asked"] = {
    objective,
    budget: budget?.amount ?? null,
    locks: { in: [...edits.locks.in], out: [...edits.locks.out] },
    moves: { ...edits.moves },
    scope: scope ?? null,
    weighting,
    basedOn: basedOn ?? null,
  };
  return {
    name: sent.name ?? defaultName(city, sent),
    asked,
    stamp,
    call: {
      view,
      edits,
      objective,
      budget,
      scope: scope === undefined ? null : scopeOf(city, scope),
      weighting,
      recurring: weighting === "recurrence" ? recurringSpots(city) : null,
      base: basedOn === undefined ? null : await baseOf(deps, basedOn, rules, asked),
    },
  };
}

function budgetOf({ budget }: NewAdPlan): AdBudget | null {
  if (budget === undefined) return null;
  return AdBudget.parse(typeof budget === "number" ? { amount: budget } : budget);
}

const objectiveNames = { count: "最少点位", cost: "最少费用", budget: "预算内最多" } as const;

function defaultName(city: City, { objective }: NewAdPlan): string {
  return `${objectiveNames[objective]} ${city.clock.toIso(city.now()).slice(5, 16).replace("T", " ")}`;
}

/** Throws for a plan that is not done, or was asked for otherwise but for its edits. */
async function baseOf(
  { adPlans }: Pick<Deps, "adPlans">,
  id: string,
  rules: AdRuleSet,
  asked: PlanRequest["asked"],
): Promise<PlanRequest["call"]["base"]> {
  const viewed = await adPlans.viewed(id);
  const { head, resultText } = await adPlans.find(id);
  const taskOf = ({ objective, budget, scope, weighting }: PlanRequest["asked"]) =>
    JSON.stringify([objective, budget, scope, weighting]);
  const isSame =
    JSON.stringify(viewed.rules) === JSON.stringify(rules) && taskOf(head.asked) === taskOf(asked);
  if (!isSame || resultText === null) {
    const problem = "made by other rules, or for another objective, budget, scope or weighting";
    throw new DomainError("bad-body", { path: "basedOn", problem });
  }
  const result = JSON.parse(resultText) as AdPlanResult;
  const { status, objective, value, bound, gap, actions, cost } = result;
  const { minUnmet, broken, short, isLocal } = result;
  const { locks, moves } = viewed.plan;
  return {
    edits: { locks, moves },
    plan: {
      ...{ status, objective, value, bound, gap, actions, cost },
      ...(minUnmet !== undefined && { minUnmet }),
      ...(broken !== undefined && { broken }),
      ...(short && { short: short.map((row) => ({ ...row, kind: row.kind as ShortRow["kind"] })) }),
      ...(isLocal && { isLocal }),
    },
  };
}

/** Bounds, or a zone as it is today. */
function scopeOf(city: City, scope: NonNullable<NewAdPlan["scope"]>): AdScope {
  if (typeof scope !== "string") {
    const [west, south, east, north] = scope;
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    return { type: "Polygon", coordinates: [ring] };
  }
  return zoneToday(city, scope, "scope").geometry;
}
