import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { AdInstance } from "../../../domain/ads/ad-instance.ts";
import { type AdSurvey, networkOf, surveyAds } from "../../../domain/ads/audit/audit.ts";
import { roadDetail } from "../../../domain/ads/audit/road-detail.ts";
import { roadStatuses } from "../../../domain/ads/audit/road-status.ts";
import { plannedSurvey, withActions } from "../../../domain/ads/plan/planned-survey.ts";
import { planarInstance } from "../../../domain/ads/planar-instance.ts";
import { randomAdCity } from "../../support/random-ad-city.ts";

const FIXTURES = "tests/fixtures/ads";

function surveyOf(instance: AdInstance): AdSurvey {
  return surveyAds(instance, networkOf(instance));
}

/** Holds every step against the audit and against the step before it. */
function holdTogether(survey: AdSurvey, seen: Set<string>): void {
  const { network, instance, roads } = survey;
  const statuses = roadStatuses(survey);
  network.roads.forEach(({ key, lengthM, rawLengthM }, r) => {
    const detail = roadDetail(survey, key) ?? expect.fail();
    const audit = roads[r]!;
    expect(detail).toMatchObject({
      status: statuses[r],
      count: audit.count,
      shortage: audit.shortage,
      densityPerKm: audit.density,
      required: { required: audit.required },
      sides: { left: audit.left, right: audit.right, short: audit.sideShort },
    });
    const { length, required, ads, stretches, sides } = detail;
    expect(length).toMatchObject({ lengthM, rawLengthM });
    const pieces = length.pieces.reduce((sum, piece) => sum + piece.lengthM, 0);
    expect(pieces).toBeCloseTo(lengthM, 6);
    const asked = required.isTooShort ? 0 : Math.max(required.rounded, required.minCount);
    expect(asked).toBe(audit.required);
    expect(Math.abs(required.rounded - required.exact)).toBeLessThan(1);
    const counted = ads.filter((ad) => ad.counts);
    expect(counted.length).toBe(audit.count);
    expect(counted.filter(({ side }) => side >= 0).length).toBe(audit.left);
    const short = Math.max(0, sides.need - sides.left) + Math.max(0, sides.need - sides.right);
    expect(short).toBe(audit.sideShort);
    const longest = Math.max(...stretches.map((stretch) => stretch.lengthM));
    expect(longest).toBeCloseTo(audit.longestGap, 6);
    expect(stretches.some(({ isTooLong }) => isTooLong)).toBe(!audit.gapOk);
    const all = stretches.reduce((sum, stretch) => sum + stretch.lengthM, 0);
    expect(all).toBeCloseTo(lengthM, 6);
    for (const { whyNot, host } of ads) {
      seen.add(String(whyNot));
      if (whyNot === "shared-elsewhere") expect(host).not.toBe(key);
    }
    const hosted = survey.spacingPairs.filter((pair) => {
      return pair.some((a) => survey.ads[a]!.served[0]?.road === r);
    });
    expect(detail.conflicts.map(({ ids }) => ids)).toEqual(
      hosted.map(([a, b]) => [instance.ads[a]!.id, instance.ads[b]!.id]),
    );
    for (const each of detail.conflicts) expect(each.distanceM).toBeLessThan(each.requiredM);
  });
}

test("the steps of a road lead to what the audit says of it", () => {
  const seen = new Set<string>();
  for (let seed = 1; seed <= 30; seed++) {
    holdTogether(surveyOf(randomAdCity(seed, { ads: 30, sites: 0, perKm: seed % 5 })), seen);
  }
  for (const file of readdirSync(FIXTURES)) {
    if (!/^\d/.test(file)) continue;
    const instance = AdInstance.parse(JSON.parse(readFileSync(`${FIXTURES}/${file}`, "utf8")));
    holdTogether(surveyOf(planarInstance(instance)), seen);
  }
  expect([...seen].sort()).toEqual(["facing-away", "null", "removed", "shared-elsewhere", "state"]);
});

test("there is nothing to tell of a road that there is not", () => {
  const survey = surveyOf(randomAdCity(1, { ads: 3, sites: 0 }));
  expect(roadDetail(survey, "无此路")).toBeNull();
});

test("after a plan stands what a survey of the changed city finds", () => {
  for (let seed = 1; seed <= 30; seed++) {
    const survey = surveyOf(randomAdCity(seed, { ads: 20, sites: 30 }));
    const { instance, network } = survey;
    const sites = instance.candidates.filter((_, s) => s % 3 === 0);
    const broken = instance.ads.filter(({ state }) => state === "faded" || state === "damaged");
    const actions = [
      ...sites.map(({ id }) => ({ kind: "new", id }) as const),
      ...broken.map(({ id }) => ({ kind: "repair", id }) as const),
      { kind: "new", id: "nowhere" } as const,
    ];
    const { firstNew, repaired, ...after } = plannedSurvey(survey, actions);
    const changed = { ...withActions(survey, actions).instance, candidates: [] };
    expect(after).toEqual(surveyAds(changed, network));
    expect(firstNew).toBe(instance.ads.length);
    expect([...repaired].map((a) => instance.ads[a]!.id)).toEqual(broken.map(({ id }) => id));
    network.roads.forEach(({ key }, r) => {
      const ads = roadDetail({ ...after, firstNew, repaired }, key)?.ads ?? [];
      const isCounted = (plan: string | null) => {
        return ads.filter((ad) => ad.counts && ad.plan === plan).length;
      };
      expect(isCounted(null)).toBe(survey.roads[r]!.count);
      const added = isCounted("new") + isCounted("repair");
      expect(added).toBe(after.roads[r]!.count - survey.roads[r]!.count);
    });
  }
});

test("rules that count no state still count what a plan does, and nothing else", () => {
  const instance = randomAdCity(5, { ads: 10, sites: 10 });
  const survey = surveyOf({ ...instance, rules: { ...instance.rules, countStates: [] } });
  const id = instance.candidates[survey.sites.findIndex(({ served }) => served.length > 0)]!.id;
  const after = plannedSurvey(survey, [{ kind: "new", id }]);
  const sum = ({ roads }: AdSurvey) => roads.reduce((total, { count }) => total + count, 0);
  expect(sum(survey)).toBe(0);
  expect(sum(after)).toBeGreaterThan(0);
  expect(sum(after)).toBeLessThanOrEqual(2);
});
