import { expect, test } from "vitest";
import { AdInstance } from "../../../domain/ads/ad-instance.ts";
import { networkOf, surveyAds } from "../../../domain/ads/audit/audit.ts";
import { checkPlan } from "../../../domain/ads/plan/check-plan.ts";
import { localPlan } from "../../../domain/ads/plan/local-plan.ts";
import type { AdObjective, AdPlan } from "../../../domain/ads/plan/plan-ads.ts";
import { editsBetween } from "../../../domain/ads/plan/plan-edits.ts";
import { scopedCity } from "../../../domain/ads/plan/scoped-city.ts";
import { optionsFor, planned, surveyed } from "../../support/ad-plans.ts";
import { type Random, seeded } from "../../support/random.ts";
import { randomAdCity } from "../../support/random-ad-city.ts";

const OBJECTIVES: readonly AdObjective[] = ["count", "cost", "budget"];

type Site = AdInstance["candidates"][number];

/** One to three sites locked, let go, or moved; chosen ones by preference. */
function edited(city: AdInstance, plan: AdPlan, random: Random): AdInstance {
  const candidates = [...city.candidates];
  const chosen = plan.actions.flatMap(({ id }) => candidates.findIndex((site) => site.id === id));
  const change = (site: Site): Site => {
    const n = random.below(4);
    if (n === 0) return { ...site, lock: "out" };
    if (n === 1) return { ...site, lock: "in" };
    if (n === 2) return { ...site, lock: null };
    return { ...site, x: site.x + random.below(200) - 100, y: site.y + random.below(60) - 30 };
  };
  for (let n = 1 + random.below(3); n > 0; n--) {
    const isChosen = chosen.length > 0 && random() < 0.6;
    const s = isChosen ? random.pick(chosen) : random.below(candidates.length);
    if (candidates[s]) candidates[s] = change(candidates[s]);
  }
  return { ...city, candidates };
}

/** Roads 400 m apart, so that an edit leaves most of them alone. */
function spreadCity(seed: number): AdInstance {
  const random = seeded(seed);
  const roads = Array.from({ length: 6 }, (_, i) => i);
  const at = (road: number) => ({ x: random.below(900), y: 400 * road + random.below(30) - 15 });
  const main = {
    perKm: 3 + random.below(4),
    serveDist: 20,
    minSpacing: 60,
    minCount: 0,
    maxGap: random() < 0.4 ? 400 : null,
  };
  return AdInstance.parse({
    crs: "local-m",
    segments: roads.map((i) => {
      const coords = [
        [0, 400 * i],
        [900, 400 * i],
      ];
      return { id: `s${i}`, name: `横${i}路`, class: "primary", coords };
    }),
    ads: Array.from({ length: 12 }, (_, i) => {
      const repairCost = random() < 0.7 ? 50 : null;
      return { id: `a${i}`, ...at(i % 6), state: random.pick(["ok", "faded"]), repairCost };
    }),
    candidates: Array.from({ length: 66 }, (_, i) => {
      return { id: `c${i}`, ...at(i % 6), cost: 100 + random.below(900) };
    }),
    rules: { classes: { primary: "main" }, groups: { main } },
    budget: { amount: 3000 + random.below(3000) },
  });
}

/** Figures in the order in which plans are better. */
function rankOf({ objective, value, minUnmet, broken }: AdPlan): number[] {
  if (objective === "budget") return [-(value ?? 0)];
  return [minUnmet ?? 0, broken ?? 0, value ?? 0];
}

function isBetter(a: AdPlan, b: AdPlan): boolean {
  const [ranks, others] = [rankOf(a), rankOf(b)];
  const first = ranks.findIndex((rank, i) => Math.abs(rank - others[i]!) > 1e-6);
  return first >= 0 && ranks[first]! < others[first]!;
}

test("after an edit a plan near it holds, and is never better than planning all anew", () => {
  const seen = { local: 0, whole: 0, same: 0, worse: 0, bounded: 0, proven: 0 };
  for (let seed = 1; seed <= 80; seed++) {
    const random = seeded(seed);
    const isSpread = seed % 2 === 0;
    const sizes = { ads: 14, sites: 60, perKm: 2 + (seed % 3) };
    const city = isSpread ? spreadCity(seed) : randomAdCity(seed, sizes);
    const objective = OBJECTIVES[seed % 3]!;
    const plan = planned(surveyed(city), objective);
    const changed = edited(city, plan, random);
    const survey = surveyed(changed);
    const base = { plan, instance: city };
    const local = localPlan(survey, base, optionsFor(survey, objective));
    const label = `seed ${seed} ${objective}`;
    expect(checkPlan(changed, survey.network, local), label).toEqual([]);
    const full = planned(survey, objective);
    expect(local.value === null, label).toBe(full.value === null);
    if (local.value === null) continue;
    seen[local.isLocal ? "local" : "whole"]++;
    expect(isBetter(local, full), label).toBe(false);
    seen[isBetter(full, local) ? "worse" : "same"]++;
    const isTighter = editsBetween(city, changed).every((edit) => edit.isTighter);
    if (!local.isLocal || objective === "budget") continue;
    if (!isTighter) expect(local.bound, label).toBeNull();
    if (local.bound === null) continue;
    seen.bounded++;
    if (local.status === "optimal") seen.proven++;
    const isAsMet = rankOf(local)[0] === rankOf(full)[0] && rankOf(local)[1] === rankOf(full)[1];
    expect(isAsMet, label).toBe(true);
    expect(local.bound, label).toBeLessThanOrEqual((full.value ?? 0) + 1e-6);
  }
  expect(seen.local).toBeGreaterThan(40);
  expect(seen.bounded).toBeGreaterThan(5);
  expect(seen.proven).toBeGreaterThan(2);
  expect(seen.same).toBeGreaterThan(30);
});

test("what is far from an edit stays as it was", () => {
  let moved = 0;
  for (let seed = 1; seed <= 16; seed++) {
    const city = spreadCity(seed);
    const before = surveyed(city);
    const plan = planned(before, "cost");
    const random = seeded(seed);
    const [s] = plan.actions.flatMap(({ kind, id }) => {
      return kind === "new" ? [city.candidates.findIndex((site) => site.id === id)] : [];
    });
    if (s === undefined) continue;
    const to = random() < 0.5 ? { lock: "out" as const } : { y: city.candidates[s]!.y + 400 };
    const changed = {
      ...city,
      candidates: city.candidates.with(s, { ...city.candidates[s]!, ...to }),
    };
    const survey = surveyed(changed);
    const local = localPlan(survey, { plan, instance: city }, optionsFor(survey, "cost"));
    expect(local.isLocal).toBe(true);
    const roadsOf = (each: typeof survey, { kind, id }: AdPlan["actions"][number]) => {
      const { candidates, ads } = each.instance;
      const list: readonly { id: string }[] = kind === "new" ? candidates : ads;
      const places = kind === "new" ? each.sites : each.ads;
      return places[list.findIndex((one) => one.id === id)]!.served.map(({ road }) => road);
    };
    const touched = new Set([
      ...before.sites[s]!.served.map(({ road }) => road),
      ...survey.sites[s]!.served.map(({ road }) => road),
    ]);
    const far = (each: typeof survey, actions: AdPlan["actions"]) =>
      actions.filter((action) => !roadsOf(each, action).some((road) => touched.has(road)));
    expect(far(survey, local.actions), `seed ${seed}`).toEqual(far(before, plan.actions));
    moved++;
  }
  expect(moved).toBeGreaterThan(10);
});

test("a part of a city is planned anew on a base for that part", () => {
  const box = [
    [-1e4, -1e4],
    [1e4, -1e4],
    [1e4, 150],
    [-1e4, 150],
  ];
  const scope = { type: "Polygon" as const, coordinates: [box] };
  let moves = 0;
  for (let seed = 1; seed <= 16; seed++) {
    const city = randomAdCity(seed, { ads: 14, sites: 60, perKm: 2 + (seed % 3) });
    const network = networkOf(city);
    const part = (of: AdInstance) => {
      const scoped = scopedCity(of, of, network, scope);
      return surveyAds(scoped.instance, scoped.network);
    };
    const plan = planned(part(city), "cost");
    const changed = edited(city, plan, seeded(seed));
    moves += editsBetween(city, changed).filter(({ isMoved }) => isMoved).length;
    const survey = part(changed);
    const local = localPlan(survey, { plan, instance: city }, optionsFor(survey, "cost"));
    expect(checkPlan(survey.instance, survey.network, local), `seed ${seed}`).toEqual([]);
    if (local.value !== null) expect(isBetter(local, planned(survey, "cost"))).toBe(false);
  }
  expect(moves).toBeGreaterThan(3);
});

test("a base that costs more than there is now is not kept to", () => {
  const city = spreadCity(2);
  const survey = surveyed(city);
  const plan = planned(survey, "budget");
  const poor = { ...city, budget: { amount: Math.floor(plan.cost / 3), weights: {} } };
  const poorer = {
    ...poor,
    candidates: city.candidates.with(0, { ...city.candidates[0]!, lock: "out" }),
  };
  const after = surveyed(AdInstance.parse(poorer));
  const local = localPlan(after, { plan, instance: poor }, optionsFor(after, "budget"));
  expect(local.isLocal).toBe(false);
  expect(checkPlan(after.instance, after.network, local)).toEqual([]);
});

test("without an edit the plan is the base, and without a base it is a plan of the whole", () => {
  for (let seed = 1; seed <= 12; seed++) {
    const city = randomAdCity(seed, { ads: 14, sites: 60 });
    const survey = surveyed(city);
    const objective = OBJECTIVES[seed % 3]!;
    const options = optionsFor(survey, objective);
    const plan = planned(survey, objective);
    expect(localPlan(survey, { plan, instance: city }, options)).toEqual({
      ...plan,
      isLocal: false,
    });
    const other = planned(survey, OBJECTIVES[(seed + 1) % 3]!);
    const anew = localPlan(survey, { plan: other, instance: city }, options);
    expect(anew).toEqual({ ...plan, isLocal: false });
    const { minUnmet, broken, short, ...bare } = plan;
    const filled = localPlan(survey, { plan: bare, instance: city }, options);
    expect(filled).toMatchObject({ status: plan.status, value: plan.value, actions: plan.actions });
    expect(filled.minUnmet).toBe(minUnmet);
    const fewer = { ...city, ads: city.ads.slice(1) };
    expect(localPlan(survey, { plan, instance: fewer }, options).isLocal).toBe(false);
  }
});
