import { DomainError } from "../../domain/errors.ts";
import { PlanCancelled, type RunningPlan } from "./ad-planner.ts";

/** How a plan that was asked for stands. */
export type PlanStage<T> =
  | { readonly state: "queued" | "cancelled" }
  | { readonly state: "running"; readonly running: RunningPlan<T> }
  | { readonly state: "done"; readonly result: T }
  | { readonly state: "failed"; readonly refusal: DomainError };

type Queued<J, T> = { readonly job: J; readonly stage: PlanStage<T> };

/** Plans that may wait, and those kept after their end, the newest. */
const MOST_WAITING = 8;
const MOST_ENDED = 12;

/**
 * Plans in the order they were asked for: one is made at a time. `start` makes one; `refusalOf` says what a failure is to
 * the one who asked.
 */
export class PlanQueue<J, T> {
  readonly #plans = new Map<string, Queued<J, T>>();
  readonly #start: (job: J) => RunningPlan<T>;
  readonly #refusalOf: (error: unknown) => DomainError;
  #isClosed = false;

  constructor(start: (job: J) => RunningPlan<T>, refusalOf: (error: unknown) => DomainError) {
    this.#start = start;
    this.#refusalOf = refusalOf;
  }

  /** Throws where too many wait. */
  ask(id: string, job: J): void {
    const waiting = [...this.#plans.values()].filter(({ stage }) => stage.state === "queued");
    if (waiting.length >= MOST_WAITING) {
      throw new DomainError("ad-plans-busy", { most: MOST_WAITING });
    }
    this.#plans.set(id, { job, stage: { state: "queued" } });
    this.#startNext();
  }

  /** Undefined for one that there never was, or no longer is. */
  find(id: string): Queued<J, T> | undefined {
    return this.#plans.get(id);
  }

  /** In the order they were asked for. */
  all(): [id: string, Queued<J, T>][] {
    return [...this.#plans];
  }

  /** A plan that has ended stays as it is. */
  async cancel(id: string): Promise<void> {
    const stage = this.#plans.get(id)?.stage;
    if (stage?.state === "queued" || stage?.state === "running") {
      this.#setStage(id, { state: "cancelled" });
    }
    if (stage?.state === "running") await stage.running.cancel();
  }

  /** Forgets one that has ended. */
  forget(id: string): void {
    const state = this.#plans.get(id)?.stage.state;
    if (state !== "queued" && state !== "running") this.#plans.delete(id);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#plans.keys()].map((id) => this.cancel(id)));
  }

  #startNext(): void {
    const all = [...this.#plans];
    const isBusy = all.some(([, { stage }]) => stage.state === "running");
    const next = all.find(([, { stage }]) => stage.state === "queued");
    if (isBusy || !next || this.#isClosed) return;
    const [id, { job }] = next;
    const running = this.#start(job);
    this.#setStage(id, { state: "running", running });
    void running.result
      .then(
        (result) => this.#end(id, { state: "done", result }),
        (error) => this.#fail(id, error),
      )
      .finally(() => this.#startNext());
  }

  #fail(id: string, error: unknown): void {
    if (error instanceof PlanCancelled) this.#end(id, { state: "cancelled" });
    else this.#end(id, { state: "failed", refusal: this.#refusalOf(error) });
  }

  /** What was cancelled stays so. */
  #end(id: string, stage: PlanStage<T>): void {
    if (this.#plans.get(id)?.stage.state === "running") this.#setStage(id, stage);
  }

  #setStage(id: string, stage: PlanStage<T>): void {
    const plan = this.#plans.get(id);
    if (plan) this.#plans.set(id, { ...plan, stage });
    const ended = [...this.#plans].filter(
      ([, each]) => each.stage.state !== "queued" && each.stage.state !== "running",
    );
    for (const [old] of ended.slice(0, -MOST_ENDED)) this.#plans.delete(old);
  }
}
