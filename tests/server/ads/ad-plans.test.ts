import { expect, test } from "vitest";
import { AdInstance } from "../../../domain/ads/ad-instance.ts";
import { PlanRejected, type PlanResult, type startPlan } from "../../../server/ads/ad-planner.ts";
import { AdPlans } from "../../../server/ads/ad-plans.ts";

const instance = AdInstance.parse({
  crs: "local-m",
  segments: [],
  rules: { classes: {}, groups: {} },
});
const job = { instance, objective: "count" } as const;

/** Plans whose end the test brings about. */
function plansInHand() {
  const ends: PromiseWithResolvers<PlanResult>[] = [];
  const failures: unknown[] = [];
  const start: typeof startPlan = () => {
    const end = Promise.withResolvers<PlanResult>();
    ends.push(end);
    return { result: end.promise, progress: () => 0.5, cancel: async () => {} };
  };
  return { plans: new AdPlans((error) => failures.push(error), start), ends, failures };
}

const plan = {
  status: "optimal",
  objective: "count",
  value: 0,
  bound: 0,
  gap: 0,
  cost: 0,
} as const;
const result: PlanResult = { plan: { ...plan, actions: [] }, greedy: null, planMs: 1 };

test("a plan that the checker does not let pass has failed, and the next is made", async () => {
  const { plans, ends, failures } = plansInHand();
  const [first, second] = [plans.ask(job), plans.ask(job)];
  expect(plans.find(second).stage.state).toBe("queued");
  ends[0]?.reject(new PlanRejected(["C1 is too near C2"]));
  await expect.poll(() => plans.find(second).stage.state).toBe("running");
  expect(plans.find(first).stage).toMatchObject({
    state: "failed",
    refusal: { reason: "ad-plan-rejected", params: { faults: ["C1 is too near C2"] } },
  });
  expect(failures).toHaveLength(1);
  ends[1]?.reject(new Error("out of time"));
  await expect
    .poll(() => plans.find(second).stage)
    .toMatchObject({ state: "failed", refusal: { reason: "ad-plan-failed" } });
});

test("so many may wait, and so many that ended are kept", async () => {
  const { plans, ends } = plansInHand();
  const ids = Array.from({ length: 9 }, () => plans.ask(job));
  expect(() => plans.ask(job)).toThrow(/ad-plans-busy/);
  for (let n = 0; n < 20; n++) {
    await expect.poll(() => ends.length).toBeGreaterThan(n);
    ends[n]?.resolve(result);
    await expect.poll(() => plans.find(ids[n] ?? "").stage.state).toBe("done");
    ids.push(plans.ask(job));
  }
  expect(() => plans.find(ids[0] ?? "")).toThrow(/not-found/);
  expect(plans.find(ids[19] ?? "").stage.state).toBe("done");
  await plans.close();
  expect(plans.find(ids.at(-1) ?? "").stage.state).toBe("cancelled");
});
