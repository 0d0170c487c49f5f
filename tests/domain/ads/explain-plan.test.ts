import { expect, test } from "vitest";
import type { AdSurvey } from "../../../domain/ads/audit/audit.ts";
import { explainChosen } from "../../../domain/ads/plan/explain-chosen.ts";
import { explainUnchosen } from "../../../domain/ads/plan/explain-unchosen.ts";
import type { AdPlan } from "../../../domain/ads/plan/plan-ads.ts";
import { planModel } from "../../../domain/ads/plan/plan-model.ts";
import { type PlanView, planView } from "../../../domain/ads/plan/plan-view.ts";
import type { AdAction } from "../../../domain/ads/plan/planned-survey.ts";
import { faultsOf, planned, surveyed } from "../../support/ad-plans.ts";
import { randomAdCity } from "../../support/random-ad-city.ts";

type Case = { label: string; survey: AdSurvey; plan: AdPlan; view: PlanView };

/** Plans of small cities; `wanted`: only those of that status. */
function* cases(objectives: readonly AdPlan["objective"][], wanted?: AdPlan["status"]) {
  for (let seed = 1; seed <= 28; seed++) {
    const city = randomAdCity(seed, { ads: 14, sites: 60, perKm: 1 + (seed % 4) });
    const survey = surveyed(city);
    for (const objective of objectives) {
      const plan = planned(survey, objective);
      if (plan.value === null || (wanted && plan.status !== wanted)) continue;
      yield { label: `seed ${seed} ${objective}`, survey, plan, view: planView(survey, plan) };
    }
  }
}

const same = (a: AdAction) => (b: AdAction) => a.kind === b.kind && a.id === b.id;

/** Everything but the chosen that could be done, barred or not. */
function unchosenOf({ view }: Case): AdAction[] {
  const left = view.options.filter((_, o) => view.isChosen[o] === 0);
  return left.map(({ kind, id }) => ({ kind, id }));
}

const costOf = (view: PlanView, action: AdAction) => view.options[view.optionOf(action)!]!.cost;

test("what breaks without an action, and the cheapest that could take its place, are those of trying all", () => {
  const seen = { breaks: 0, holds: 0, swaps: 0, none: 0 };
  for (const each of cases(["count", "cost"], "optimal")) {
    const { label, survey, plan, view } = each;
    for (const action of plan.actions) {
      const told = explainChosen(view, action) ?? expect.fail();
      const rest = plan.actions.filter((other) => !same(action)(other));
      const isReal = (fault: string) => !fault.endsWith("must be there");
      const broken = faultsOf(survey, plan, rest).filter(isReal);
      const isBreaking = told.rows.some(({ breaksWithout }) => breaksWithout);
      expect(isBreaking, `${label} ${action.id}`).toBe(broken.length > 0);
      const valid = unchosenOf(each).filter((other) => {
        return faultsOf(survey, plan, [...rest, other]).filter(isReal).length === 0;
      });
      const best = Math.min(...valid.map((other) => costOf(view, other)));
      if (!isBreaking) {
        seen.holds++;
        expect(told).toMatchObject({ alternative: null, extraCostIfRefused: -told.cost });
      } else if (told.alternative) {
        seen.swaps++;
        expect(told.alternative.cost, `${label} ${action.id}`).toBe(best);
        expect(told.extraCostIfRefused).toBeCloseTo(best - told.cost, 6);
        if (plan.objective === "cost" && !told.isMust) {
          expect(told.extraCostIfRefused).toBeGreaterThanOrEqual(0);
        }
      } else {
        seen.none++;
        expect(valid, `${label} ${action.id}`).toEqual([]);
        expect(told.extraCostIfRefused).toBeNull();
      }
      seen.breaks += isBreaking ? 1 : 0;
    }
  }
  expect(seen.breaks).toBeGreaterThan(40);
  for (const count of [seen.holds, seen.swaps, seen.none]) expect(count).toBeGreaterThan(5);
});

test("the rows of an action say what there is with it and without it", () => {
  const kinds = new Set<string>();
  for (const { view, plan } of cases(["cost"])) {
    for (const action of plan.actions) {
      const { rows, stretches, alsoServes } = explainChosen(view, action) ?? expect.fail();
      for (const row of rows) {
        kinds.add(row.kind);
        if (row.kind !== "gap") expect(row.have - row.haveWithout).toBe(1);
        else expect(row.have).toBeLessThanOrEqual(row.haveWithout);
        const isShort = row.haveWithout < row.need;
        if (row.kind !== "gap") expect(row.breaksWithout).toBe(isShort);
        expect(alsoServes.includes(row.of)).toBe(
          !rows.some((other) => other.of === row.of && other.breaksWithout),
        );
      }
      for (const { beforeM, afterM } of stretches) {
        const sum = afterM.reduce((total, part) => total + part, 0);
        expect(sum).toBeCloseTo(beforeM, 6);
      }
    }
  }
  expect([...kinds].sort()).toEqual(["area", "count", "gap", "side"]);
});

test("every action that a plan leaves is left for a reason that holds", () => {
  const codes = new Map<string, number>();
  for (const each of cases(["count", "cost", "budget"])) {
    const { label, survey, plan, view } = each;
    const columns = new Set(planModel(survey).columns.map(({ kind, id }) => `${kind} ${id}`));
    for (const action of unchosenOf(each)) {
      const reasons = explainUnchosen(view, action) ?? expect.fail();
      expect(reasons.length, label).toBeGreaterThan(0);
      const all = [...plan.actions, action];
      const tooNear = faultsOf(survey, plan, all).filter((fault) => fault.includes("too near"));
      for (const reason of reasons) {
        codes.set(reason.code, (codes.get(reason.code) ?? 0) + 1);
        const { code } = reason;
        if (plan.status !== "feasible") expect(code, `${label} ${action.id}`).not.toBe("unproven");
        if (code === "conflicts-with-chosen") expect(tooNear.length).toBe(reason.ids.length);
        if (code === "blocked" && reason.by === "too-close-to-existing") {
          expect(reason.near.length).toBeGreaterThan(0);
        }
        if (code === "not-needed" && reason.by === "standing" && plan.objective !== "budget") {
          expect(columns.has(`${action.kind} ${action.id}`), `${label} ${action.id}`).toBe(false);
        }
        if (code === "beyond-budget") expect(reason.cost).toBeGreaterThan(reason.left);
        if (code !== "dearer" && code !== "interchangeable") continue;
        const out = code === "dearer" ? reason.than : reason.with;
        const difference = costOf(view, action) - costOf(view, out);
        expect(reason.extraCost).toBeCloseTo(difference, 6);
        expect(reason.extraCost > 0).toBe(code === "dearer");
        if (plan.status !== "optimal" || plan.objective === "budget") continue;
        const swapped = [...plan.actions.filter((other) => !same(out)(other)), action];
        expect(faultsOf(survey, plan, swapped), `${label} ${action.id}`).toEqual([]);
      }
      if (tooNear.length > 0 && reasons[0]?.code !== "blocked") {
        expect(reasons.map(({ code }) => code).includes("conflicts-with-chosen")).toBe(
          reasons[0]?.code !== "serves-nothing",
        );
      }
    }
  }
  const expected = [
    "beyond-budget",
    "blocked",
    "conflicts-with-chosen",
    "dearer",
    "interchangeable",
    "not-needed",
    "serves-nothing",
  ];
  expect([...codes.keys()].sort()).toEqual(expect.arrayContaining(expected));
});

test("chosen and unchosen are told apart", () => {
  const [first] = [...cases(["count"], "optimal")].filter(({ plan }) => plan.actions.length > 0);
  const { view, plan } = first ?? expect.fail();
  const chosen = plan.actions[0] ?? expect.fail();
  expect(explainUnchosen(view, chosen)).toBeNull();
  expect(explainChosen(view, { kind: "new", id: "nowhere" })).toBeNull();
  expect(explainUnchosen(view, { kind: "new", id: "nowhere" })).toBeNull();
});
