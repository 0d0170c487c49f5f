import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { AdInstance } from "../../domain/ads/ad-instance.ts";
import type { GreedyPlan } from "../../domain/ads/plan/greedy-plan.ts";
import type { AdObjective, AdPlan } from "../../domain/ads/plan/plan-ads.ts";
import type { AdScope } from "../../domain/ads/plan/scoped-city.ts";

export type PlanJob = {
  readonly instance: AdInstance;
  readonly objective: AdObjective;
  readonly timeLimitS: number;
  /** Whether the plan of the simple rule is wanted beside it. */
  readonly withGreedy: boolean;
  /** Part of the city that is planned, in its coordinates; absent: all of it. */
  readonly scope?: AdScope | null;
  /** A plan and the sites that it was made with: only near those that differ is planned anew. */
  readonly base?: {
    readonly plan: AdPlan & { readonly isLocal?: boolean };
    readonly candidates: AdInstance["candidates"];
  } | null;
};

export type PlanResult = {
  readonly plan: AdPlan;
  readonly greedy: GreedyPlan | null;
  /** Planned anew near the edits alone. */
  readonly isLocal?: boolean;
  /** Milliseconds of planning alone: roads and audit are done by then. */
  readonly planMs: number;
};

/** A job comes in parts, so that handing over a whole city does not hold up requests. */
export type PlanPart =
  | { readonly head: PlanJob }
  | { readonly list: PlanList; readonly items: readonly unknown[] }
  | { readonly isComplete: true };
export type PlanList = "segments" | "ads" | "candidates";

export type PlanMessage =
  | { readonly progress: number }
  | { readonly result: PlanResult }
  | { readonly faults: readonly string[] };

/** A plan in the making. `result` is refused with a PlanCancelled when it was cancelled. */
export type RunningPlan<T = PlanResult> = {
  readonly result: Promise<T>;
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

/** The checker found that a plan is not what it says, or breaks a rule. */
export class PlanRejected extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The plan does not hold: ${faults.slice(0, 5).join("; ")}`);
    this.name = "PlanRejected";
    this.faults = faults;
  }
}

/** Plans in a thread of its own, which ends with the plan; every plan has passed the checker. */
export function startPlan(job: PlanJob): RunningPlan {
  const worker = new Worker(new URL("./plan-worker.ts", import.meta.url));
  let progress = 0;
  let isCancelled = false;
  const result = new Promise<PlanResult>((resolve, reject) => {
    worker.on("message", (message: PlanMessage) => {
      if ("progress" in message) progress = Math.max(progress, message.progress);
      else {
        if ("faults" in message) reject(new PlanRejected(message.faults));
        else {
          progress = 1;
          resolve(message.result);
        }
        void worker.terminate();
      }
    });
    worker.on("error", reject);
    worker.on("exit", () =>
      reject(isCancelled ? new PlanCancelled() : new Error("The planner stopped")),
    );
  });
  handOver(worker, job, () => isCancelled).catch(() => worker.terminate());
  return {
    result,
    progress: () => progress,
    async cancel() {
      isCancelled = true;
      await worker.terminate();
    },
  };
}

/** So many items are copied in a few milliseconds. */
const PART_ITEMS = 1000;

async function handOver(worker: Worker, job: PlanJob, isOff: () => boolean): Promise<void> {
  const { instance } = job;
  const send = (part: PlanPart) => worker.postMessage(part);
  send({ head: { ...job, instance: { ...instance, segments: [], ads: [], candidates: [] } } });
  for (const list of ["segments", "ads", "candidates"] as const) {
    const items: readonly unknown[] = instance[list];
    for (let from = 0; from < items.length && !isOff(); from += PART_ITEMS) {
      send({ list, items: items.slice(from, from + PART_ITEMS) });
      await nextTurn();
    }
  }
  if (!isOff()) send({ isComplete: true });
}
