import { expect, test } from "vitest";
import type { AdSurvey } from "../../../domain/ads/audit/audit.ts";
import { cutPhases } from "../../../domain/ads/plan/phases.ts";
import { planView } from "../../../domain/ads/plan/plan-view.ts";
import { type AdAction, plannedSurvey } from "../../../domain/ads/plan/planned-survey.ts";
import { planned, surveyed } from "../../support/ad-plans.ts";
import { seeded } from "../../support/random.ts";
import { randomAdCity } from "../../support/random-ad-city.ts";

function shortageOf({ roads, areaCounts, instance }: AdSurvey): number {
  const onRoads = roads.reduce((sum, { shortage }) => sum + shortage, 0);
  return instance.areas.reduce((sum, { min }, a) => {
    return sum + Math.max(0, min - areaCounts[a]!);
  }, onRoads);
}

const named = ({ kind, id }: AdAction) => `${kind} ${id}`;

test("phases are the plan, each within its budget, and no money is left that still buys something", () => {
  let cut = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const survey = surveyed(randomAdCity(seed, { ads: 14, sites: 70, perKm: 3 + (seed % 6) }));
    const objective = (["count", "cost", "budget"] as const)[seed % 3]!;
    const plan = planned(survey, objective);
    if (plan.value === null) continue;
    const view = planView(survey, plan);
    const random = seeded(seed);
    const budgets = Array.from({ length: 1 + random.below(4) }, () => random.below(1200));
    const phases = cutPhases(view, budgets);
    expect(cutPhases(view, budgets)).toEqual(phases);
    const all = phases.flatMap(({ actions }) => actions);
    expect(all.map(named).sort(), `seed ${seed}`).toEqual(plan.actions.map(named).sort());
    const done: AdAction[] = [];
    let shortage = shortageOf(survey);
    phases.forEach((phase, i) => {
      done.push(...phase.actions);
      const costs = phase.actions.map((action) => view.options[view.optionOf(action)!]!.cost);
      expect(phase.cost).toBeCloseTo(
        costs.reduce((sum, cost) => sum + cost, 0),
        6,
      );
      const after = plannedSurvey(survey, done);
      expect(phase.shortageLeft).toBe(shortageOf(after));
      expect(after.spacingPairs, "no plan puts two too near").toEqual(survey.spacingPairs);
      expect(phase.shortageLeft).toBeLessThanOrEqual(shortage);
      shortage = phase.shortageLeft;
      const { budget } = phase;
      expect(budget).toBe(budgets[i] ?? null);
      if (budget === null) return;
      cut++;
      expect(phase.cost).toBeLessThanOrEqual(budget);
      const rest = phases.slice(i + 1).flatMap(({ actions }) => actions);
      for (const action of rest) {
        const { cost } = view.options[view.optionOf(action)!]!;
        expect(cost, `seed ${seed}`).toBeGreaterThan(budget - phase.cost);
      }
    });
    if (objective !== "budget") {
      const last = phases.at(-1) ?? expect.fail();
      expect(last.shortageLeft).toBe(plan.minUnmet ?? 0);
      if (plan.status === "optimal") expect(last).toMatchObject({ coverage: 1, brokenLeft: 0 });
    }
  }
  expect(cut).toBeGreaterThan(60);
});

test("what must be comes first, then each action in turn fills most for its cost", () => {
  let steps = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const city = randomAdCity(seed, { ads: 14, sites: 60, perKm: 3 + (seed % 4) });
    const bare = (group: string) => {
      return { ...city.rules.groups[group]!, maxGap: null, perSideShare: null };
    };
    const rules = { ...city.rules, groups: { main: bare("main"), lane: bare("lane") } };
    const survey = surveyed({ ...city, rules, budget: null });
    const plan = planned(survey, "cost");
    if (plan.value === null) continue;
    const view = planView(survey, plan);
    const option = (action: AdAction) => view.options[view.optionOf(action)!]!;
    const order = cutPhases(view, []).flatMap(({ actions }) => actions);
    const musts = order.filter((action) => option(action).isMust).length;
    expect(order.slice(0, musts).every((action) => option(action).isMust)).toBe(true);
    for (let i = musts; i < order.length; i++) {
      const base = order.slice(0, i);
      const before = shortageOf(plannedSurvey(survey, base));
      const filled = order.slice(i).map((action) => {
        const worth = before - shortageOf(plannedSurvey(survey, [...base, action]));
        return { perCost: worth / option(action).cost, kind: action.kind };
      });
      const most = Math.max(...filled.map(({ perCost }) => perCost));
      expect(filled[0]!.perCost, `seed ${seed}`).toBeCloseTo(most, 9);
      steps++;
    }
  }
  expect(steps).toBeGreaterThan(60);
});

test("without budgets a plan is one phase, and an empty plan none", () => {
  const survey = surveyed(randomAdCity(4, { ads: 10, sites: 60 }));
  const plan = planned(survey, "cost");
  const [only, ...more] = cutPhases(planView(survey, plan), []);
  expect(more).toEqual([]);
  expect(only).toMatchObject({ budget: null, cost: plan.cost });
  expect(cutPhases(planView(survey, { objective: "cost", actions: [] }), [])).toEqual([]);
});
