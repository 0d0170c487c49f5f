import { parentPort } from "node:worker_threads";
import type { AdInstance } from "../../domain/ads/ad-instance.ts";
import { networkOf, surveyAds } from "../../domain/ads/audit/audit.ts";
import { checkPlan } from "../../domain/ads/plan/check-plan.ts";
import { greedyPlan } from "../../domain/ads/plan/greedy-plan.ts";
import { localPlan } from "../../domain/ads/plan/local-plan.ts";
import { type AdPlan, type PlanOptions, planAds } from "../../domain/ads/plan/plan-ads.ts";
import { scopedCity } from "../../domain/ads/plan/scoped-city.ts";
import { planarInstance } from "../../domain/ads/planar-instance.ts";
import type { PlanJob, PlanList, PlanMessage, PlanPart } from "./ad-planner.ts";
import { loadHighsSolver } from "./highs-solver.ts";

const say = (message: PlanMessage) => parentPort?.postMessage(message);

/** Shares of the work that are done when roads, audit and plan are. */
const DONE = { roads: 0.1, audit: 0.2, plan: 0.9 };

let head: PlanJob | null = null;
const lists: Record<PlanList, unknown[]> = { segments: [], ads: [], candidates: [] };

parentPort?.on("message", async (part: PlanPart) => {
  if ("head" in part) head = part.head;
  else if ("list" in part) for (const item of part.items) lists[part.list].push(item);
  // What a failed plan throws is left to the thread, whose end its parent sees.
  else if (head) await plan({ ...head, instance: wholeInstance(head.instance) });
});

/** The cast holds because the parent took each list from an instance. */
function wholeInstance(instance: AdInstance): AdInstance {
  return { ...instance, ...(lists as Pick<AdInstance, PlanList>) };
}

async function plan(job: PlanJob): Promise<void> {
  const { instance, network } = cityOf(job);
  say({ progress: DONE.roads });
  const survey = surveyAds(instance, network);
  say({ progress: DONE.audit });
  const solve = await loadHighsSolver();
  const start = performance.now();
  const options: PlanOptions = {
    objective: job.objective,
    budget: job.instance.budget,
    solve,
    timeLimitS: job.timeLimitS,
    nowMs: () => performance.now(),
    onProgress: (share) => say({ progress: DONE.audit + (DONE.plan - DONE.audit) * share }),
  };
  const { base } = job;
  const found: AdPlan & { readonly isLocal?: boolean } = base
    ? localPlan(survey, { plan: base.plan, instance: baseInstance(job, base.candidates) }, options)
    : planAds(survey, options);
  const planMs = performance.now() - start;
  const faults = checkPlan(instance, network, found);
  if (faults.length > 0) {
    say({ faults });
    return;
  }
  const greedy = job.withGreedy ? greedyPlan(survey) : null;
  say({ result: { plan: found, greedy, planMs, isLocal: found.isLocal ?? false } });
}

/** What the base was made for: the same city with its own sites. */
function baseInstance({ instance }: PlanJob, candidates: AdInstance["candidates"]): AdInstance {
  return { ...instance, candidates };
}

/** In metres, with the needs of the scope alone. */
function cityOf({ instance, scope }: PlanJob) {
  const whole = planarInstance(instance);
  const network = networkOf(whole);
  return scope ? scopedCity(instance, whole, network, scope) : { instance: whole, network };
}
