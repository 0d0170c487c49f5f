import { expect, test } from "vitest";
import type { AdInstance } from "../../../domain/ads/ad-instance.ts";
import { assignThemes } from "../../../domain/ads/plan/assign-themes.ts";
import { planned, surveyed } from "../../support/ad-plans.ts";
import { seeded } from "../../support/random.ts";
import { randomAdCity } from "../../support/random-ad-city.ts";

/** A random city whose ads show themes and whose rules ask for shares of some. */
function themedCity(seed: number): AdInstance {
  const city = randomAdCity(seed, { ads: 24, sites: 90, perKm: 3 + (seed % 8) });
  const random = seeded(seed);
  const names = ["价值观", "文明", "健康", "节约", "环保"].slice(0, 2 + random.below(4));
  const minShare = Object.fromEntries(names.map((name) => [name, random() / names.length]));
  const ads = city.ads.map((ad) => ({ ...ad, theme: random.pick([...names, "其他", null]) }));
  return { ...city, ads, rules: { ...city.rules, themes: { minShare } } };
}

test("every theme reaches its share wherever the new ads are enough, and each gets its need in turn", () => {
  const seen = { enough: 0, few: 0 };
  for (let seed = 1; seed <= 80; seed++) {
    const city = themedCity(seed);
    const survey = surveyed(city);
    const { actions } = planned(survey, "count");
    const { themes, mix, rethemed } = assignThemes(survey, actions);
    const fresh = actions.filter(({ kind }) => kind === "new").map(({ id }) => id);
    expect(themes.map(({ id }) => id).sort()).toEqual([...fresh].sort());
    const isRepaired = new Set(actions.flatMap(({ kind, id }) => (kind === "repair" ? [id] : [])));
    const counted = city.ads.filter(({ id, state }) => {
      return isRepaired.has(id) || city.rules.countStates.includes(state);
    });
    const total = counted.length + fresh.length;
    let needed = 0;
    for (const { theme, have, need, added, minShare } of mix) {
      expect(have).toBe(counted.filter((ad) => ad.theme === theme).length);
      expect(added).toBe(themes.filter((each) => each.theme === theme).length);
      expect(need).toBe(Math.max(0, Math.ceil(Number((minShare * total).toFixed(6))) - have));
      needed += need;
    }
    expect(rethemed).toBe(Math.max(0, needed - fresh.length));
    if (fresh.length === 0) continue;
    seen[rethemed > 0 ? "few" : "enough"]++;
    for (const { added, need } of mix) {
      if (rethemed === 0) expect(added, `seed ${seed}`).toBeGreaterThanOrEqual(need);
      else expect(added).toBeLessThanOrEqual(need);
    }
    expect(assignThemes(survey, actions)).toEqual({ themes, mix, rethemed });
  }
  expect(seen.enough).toBeGreaterThan(5);
  expect(seen.few).toBeGreaterThan(5);
});

test("neighbours along one road show different themes as long as there are others", () => {
  const segments = [
    {
      id: "s",
      name: "长路",
      class: "primary",
      coords: [
        [0, 0],
        [2000, 0],
      ] as [number, number][],
    },
  ];
  const candidates = Array.from({ length: 20 }, (_, i) => {
    return { id: `c${i}`, x: 50 + 100 * i, y: 5, cost: 1 };
  });
  const city = randomAdCity(1, { ads: 0, sites: 0 });
  const main = { ...city.rules.groups.main!, serveDist: 20, minSpacing: 50 };
  const minShare = { 甲: 0.3, 乙: 0.3, 丙: 0.2 };
  const rules = { ...city.rules, groups: { main, lane: main }, themes: { minShare } };
  const survey = surveyed({ ...city, segments, candidates, areas: [], forbidden: [], rules });
  const actions = candidates.map(({ id }) => ({ kind: "new", id }) as const);
  const { themes, mix } = assignThemes(survey, actions);
  expect(themes.map(({ id }) => id)).toEqual(candidates.map(({ id }) => id));
  themes.slice(1).forEach(({ theme }, i) => {
    expect(theme).not.toBe(themes[i]!.theme);
  });
  // 20 ads in the proportion 3 : 3 : 2.
  for (const { theme, added } of mix)
    expect(added).toBe(theme === "丙" ? 5 : theme === "甲" ? 8 : 7);
});

test("nothing is dealt out where the rules name no themes", () => {
  const survey = surveyed(randomAdCity(2, { ads: 5, sites: 20 }));
  const { actions } = planned(survey, "count");
  expect(assignThemes(survey, actions)).toEqual({ themes: [], mix: [], rethemed: 0 });
});
