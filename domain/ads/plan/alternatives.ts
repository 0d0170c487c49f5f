import { isNoWorse, missingWith, spotsWith } from "./owner-needs.ts";
import { ownersOf, type PlanView } from "./plan-view.ts";
import type { AdAction } from "./planned-survey.ts";

/** Another action that does the same. */
export type AlternativeAction = {
  readonly action: AdAction;
  readonly cost: number;
  /** What it costs more; less than nothing where it is cheaper. */
  readonly extraCost: number;
};

/**
 * Of the actions that the plan leaves, the cheapest that could take the place of a chosen one: it is
 * in nobody else's way, and nothing lacks more than it does now. Of equals the first, repairs before
 * sites.
 */
export function cheapestAlternative(view: PlanView, chosen: number): AlternativeAction | null {
  const { options, members } = view;
  const broken = view.ownersOf(chosen).filter((owner) => {
    const without = missingWith(view, owner, spotsWith(view, owner, chosen));
    return !isNoWorse(without, missingWith(view, owner, spotsWith(view, owner)));
  });
  const [rarest] = broken.sort((a, b) => members[a]!.length - members[b]!.length || a - b);
  if (rarest === undefined) return null;
  const order = members[rarest]!.map(({ option }) => option).sort(
    (a, b) => options[a]!.cost - options[b]!.cost || a - b,
  );
  const found = order.find((other) => canReplace(view, chosen, other));
  if (found === undefined) return null;
  const { kind, id, cost } = options[found]!;
  return { action: { kind, id }, cost, extraCost: roundedCost(cost - options[chosen]!.cost) };
}

/** Whether the plan stays as good when `other`, which it leaves, is done in place of `chosen`. */
export function canReplace(view: PlanView, chosen: number, other: number): boolean {
  const { blocked, space, placement } = view.options[other]!;
  if (view.isChosen[other] === 1 || blocked !== null) return false;
  if (space && view.chosenNear(space).some((near) => near !== chosen)) return false;
  const gained = new Map(ownersOf(view.survey, placement));
  return view.ownersOf(chosen).every((owner) => {
    const rest = spotsWith(view, owner, chosen);
    const spot = gained.get(owner);
    const planned = missingWith(view, owner, spotsWith(view, owner));
    return isNoWorse(missingWith(view, owner, spot ? [...rest, spot] : rest), planned);
  });
}

/** Costs to the millionth, as the plan has them. */
export function roundedCost(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
