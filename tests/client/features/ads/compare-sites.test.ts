import fc from "fast-check";
import { expect, test } from "vitest";
import { compareSites } from "../../../../client/features/ads/plans/compare-sites.ts";
import type { AdPlanSite } from "../../../../domain/contract/ads-plans.ts";

const siteOf = (id: number, lng = 114): AdPlanSite => ({
  kind: id % 5 === 0 ? "repair" : "new",
  id: `S${id}`,
  position: [lng, 30],
  carrier: "lamp",
  cost: 100 + id,
});
const plan = fc
  .uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 30 })
  .map((ids) => ids.map((id) => siteOf(id)));
const costOf = (sites: readonly AdPlanSite[]) => sites.reduce((sum, { cost }) => sum + cost, 0);

test("what is in one alone and what is in both add up to each plan", () => {
  fc.assert(
    fc.property(plan, plan, (first, second) => {
      const { count, cost, sites } = compareSites(first, second);
      expect(count.first + count.both).toBe(first.length);
      expect(count.second + count.both).toBe(second.length);
      expect(cost.first + cost.both).toBe(costOf(first));
      expect(cost.second + cost.both).toBe(costOf(second));
      expect(sites).toHaveLength(count.first + count.second + count.both);
    }),
  );
});

test("a site that was moved is in each plan for itself", () => {
  const { count } = compareSites([siteOf(1), siteOf(2)], [siteOf(1, 114.001), siteOf(2)]);
  expect(count).toEqual({ first: 1, second: 1, both: 1 });
});

test("a plan beside itself has no difference", () => {
  const sites = [siteOf(1), siteOf(5), siteOf(7)];
  expect(compareSites(sites, sites).count).toEqual({ first: 0, second: 0, both: 3 });
});
