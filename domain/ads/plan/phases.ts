import { roundedCost } from "./alternatives.ts";
import { missingWith, needOf, totalOf } from "./owner-needs.ts";
import { nameOfOwner, ownersOf, type PlanView, type Spot } from "./plan-view.ts";
import type { AdAction } from "./planned-survey.ts";

/** 分期: a part of a plan that one budget pays for, in the order in which it is best done. */
export type AdPhase = {
  /** Null: what no budget was left for. */
  readonly budget: number | null;
  readonly actions: readonly AdAction[];
  readonly cost: number;
  /** Ads still missing on roads and in areas when it is done, as the plan has them. */
  readonly shortageLeft: number;
  /** Ads that sides and empty stretches still lack then. */
  readonly brokenLeft: number;
  /** Of all ads that roads and areas need, the share that is there then, 0 to 1. */
  readonly coverage: number;
};

/** Money to the millionth. */
const CENT_PART = 1e-6;

/**
 * Cuts one plan into phases: together they are the plan. Separate plans for growing budgets would not
 * do, for the best for a little money need not be part of the best for more. Each phase takes what must
 * be there first, then again and again what fills most for its cost and can still be paid, of equals a
 * repair before a site, then the first in the plan. What a phase leaves of its money lapses.
 */
export function cutPhases(view: PlanView, budgets: readonly number[]): AdPhase[] {
  const order = new Deal(view);
  const phases: AdPhase[] = [];
  for (const budget of budgets) phases.push(phaseOf(order, budget));
  if (!order.isEmpty) phases.push(phaseOf(order, null));
  return phases;
}

function phaseOf(order: Deal, budget: number | null): AdPhase {
  const actions: AdAction[] = [];
  let cost = 0;
  for (;;) {
    const left = budget === null ? Number.POSITIVE_INFINITY : budget - cost + CENT_PART;
    const taken = order.take(left);
    if (!taken) break;
    actions.push({ kind: taken.kind, id: taken.id });
    cost = roundedCost(cost + taken.cost);
  }
  return { budget, actions, cost, ...order.figures() };
}

/** The actions of a plan that are not done yet, and what is missing as long as they are not. */
class Deal {
  readonly #view: PlanView;
  readonly #spots: Spot[][];
  readonly #worth = new Map<number, number>();

  constructor(view: PlanView) {
    this.#view = view;
    this.#spots = view.standing.map((spots) => [...spots]);
    for (const option of view.chosen) this.#worth.set(option, this.#worthOf(option));
  }

  get isEmpty(): boolean {
    return this.#worth.size === 0;
  }

  /** The next action that costs no more, taken off. */
  take(mostCost: number): PlanView["options"][number] | null {
    const { options } = this.#view;
    let best: number | null = null;
    for (const option of this.#worth.keys()) {
      if (options[option]!.cost > mostCost) continue;
      if (best === null || this.#isBefore(option, best)) best = option;
    }
    if (best === null) return null;
    this.#do(best);
    return options[best]!;
  }

  figures(): Pick<AdPhase, "shortageLeft" | "brokenLeft" | "coverage"> {
    let [shortageLeft, brokenLeft, needed] = [0, 0, 0];
    this.#spots.forEach((spots, owner) => {
      const missing = missingWith(this.#view, owner, spots);
      shortageLeft += missing.count;
      brokenLeft += totalOf(missing) - missing.count;
      needed += needOf(this.#view, owner).count;
    });
    return { shortageLeft, brokenLeft, coverage: needed > 0 ? 1 - shortageLeft / needed : 1 };
  }

  /** Only what shares a road or area with it is worth anything else afterwards. */
  #do(option: number): void {
    const { survey, options, members } = this.#view;
    this.#worth.delete(option);
    const changed = new Set<number>();
    for (const [owner, spot] of ownersOf(survey, options[option]!.placement)) {
      this.#spots[owner]!.push(spot);
      for (const each of members[owner]!)
        if (this.#worth.has(each.option)) changed.add(each.option);
    }
    for (const each of changed) this.#worth.set(each, this.#worthOf(each));
  }

  #worthOf(option: number): number {
    const { survey, options } = this.#view;
    return ownersOf(survey, options[option]!.placement).reduce((sum, [owner, spot]) => {
      const spots = this.#spots[owner]!;
      const now = missingWith(this.#view, owner, spots);
      const then = missingWith(this.#view, owner, [...spots, spot]);
      const weight = survey.instance.budget?.weights[nameOfOwner(survey, owner)] ?? 1;
      return sum + weight * (totalOf(now) - totalOf(then));
    }, 0);
  }

  #isBefore(a: number, b: number): boolean {
    const [p, q] = [this.#view.options[a]!, this.#view.options[b]!];
    if (p.isMust !== q.isMust) return p.isMust;
    const [worthA, worthB] = [this.#worth.get(a)!, this.#worth.get(b)!];
    const [perCostA, perCostB] = [perCost(worthA, p.cost), perCost(worthB, q.cost)];
    if (perCostA !== perCostB) return perCostA > perCostB;
    if (perCostA === Number.POSITIVE_INFINITY && worthA !== worthB) return worthA > worthB;
    if (p.kind !== q.kind) return p.kind === "repair";
    return false;
  }
}

/** What costs nothing is worth more than anything for its cost, unless it is worth nothing. */
function perCost(worth: number, cost: number): number {
  if (worth <= 0) return 0;
  return cost > 0 ? worth / cost : Number.POSITIVE_INFINITY;
}
