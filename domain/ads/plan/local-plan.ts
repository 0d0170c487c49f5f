import type { AdInstance } from "../ad-instance.ts";
import { type AdSurvey, surveyPlaced } from "../audit/audit.ts";
import { planarInstance } from "../planar-instance.ts";
import { roundedCost } from "./alternatives.ts";
import { ownersNearEdits } from "./near-edits.ts";
import { needOf, spotsWith } from "./owner-needs.ts";
import { type AdPlan, type PlanOptions, planAds } from "./plan-ads.ts";
import { type AdEdit, editsBetween, isSameTask } from "./plan-edits.ts";
import { nameOfOwner, type PlanView, planView } from "./plan-view.ts";
import { type AdAction, withActions } from "./planned-survey.ts";

/** `isLocal`: planned anew near some edits alone, the rest as it was; a plan of the whole may be better. */
export type LocalPlan = AdPlan & { readonly isLocal: boolean };

/** A plan and the instance that it was made for, in degrees or metres. */
export type BasePlan = {
  readonly plan: AdPlan & { readonly isLocal?: boolean | undefined };
  readonly instance: AdInstance;
};

/**
 * Plans anew near the sites whose locks or places differ from those of a base plan; everything else
 * stays chosen or unchosen. The survey has the edits in it; rules, roads and areas are those of the
 * base. Its bound is the base's where the edits only add locks, which no plan can gain by, else there is
 * none. Where the base says nothing about the task, or what is left free cannot do, all is planned anew.
 */
export function localPlan(survey: AdSurvey, base: BasePlan, options: PlanOptions): LocalPlan {
  const before = planarInstance(base.instance);
  const { plan } = base;
  const isUsable = plan.value !== null && plan.objective === options.objective;
  if (!isUsable || !isSameTask(before, survey.instance)) return whole(survey, options);
  const edits = editsBetween(before, survey.instance);
  const isToldWhole = plan.status !== "infeasible" || plan.minUnmet !== undefined;
  if (edits.length === 0 && isToldWhole) return { ...plan, isLocal: plan.isLocal ?? false };
  const view = planView(survey, plan);
  const near = ownersNearEdits(view, before, edits);
  const isEdited = new Set(edits.flatMap(({ id }) => view.optionOf({ kind: "new", id }) ?? []));
  const kept = view.chosen.filter((o) => {
    const isFar = !view.ownersOf(o).some((owner) => near.has(owner));
    return isFar && !isEdited.has(o) && !view.options[o]!.isMust;
  });
  const left = leftOf(options, view, kept);
  if (left !== null && left < 0) return whole(survey, options);
  const budget = options.budget && left !== null ? { ...options.budget, amount: left } : null;
  const local = planAds(nearSurvey(view, near, kept), { ...options, budget });
  if (local.value === null) return whole(survey, options);
  const keptActions = kept.map((o): AdAction => actionOf(view, o));
  const actions = inOrder(plan.actions, [...keptActions, ...local.actions]);
  return told(survey, { plan, edits, local, actions, options });
}

function whole(survey: AdSurvey, options: PlanOptions): LocalPlan {
  return { ...planAds(survey, options), isLocal: false };
}

/** The survey with what is kept standing, and nothing left to choose but near the edits. */
function nearSurvey(view: PlanView, near: ReadonlySet<number>, kept: readonly number[]): AdSurvey {
  const { survey, options, members } = view;
  const isFree = new Uint8Array(options.length);
  for (const owner of near) for (const { option } of members[owner]!) isFree[option] = 1;
  options.forEach(({ isMust }, o) => {
    if (isMust) isFree[o] = 1;
  });
  const isFixedSite = new Set<number>();
  const isFixedAd = new Set<number>();
  options.forEach(({ kind, index }, o) => {
    if (isFree[o] === 0) (kind === "new" ? isFixedSite : isFixedAd).add(index);
  });
  const done = withActions(
    survey,
    kept.map((o) => actionOf(view, o)),
  );
  const instance: AdInstance = {
    ...done.instance,
    ads: done.instance.ads.map((ad, a) => (isFixedAd.has(a) ? { ...ad, repairCost: null } : ad)),
    candidates: done.instance.candidates.map((site, s) =>
      isFixedSite.has(s) ? { ...site, lock: "out" } : site,
    ),
  };
  return surveyPlaced(instance, done.network, done);
}

function actionOf({ options }: PlanView, o: number): AdAction {
  const { kind, id } = options[o]!;
  return { kind, id };
}

/** What is left of the budget; null where the plan has none to keep to. */
function leftOf(
  { objective, budget }: PlanOptions,
  view: PlanView,
  kept: readonly number[],
): number | null {
  if (objective !== "budget" || !budget) return null;
  return roundedCost(budget.amount - kept.reduce((sum, o) => sum + view.options[o]!.cost, 0));
}

/** Actions that the base has in its order, then the others. */
function inOrder(base: readonly AdAction[], actions: readonly AdAction[]): AdAction[] {
  const keyOf = ({ kind, id }: AdAction) => `${kind} ${id}`;
  const position = new Map(base.map((action, i) => [keyOf(action), i]));
  const placeOf = (action: AdAction) => position.get(keyOf(action)) ?? base.length;
  return actions.toSorted((a, b) => placeOf(a) - placeOf(b));
}

type Found = {
  readonly plan: AdPlan;
  readonly edits: readonly AdEdit[];
  readonly local: AdPlan;
  readonly actions: readonly AdAction[];
  readonly options: PlanOptions;
};

function told(survey: AdSurvey, { plan, edits, local, actions, options }: Found): LocalPlan {
  const { objective } = options;
  const view = planView(survey, { objective, actions });
  const cost = roundedCost(view.chosen.reduce((sum, o) => sum + view.options[o]!.cost, 0));
  const gain = objective === "budget" ? gainOf(view, options) : null;
  const value = gain?.value ?? (objective === "count" ? actions.length : cost);
  const isTighter = edits.every((edit) => edit.isTighter);
  const isShort = local.status === "infeasible";
  // A plan that leaves more undone may be cheaper than any that does not.
  const isAsMet = (local.minUnmet ?? 0) === (plan.minUnmet ?? 0);
  const isComparable = isTighter && isAsMet && !local.broken && !plan.broken;
  const known = isComparable ? plan.bound : null;
  const bound = gain ? Math.min(known ?? gain.most, gain.most) : known;
  return {
    status: isShort ? "infeasible" : bound === value ? "optimal" : "feasible",
    objective,
    value,
    bound,
    gap: bound === null ? null : Math.abs(value - bound) / Math.max(1e-9, Math.abs(value)),
    actions,
    cost,
    ...(local.minUnmet !== undefined && { minUnmet: local.minUnmet }),
    ...(local.broken !== undefined && { broken: local.broken }),
    ...(local.short && { short: local.short }),
    isLocal: true,
  };
}

/** What a plan within a budget is worth, and what filling everything would be. */
function gainOf(view: PlanView, { budget }: PlanOptions): { value: number; most: number } {
  let [value, most] = [0, 0];
  view.standing.forEach((standing, owner) => {
    const missing = Math.max(0, needOf(view, owner).count - standing.length);
    if (missing === 0) return;
    const weight = budget?.weights[nameOfOwner(view.survey, owner)] ?? 1;
    const added = spotsWith(view, owner).length - standing.length;
    value += weight * Math.min(missing, added);
    most += weight * missing;
  });
  return { value: roundedCost(value), most: roundedCost(most) };
}
