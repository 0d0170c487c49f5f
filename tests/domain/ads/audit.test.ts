import { expect, test } from "vitest";
import { AdGroupRule } from "../../../domain/ads/ad-rules.ts";
import { networkOf, surveyAds } from "../../../domain/ads/audit/audit.ts";
import { emptyStretch } from "../../../domain/ads/audit/empty-stretch.ts";
import { requiredCount, requiredPerSide } from "../../../domain/ads/audit/required-count.ts";
import { hoardingShare, screenShare, themeMix } from "../../../domain/ads/audit/shares.ts";
import { cityOf, isInside, servicesOf } from "../../../domain/ads/plan/check-geometry.ts";
import { randomAdCity } from "../../support/random-ad-city.ts";

test("the index finds what plain loops over all roads find", () => {
  for (let seed = 1; seed <= 25; seed++) {
    const instance = randomAdCity(seed, { ads: 60, sites: 40 });
    const network = networkOf(instance);
    const survey = surveyAds(instance, network);
    const city = cityOf(instance, network);
    const { sharing, countStates } = instance.rules;
    const plain = instance.ads.map((ad) => servicesOf(city, ad));
    plain.forEach((services, a) => {
      const told = survey.ads[a]!.served.map(({ road, piece, side }) => ({ road, piece, side }));
      const label = `seed ${seed} ad ${a}`;
      expect(told, label).toEqual(services.map(({ road, piece, side }) => ({ road, piece, side })));
      survey.ads[a]!.served.forEach(({ t }, i) => {
        expect(t, label).toBeCloseTo(services[i]!.t, 6);
      });
    });
    network.roads.forEach((_, r) => {
      const counted = plain.flatMap((services, a) => {
        if (!countStates.includes(instance.ads[a]!.state)) return [];
        return (sharing === "all" ? services : services.slice(0, 1)).filter((s) => s.road === r);
      });
      expect(survey.roads[r]!.count).toBe(counted.length);
      expect(survey.roads[r]!.left).toBe(counted.filter(({ side }) => side >= 0).length);
    });
    const unserved = instance.ads.flatMap(({ state, x, y }, a) => {
      const isInArea = instance.areas.some(({ polygon }) => isInside({ x, y }, polygon));
      return state === "removed" || plain[a]!.length > 0 || isInArea ? [] : [a];
    });
    expect(survey.unserved).toEqual(unserved);
  }
});

const rule = (given: object) => AdGroupRule.parse({ perKm: 4, serveDist: 20, ...given });

test("4 a kilometre on 750 m is 3, not 4 by the noise of doubles", () => {
  expect(requiredCount(rule({}), 750.0000000001)).toBe(3);
  expect(requiredCount(rule({ perKm: 3, rounding: "round" }), 500)).toBe(2);
  expect(requiredCount(rule({ minLength: 50, minCount: 1 }), 49.9)).toBe(0);
  expect(requiredPerSide(rule({ perSideShare: 0.29 }), 100)).toBe(29);
});

test("empty stretches: from the ends on a street, round the seam on a ring", () => {
  expect(emptyStretch([], 700, false)).toBe(700);
  expect(emptyStretch([600, 100], 700, false)).toBe(500);
  expect(emptyStretch([600, 100], 700, true)).toBe(500);
  expect(emptyStretch([300, 400], 700, true)).toBe(600);
  expect(emptyStretch([50], 700, true)).toBe(700);
});

test("shares are told in what is missing", () => {
  const hoarding = { id: "h", length: 120, height: 2.5, psaArea: 60, minShare: 0.3 };
  expect(hoardingShare(hoarding)).toMatchObject({ share: 0.2, shortageArea: 30 });
  const screen = { id: "s", loopSeconds: 301, psaSeconds: 75, minShare: 0.3 };
  expect(screenShare(screen)).toMatchObject({ shortageSeconds: 16 });
  const themes = { minShare: { values: 0.5, health: 0.2 }, newAds: 1 };
  const counted = ["values", "values", "values", "values", "a", "b", "c", "d", "health"];
  expect(themeMix(themes, counted)).toEqual({
    total: 10,
    need: { values: 1, health: 1 },
    rethemed: 1,
  });
});
