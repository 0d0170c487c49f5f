import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { AdInstance } from "../../../domain/ads/ad-instance.ts";
import { PlanCancelled, startPlan } from "../../../server/ads/ad-planner.ts";
import { randomAdCity } from "../../support/random-ad-city.ts";

const given = JSON.parse(readFileSync("tests/fixtures/ads/12-city-blocks.json", "utf8"));
const job = { instance: AdInstance.parse(given), timeLimitS: 30, withGreedy: true } as const;

test("a plan is made in a thread, with its proof and the simple rule beside it", async () => {
  const running = startPlan({ ...job, objective: "cost" });
  const { plan, greedy } = await running.result;
  expect(plan).toMatchObject({ status: "optimal", value: 7650, bound: 7650, gap: 0, cost: 7650 });
  expect(greedy?.count).toBeGreaterThan(0);
  expect(running.progress()).toBe(1);
});

test("a city in many parts is handed over whole", async () => {
  const instance = randomAdCity(3, { ads: 2500, sites: 1200 });
  const { plan } = await startPlan({
    instance,
    objective: "count",
    timeLimitS: 30,
    withGreedy: false,
  }).result;
  expect(plan.status).not.toBe("feasible");
});

test("a plan that is cancelled says so and ends its thread", async () => {
  const running = startPlan({ ...job, objective: "count" });
  const refused = expect(running.result).rejects.toBeInstanceOf(PlanCancelled);
  await running.cancel();
  await refused;
  expect(running.progress()).toBeLessThan(1);
});
