import { expect, test } from "vitest";
import { isTooNear } from "../../../domain/ads/audit/spacing.ts";
import { largestPacking } from "../../../domain/ads/plan/largest-packing.ts";
import { planView } from "../../../domain/ads/plan/plan-view.ts";
import { unmetReasons } from "../../../domain/ads/plan/unmet-reasons.ts";
import { planned, surveyed } from "../../support/ad-plans.ts";
import { randomAdCity } from "../../support/random-ad-city.ts";

test("what a plan leaves short is told row by row, and adds up to what the plan says", () => {
  const ways = new Set<string>();
  const kinds = new Set<string>();
  for (let seed = 1; seed <= 60; seed++) {
    const survey = surveyed(randomAdCity(seed, { ads: 12, sites: 40, perKm: 2 + (seed % 5) }));
    const plan = planned(survey, "count");
    if (plan.value === null) continue;
    const view = planView(survey, plan);
    const told = unmetReasons(view);
    const rows = (list: readonly { kind: string; of: string }[]) =>
      [...new Set(list.map(({ kind, of }) => `${kind} ${of}`))].sort();
    expect(rows(told), `seed ${seed}`).toEqual(rows(plan.short ?? []));
    const hard = told.filter(({ kind }) => kind === "count" || kind === "area");
    const missing = hard.reduce((sum, row) => sum + row.missing, 0);
    expect(missing, `seed ${seed}`).toBe(plan.minUnmet ?? 0);
    for (const row of told) {
      kinds.add(row.kind);
      const inTheWay = row.inTheWay.reduce((sum, each) => sum + each.sites, 0);
      expect(inTheWay).toBeLessThanOrEqual(row.sites);
      expect(row.inTheWay.some(({ reason }) => reason === "no-sites")).toBe(row.sites === 0);
      for (const { reason } of row.inTheWay) {
        ways.add(reason.replace(/:.*/, ""));
        if (row.kind === "count" || row.kind === "area") expect(reason).not.toBe("no-help");
      }
      if (row.kind === "gap") {
        expect(row.have).toBeGreaterThan(row.need);
        expect(row.possible).toBeLessThanOrEqual(row.have);
        expect(row.stretch).not.toBeNull();
        continue;
      }
      expect(row.need - row.have).toBe(row.missing);
      expect(row.possible).toBeGreaterThanOrEqual(row.have);
      expect(row.possible).toBeLessThanOrEqual(row.atMost);
    }
  }
  expect([...kinds].sort()).toEqual(["area", "count", "gap", "side"]);
  const expected = ["forbidden", "locked-out", "no-sites", "spacing"];
  expect([...ways].sort()).toEqual(expect.arrayContaining([...expected, "too-close-to-existing"]));
});

test("the largest packing is between the two numbers", () => {
  let exact = 0;
  let tried = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const survey = surveyed(randomAdCity(seed, { ads: 0, sites: 30 }));
    const { members, options } = planView(survey, { objective: "count", actions: [] });
    for (const own of members) {
      if (own.length > 13) continue;
      tried++;
      const { found, atMost } = largestPacking(own, options);
      let most = 0;
      for (let mask = 0; mask < 2 ** own.length; mask++) {
        const picked = own.filter((_, i) => (mask >> i) & 1).map(({ option }) => options[option]!);
        const holds = picked.every((a, i) =>
          picked.slice(i + 1).every((b) => !(a.space && b.space && isTooNear(a.space, b.space))),
        );
        if (holds) most = Math.max(most, picked.length);
      }
      expect(found).toBeLessThanOrEqual(most);
      expect(atMost).toBeGreaterThanOrEqual(most);
      exact += found === atMost ? 1 : 0;
    }
  }
  expect(exact / tried).toBeGreaterThan(0.8);
});

test("within a budget the money is in the way, and nothing is short where all is met", () => {
  const city = randomAdCity(3, { ads: 10, sites: 60, perKm: 5 });
  const survey = surveyed({ ...city, budget: { amount: 0, weights: {} } });
  const view = planView(survey, { objective: "budget", actions: [] });
  const ways = unmetReasons(view).flatMap(({ inTheWay }) => inTheWay.map(({ reason }) => reason));
  expect(ways).toContain("budget");
  const idle = surveyed(randomAdCity(3, { ads: 0, sites: 5, perKm: 0 }));
  const needless = { ...idle.instance.rules.groups.main!, minCount: 0, maxGap: null };
  const rules = { ...idle.instance.rules, groups: { main: needless, lane: needless } };
  const free = surveyed({ ...idle.instance, rules, areas: [] });
  expect(unmetReasons(planView(free, { objective: "cost", actions: [] }))).toEqual([]);
});
