import { expect, test } from "vitest";
import { DomainError } from "../../../domain/errors.ts";
import { PlanQueue } from "../../../server/ads/plan-queue.ts";

/** Plans whose end the test brings about. */
function plansInHand() {
  const ends: PromiseWithResolvers<string>[] = [];
  const failures: unknown[] = [];
  const plans = new PlanQueue<string, string>(
    () => {
      const end = Promise.withResolvers<string>();
      ends.push(end);
      return { result: end.promise, progress: () => 0.5, cancel: async () => {} };
    },
    (error) => {
      failures.push(error);
      return new DomainError("ad-plan-failed", { seconds: 1 });
    },
  );
  const stateOf = (id: string) => plans.find(id)?.stage.state;
  return { plans, ends, failures, stateOf };
}

test("one is made at a time; after one has failed the next is made", async () => {
  const { plans, ends, failures, stateOf } = plansInHand();
  plans.ask("a", "first");
  plans.ask("b", "second");
  expect([stateOf("a"), stateOf("b")]).toEqual(["running", "queued"]);
  ends[0]?.reject(new Error("out of time"));
  await expect.poll(() => stateOf("b")).toBe("running");
  expect(plans.find("a")?.stage).toMatchObject({
    state: "failed",
    refusal: { reason: "ad-plan-failed" },
  });
  expect(failures).toHaveLength(1);
  ends[1]?.resolve("made");
  await expect.poll(() => plans.find("b")?.stage).toEqual({ state: "done", result: "made" });
});

test("what was cancelled stays so, waiting or being made", async () => {
  const { plans, ends, stateOf } = plansInHand();
  plans.ask("a", "");
  plans.ask("b", "");
  plans.ask("c", "");
  await plans.cancel("b");
  await plans.cancel("a");
  ends[0]?.resolve("too late");
  await expect.poll(() => stateOf("c")).toBe("running");
  expect([stateOf("a"), stateOf("b")]).toEqual(["cancelled", "cancelled"]);
  expect(ends).toHaveLength(2);
});

test("so many may wait, and so many that ended are kept", async () => {
  const { plans, ends, stateOf } = plansInHand();
  for (let n = 0; n < 9; n++) plans.ask(String(n), "");
  expect(() => plans.ask("9", "")).toThrow(/ad-plans-busy/);
  for (let n = 0; n < 20; n++) {
    await expect.poll(() => ends.length).toBeGreaterThan(n);
    ends[n]?.resolve("made");
    await expect.poll(() => stateOf(String(n))).toBe("done");
    plans.ask(String(n + 9), "");
  }
  expect(stateOf("0")).toBeUndefined();
  expect(stateOf("19")).toBe("done");
  plans.forget("19");
  expect(stateOf("19")).toBeUndefined();
  plans.forget("20");
  expect(stateOf("20")).toBe("running");
  await plans.close();
  expect(stateOf("28")).toBe("cancelled");
});
