import type { BlockedReason } from "../audit/blocked.ts";
import { isTooNear, spaced } from "../audit/spacing.ts";
import { canReplace, roundedCost } from "./alternatives.ts";
import { isInLongStretch, isNoWorse, isSame, missingWith, spotsWith } from "./owner-needs.ts";
import { nameOfOwner, ownersOf, type PlanView, type Spot } from "./plan-view.ts";
import type { AdAction } from "./planned-survey.ts";

/** 为什么不选. */
export type UnchosenReason =
  /** `near`: the standing ads that it is too close to. */
  | { readonly code: "blocked"; readonly by: BlockedReason; readonly near: readonly string[] }
  | { readonly code: "serves-nothing" }
  | { readonly code: "conflicts-with-chosen"; readonly ids: readonly string[] }
  /** Nothing that it serves lacks anything it could give: as things stand, or once the plan is done. */
  | { readonly code: "not-needed"; readonly by: "standing" | "plan" }
  /** A chosen action does the same for less. */
  | { readonly code: "dearer"; readonly than: AdAction; readonly extraCost: number }
  /** It could take the place of a chosen action for no more. */
  | { readonly code: "interchangeable"; readonly with: AdAction; readonly extraCost: number }
  | { readonly code: "beyond-budget"; readonly cost: number; readonly left: number }
  /** It lies in a stretch that stays too long all the same. */
  | { readonly code: "not-enough" }
  /** It would help, and is left by a plan that is not proven to be the best. */
  | { readonly code: "unproven" };

/** Why a plan leaves an action, all reasons that hold, strongest first. Null: it is chosen, or there is none such. */
export function explainUnchosen(view: PlanView, action: AdAction): UnchosenReason[] | null {
  const o = view.optionOf(action);
  if (o === undefined || view.isChosen[o] === 1) return null;
  const { blocked, space, placement } = view.options[o]!;
  if (blocked) return [{ code: "blocked", by: blocked, near: standingNear(view, o) }];
  const owners = ownersOf(view.survey, placement);
  if (owners.length === 0) return [{ code: "serves-nothing" }];
  const reasons: UnchosenReason[] = [];
  const inTheWay = space ? view.chosenNear(space) : [];
  if (inTheWay.length > 0) {
    const ids = inTheWay.map((near) => view.options[near]!.id);
    reasons.push({ code: "conflicts-with-chosen", ids });
  }
  if (!owners.some(([owner, spot]) => isWantedToday(view, owner, spot))) {
    return [...reasons, { code: "not-needed", by: "standing" }];
  }
  const swap = bestSwap(view, o, inTheWay);
  if (swap) return [...reasons, swap];
  const gains = owners.map(([owner, spot]) => gainOf(view, owner, spot));
  if (gains.every((gain) => gain === "none")) {
    return [...reasons, { code: "not-needed", by: "plan" }];
  }
  return reasons.length > 0 ? reasons : [whyLeft(view, o, gains)];
}

function standingNear({ survey, options }: PlanView, o: number): string[] {
  const { instance, ads, network } = survey;
  const { space } = options[o]!;
  if (!space) return [];
  return instance.ads.flatMap((ad, a) => {
    if (ad.state === "removed" || Math.hypot(ad.x - space.x, ad.y - space.y) > space.spacingM) {
      return [];
    }
    return isTooNear(space, spaced(ad, ads[a]!, network, instance.rules)) ? [ad.id] : [];
  });
}

/** Whether an owner lacks something that a spot could be part of, with what stands and what must be. */
function isWantedToday(view: PlanView, owner: number, spot: Spot): boolean {
  if (weightOf(view, owner) === 0) return false;
  const musts = view.members[owner]!.filter(({ option }) => view.options[option]!.isMust);
  const today = [...view.standing[owner]!, ...musts];
  const [now, then] = [missingWith(view, owner, today), missingWith(view, owner, [...today, spot])];
  return !isSame(then, now) || isInLongStretch(view, owner, today, spot);
}

type Gain = "none" | "stretch" | "number";

/** What one more spot gives an owner once the plan is done. */
function gainOf(view: PlanView, owner: number, spot: Spot): Gain {
  if (weightOf(view, owner) === 0) return "none";
  const spots = spotsWith(view, owner);
  const [now, then] = [missingWith(view, owner, spots), missingWith(view, owner, [...spots, spot])];
  if (!isSame({ ...then, stretch: 0 }, { ...now, stretch: 0 })) return "number";
  return then.stretch < now.stretch || isInLongStretch(view, owner, spots, spot)
    ? "stretch"
    : "none";
}

function weightOf({ survey, objective }: PlanView, owner: number): number {
  if (objective !== "budget") return 1;
  return survey.instance.budget?.weights[nameOfOwner(survey, owner)] ?? 1;
}

/** The dearest chosen action whose place it could take; the one that it must displace, if any. */
function bestSwap(view: PlanView, o: number, inTheWay: readonly number[]): UnchosenReason | null {
  if (inTheWay.length > 1) return null;
  const near = view.ownersOf(o).flatMap((owner) => view.members[owner]!.map((each) => each.option));
  const places = [...new Set([...inTheWay, ...near])].filter((chosen) => {
    if (view.isChosen[chosen] !== 1 || view.options[chosen]!.isMust) return false;
    return isUseful(view, chosen) && canReplace(view, chosen, o);
  });
  const [dearest] = places.sort((a, b) => view.options[b]!.cost - view.options[a]!.cost || a - b);
  if (dearest === undefined) return null;
  const { kind, id, cost } = view.options[dearest]!;
  const extraCost = roundedCost(view.options[o]!.cost - cost);
  return extraCost > 0
    ? { code: "dearer", than: { kind, id }, extraCost }
    : { code: "interchangeable", with: { kind, id }, extraCost };
}

/** Whether something lacks more without a chosen action. */
function isUseful(view: PlanView, chosen: number): boolean {
  return view.ownersOf(chosen).some((owner) => {
    const without = missingWith(view, owner, spotsWith(view, owner, chosen));
    return !isNoWorse(without, missingWith(view, owner, spotsWith(view, owner)));
  });
}

function whyLeft(
  { survey, objective, options, chosen }: PlanView,
  o: number,
  gains: readonly Gain[],
): UnchosenReason {
  const { cost } = options[o]!;
  const spent = chosen.reduce((sum, each) => sum + options[each]!.cost, 0);
  const left = roundedCost((survey.instance.budget?.amount ?? 0) - spent);
  if (objective === "budget" && cost > left) return { code: "beyond-budget", cost, left };
  return { code: gains.includes("number") ? "unproven" : "not-enough" };
}
