import { randomUUID } from "node:crypto";
import type { AdInstance } from "../../domain/ads/ad-instance.ts";
import type { AdPlan } from "../../domain/ads/plan/plan-ads.ts";
import { DomainError } from "../../domain/errors.ts";
import {
  PlanCancelled,
  type PlanJob,
  PlanRejected,
  type RunningPlan,
  startPlan,
} from "./ad-planner.ts";

/** A plan that was asked for, as it stands. */
export type AskedPlan = {
  readonly id: string;
  readonly instance: AdInstance;
  readonly stage:
    | { readonly state: "queued" | "cancelled" }
    | { readonly state: "running"; readonly running: RunningPlan }
    | { readonly state: "done"; readonly plan: AdPlan }
    | { readonly state: "failed"; readonly refusal: DomainError };
};

export type AskedJob = Pick<PlanJob, "instance" | "objective" | "scope">;

/** Seconds a plan may take. */
const TIME_LIMIT_S = 300;
/** Plans that may wait, and those kept after their end, the newest. */
const MOST_WAITING = 8;
const MOST_ENDED = 12;

/**
 * The plans of a city: one is made at a time, the others wait in order. They belong to the city, not to an account, and live in
 * memory: a restart forgets them.
 */
export class AdPlans {
  /** In the order they were asked for. */
  readonly #plans = new Map<string, AskedPlan>();
  readonly #jobs = new Map<string, AskedJob>();
  readonly #logFailure: (error: unknown) => void;
  readonly #start: typeof startPlan;
  #isClosed = false;

  constructor(logFailure: (error: unknown) => void, start = startPlan) {
    this.#logFailure = logFailure;
    this.#start = start;
  }

  /** Answers the number it can be asked for with. Throws where too many wait. */
  ask(job: AskedJob): string {
    if (this.#jobs.size >= MOST_WAITING) {
      throw new DomainError("ad-plans-busy", { most: MOST_WAITING });
    }
    const id = randomUUID();
    this.#jobs.set(id, job);
    this.#plans.set(id, { id, instance: job.instance, stage: { state: "queued" } });
    this.#startNext();
    return id;
  }

  find(id: string): AskedPlan {
    const plan = this.#plans.get(id);
    if (plan) return plan;
    throw new DomainError("not-found", { what: "plan", id });
  }

  /** A plan that has ended stays as it is. */
  async cancel(id: string): Promise<AskedPlan> {
    const { stage } = this.find(id);
    if (stage.state === "queued" || stage.state === "running") {
      this.#jobs.delete(id);
      this.#setStage(id, { state: "cancelled" });
    }
    if (stage.state === "running") await stage.running.cancel();
    return this.find(id);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#plans.keys()].map((id) => this.cancel(id)));
  }

  #startNext(): void {
    const isBusy = [...this.#plans.values()].some(({ stage }) => stage.state === "running");
    const [next] = this.#jobs;
    if (isBusy || !next || this.#isClosed) return;
    const [id, job] = next;
    this.#jobs.delete(id);
    const running = this.#start({ ...job, timeLimitS: TIME_LIMIT_S, withGreedy: false });
    this.#setStage(id, { state: "running", running });
    void running.result
      .then(
        ({ plan }) => this.#end(id, { state: "done", plan }),
        (error) => this.#fail(id, error),
      )
      .finally(() => this.#startNext());
  }

  #fail(id: string, error: unknown): void {
    if (error instanceof PlanCancelled) return;
    this.#logFailure(error);
    this.#end(id, { state: "failed", refusal: refusalOf(error) });
  }

  /** What was cancelled stays so. */
  #end(id: string, stage: AskedPlan["stage"]): void {
    if (this.#plans.get(id)?.stage.state === "running") this.#setStage(id, stage);
  }

  #setStage(id: string, stage: AskedPlan["stage"]): void {
    const plan = this.#plans.get(id);
    if (plan) this.#plans.set(id, { ...plan, stage });
    const ended = [...this.#plans.values()].filter(
      (each) => each.stage.state !== "queued" && each.stage.state !== "running",
    );
    for (const old of ended.slice(0, -MOST_ENDED)) this.#plans.delete(old.id);
  }
}

function refusalOf(error: unknown): DomainError {
  if (!(error instanceof PlanRejected)) {
    return new DomainError("ad-plan-failed", { seconds: TIME_LIMIT_S });
  }
  return new DomainError("ad-plan-rejected", { faults: error.faults.slice(0, 5) });
}
