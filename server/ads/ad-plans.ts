import { randomUUID } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Viewer } from "../../domain/account.ts";
import type { AdRuleSet } from "../../domain/ads/ad-rules.ts";
import type { AdScope } from "../../domain/ads/plan/scoped-city.ts";
import type { AdStamp } from "../../domain/contract/ads.ts";
import type { AdPlanHead, AdPlanResult } from "../../domain/contract/ads-plans.ts";
import { DomainError } from "../../domain/errors.ts";
import type { City } from "../city/city.ts";
import type { StorageWriter, StoredAdPlan } from "../storage/storage.ts";
import { PlanCancelled, type RunningPlan } from "./ad-planner.ts";
import type { AdView, ViewedPlan } from "./ad-view.ts";
import type { CityAds } from "./city-ads.ts";
import type { FinishedPlan, PlanCall } from "./plan-call.ts";
import { PlanQueue, type PlanStage } from "./plan-queue.ts";

/** A plan as it is asked for; `call` is what the thread of ads is given. */
export type PlanRequest = {
  readonly name: string;
  readonly asked: AdPlanHead["asked"];
  readonly stamp: AdStamp;
  readonly call: Omit<PlanCall, "id" | "timeLimitS" | "progress">;
};

type Job = PlanRequest & { readonly id: string; readonly by: Viewer; readonly askedAt: number };

/** What of a kept plan stands besides its figures and its result. */
type KeptAsked = {
  readonly asked: AdPlanHead["asked"];
  readonly stamp: AdStamp;
  readonly rules: AdRuleSet;
  readonly scope: AdScope | null;
};

/** A plan as it stands: `resultText` is the JSON of an AdPlanResult. */
export type FoundPlan = {
  readonly head: AdPlanHead;
  readonly resultText: string | null;
  readonly refusal: DomainError | null;
};

/** Seconds a plan may take. */
const TIME_LIMIT_S = 300;
/** Kept plans that are listed. */
const MOST_LISTED = 100;
const VIEWS_KEPT = 8;

/**
 * The plans of a city: one is made at a time, those that are done are kept in storage. They belong to the city, not to an
 * account; a restart forgets what waits and what was cancelled or has failed.
 */
export class AdPlans {
  readonly #city: City;
  readonly #ads: CityAds;
  readonly #logFailure: (error: unknown) => void;
  readonly #queue: PlanQueue<Job, FinishedPlan>;
  readonly #views = new LRUCache<string, AdView & { readonly plan: ViewedPlan }>({
    max: VIEWS_KEPT,
  });

  constructor(city: City, ads: CityAds, logFailure: (error: unknown) => void) {
    this.#city = city;
    this.#ads = ads;
    this.#logFailure = logFailure;
    this.#queue = new PlanQueue(
      (job: Job) => this.#start(job),
      (error) => this.#refusalOf(error),
    );
  }

  /** Answers the number it can be asked for with. Throws where too many wait. */
  ask(request: PlanRequest, by: Viewer): string {
    const id = randomUUID();
    this.#queue.ask(id, { ...request, id, by, askedAt: this.#city.now() });
    return id;
  }

  /** Newest first: those in memory, then those that are kept. */
  async list(): Promise<AdPlanHead[]> {
    const kept = await this.#city.storage.adPlans(MOST_LISTED);
    const isKept = new Set(kept.map(({ id }) => id));
    const inMemory = this.#queue
      .all()
      .filter(([id]) => !isKept.has(id))
      .map(([, { job, stage }]) => headOfJob(job, stage));
    return [...inMemory.toReversed(), ...kept.map(headOfKept)];
  }

  async find(id: string): Promise<FoundPlan> {
    const queued = this.#queue.find(id);
    if (queued && queued.stage.state !== "done") {
      const { job, stage } = queued;
      const refusal = stage.state === "failed" ? stage.refusal : null;
      return { head: headOfJob(job, stage), resultText: null, refusal };
    }
    const kept = await this.#kept(id);
    return { head: headOfKept(kept), resultText: kept.result, refusal: null };
  }

  /** Rules, edits and actions of a plan that is done. */
  async viewed(id: string): Promise<AdView & { readonly plan: ViewedPlan }> {
    const known = this.#views.get(id);
    if (known) return known;
    const stage = this.#queue.find(id)?.stage;
    if (stage && stage.state !== "done") throw new DomainError("ad-plan-not-done", { id });
    const kept = await this.#kept(id);
    const { asked, rules, scope } = kept.asked as KeptAsked;
    const { actions, objective } = JSON.parse(kept.result) as AdPlanResult;
    const { locks, moves, budget } = asked;
    const view = { rules, plan: { id, scope, locks, moves, objective, budget, actions } };
    this.#views.set(id, view);
    return view;
  }

  /** A plan that has ended stays as it is. */
  async cancel(id: string): Promise<FoundPlan> {
    await this.#queue.cancel(id);
    return this.find(id);
  }

  async rename(id: string, name: string, by: Viewer): Promise<FoundPlan> {
    await this.#city.change(async () => {
      const kept = await this.#kept(id);
      await this.#write("rename-ad-plan", { id, by, before: kept.name, after: name }, (writer) =>
        writer.saveAdPlan({ ...kept, name }),
      );
    });
    return this.find(id);
  }

  /** Forgets a plan for good. Throws for one that is still being made. */
  async remove(id: string, by: Viewer): Promise<void> {
    const state = this.#queue.find(id)?.stage.state;
    if (state === "queued" || state === "running")
      throw new DomainError("ad-plan-not-done", { id });
    await this.#city.change(async () => {
      const kept = await this.#city.storage.adPlan(id);
      if (!kept && state === undefined) throw new DomainError("not-found", { what: "plan", id });
      if (!kept) return;
      const before = { name: kept.name, asked: kept.asked, figures: kept.figures };
      await this.#write("remove-ad-plan", { id, by, before, after: null }, (writer) =>
        writer.removeAdPlan(id),
      );
    });
    this.#queue.forget(id);
    this.#views.delete(id);
  }

  async close(): Promise<void> {
    await this.#queue.close();
  }

  async #kept(id: string): Promise<StoredAdPlan> {
    const kept = await this.#city.storage.adPlan(id);
    if (kept) return kept;
    throw new DomainError("not-found", { what: "plan", id });
  }

  /** It is kept before it is said to be done. */
  #start(job: Job): RunningPlan<FinishedPlan> {
    const progress = new SharedArrayBuffer(8);
    const { id } = job;
    const plan = async () => {
      const call = { ...job.call, id, timeLimitS: TIME_LIMIT_S, progress };
      const made = await this.#ads.ask("plan", call);
      if (made === null) throw new PlanCancelled();
      await this.#keep(job, made);
      return made;
    };
    return {
      result: plan(),
      progress: () => new Float64Array(progress)[0] ?? 0,
      cancel: async () => void (await this.#ads.ask("cancelPlan", id)),
    };
  }

  #keep({ id, name, asked, stamp, call, by, askedAt }: Job, made: FinishedPlan): Promise<void> {
    const kept: KeptAsked = { asked, stamp, rules: call.view.rules, scope: call.scope };
    const plan: StoredAdPlan = {
      id,
      name,
      madeAt: askedAt,
      account: by.account,
      actorName: by.name,
      asked: kept,
      figures: made.figures,
      result: made.text,
    };
    const after = { name, figures: made.figures };
    return this.#city.change(() =>
      this.#write("keep-ad-plan", { id, by, before: null, after }, (writer) =>
        writer.saveAdPlan(plan),
      ),
    );
  }

  #write(
    action: string,
    { id, by, before, after }: { id: string; by: Viewer; before: unknown; after: unknown },
    work: (writer: StorageWriter) => Promise<void>,
  ): Promise<void> {
    const { storage, now } = this.#city;
    return storage.write(async (writer) => {
      await work(writer);
      const actor = by.account;
      await writer.audit({
        at: now(),
        actor,
        action,
        entity: "ad-plan",
        entityId: id,
        before,
        after,
      });
    });
  }

  #refusalOf(error: unknown): DomainError {
    this.#logFailure(error);
    if (error instanceof DomainError) return error;
    return new DomainError("ad-plan-failed", { seconds: TIME_LIMIT_S });
  }
}

function headOfJob(
  { id, name, asked, stamp, by }: Job,
  stage: PlanStage<FinishedPlan>,
): AdPlanHead {
  const progress = { queued: 0, cancelled: 0, running: 0, done: 1, failed: 1 }[stage.state];
  return {
    id,
    name,
    state: stage.state,
    progress: stage.state === "running" ? stage.running.progress() : progress,
    asked,
    stamp,
    madeBy: by.name,
    figures: stage.state === "done" ? stage.result.figures : null,
  };
}

function headOfKept({ id, name, actorName, ...kept }: Omit<StoredAdPlan, "result">): AdPlanHead {
  const { asked, stamp } = kept.asked as KeptAsked;
  const figures = kept.figures as FinishedPlan["figures"];
  return { id, name, state: "done", progress: 1, asked, stamp, madeBy: actorName, figures };
}
