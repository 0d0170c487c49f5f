import { expect, test } from "vitest";
import { networkOf, surveyAds } from "../../../domain/ads/audit/audit.ts";
import {
  type SummaryRow,
  summarise,
  summariseAll,
} from "../../../domain/ads/audit/audit-summary.ts";
import { roadStatuses } from "../../../domain/ads/audit/road-status.ts";
import { randomAdCity } from "../../support/random-ad-city.ts";

function surveyOf(seed: number) {
  const instance = randomAdCity(seed, { ads: 4 + 12 * (seed % 3), sites: 10, perKm: seed % 4 });
  return surveyAds(instance, networkOf(instance));
}

test("a road is short, else dense, else met or asked for nothing", () => {
  const seen = { short: 0, dense: 0, met: 0, unneeded: 0 };
  for (let seed = 1; seed <= 80; seed++) {
    const survey = surveyOf(seed);
    roadStatuses(survey).forEach((status, r) => {
      seen[status]++;
      const { shortage, gapOk, sideShort, required } = survey.roads[r]!;
      const isFaulty = shortage + sideShort > 0 || !gapOk;
      expect(status === "short", `seed ${seed}`).toBe(isFaulty);
      const hostsOfPair = survey.spacingPairs.flat().filter((a) => {
        return survey.ads[a]!.served[0]?.road === r;
      });
      if (!isFaulty) expect(status === "dense").toBe(hostsOfPair.length > 0);
      if (status === "met") expect(required).toBeGreaterThan(0);
      if (status === "unneeded") expect(required).toBe(0);
    });
  }
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(3);
});

test("required less existing and more surplus is what is short, and groups add up to the whole", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const survey = surveyOf(seed);
    const statuses = roadStatuses(survey);
    const all = summariseAll(survey, statuses);
    const groupOf = survey.network.roads.map(({ group }, r) => (r % 3 === 0 ? null : group));
    const rows = summarise(survey, statuses, groupOf);
    for (const row of [all, ...rows]) {
      expect(row.required - row.existing + row.surplus).toBe(row.shortage);
      expect(row.short + row.dense + row.met + row.unneeded).toBe(row.roads);
    }
    const keys = ["roads", "required", "existing", "shortage", "surplus", "short", "met"] as const;
    const sum = (of: keyof SummaryRow) => rows.reduce((total, row) => total + Number(row[of]), 0);
    for (const key of keys) expect(sum(key)).toBe(all[key]);
    expect(sum("lengthM")).toBeCloseTo(all.lengthM, 6);
    expect(rows.findIndex(({ id }) => id === null)).toBe(rows.length - 1);
    const first = rows[0]?.id ?? expect.fail();
    expect(rows[0]!.roads).toBe(groupOf.filter((group) => group === first).length);
  }
});
