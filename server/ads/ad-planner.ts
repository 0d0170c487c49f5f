import { Worker } from "node:worker_threads";
import type { AdInstance } from "../../domain/ads/ad-instance.ts";
import type { GreedyPlan } from "../../domain/ads/plan/greedy-plan.ts";
import type { AdObjective, AdPlan } from "../../domain/ads/plan/plan-ads.ts";

export type PlanJob = {
  readonly instance: AdInstance;
  readonly objective: AdObjective;
  readonly timeLimitS: number;
  /** Whether the plan of the simple rule is wanted beside it. */
  readonly withGreedy: boolean;
};

export type PlanResult = { readonly plan: AdPlan; readonly greedy: GreedyPlan | null };

export type PlanMessage = { readonly progress: number } | { readonly result: PlanResult };

/** A plan in the making. `result` is refused with a PlanCancelled when it was cancelled. */
export type RunningPlan = {
  readonly result: Promise<PlanResult>;
  /** 0 to 1; never goes back. */
  progress(): number;
  cancel(): Promise<void>;
};

export class PlanCancelled extends Error {
  constructor() {
    super("The plan was cancelled");
    this.name = "PlanCancelled";
  }
}

/** Plans in a thread of its own, which ends with the plan; every plan has passed the checker. */
export function startPlan(job: PlanJob): RunningPlan {
  const worker = new Worker(new URL("./plan-worker.ts", import.meta.url), { workerData: job });
  let progress = 0;
  let isCancelled = false;
  const result = new Promise<PlanResult>((resolve, reject) => {
    worker.on("message", (message: PlanMessage) => {
      if ("result" in message) {
        progress = 1;
        resolve(message.result);
      } else progress = Math.max(progress, message.progress);
    });
    worker.on("error", reject);
    worker.on("exit", () =>
      reject(isCancelled ? new PlanCancelled() : new Error("The planner stopped")),
    );
  });
  return {
    result,
    progress: () => progress,
    async cancel() {
      isCancelled = true;
      await worker.terminate();
    },
  };
}
