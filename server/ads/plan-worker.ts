import { parentPort, workerData } from "node:worker_threads";
import { networkOf, surveyAds } from "../../domain/ads/audit/audit.ts";
import { checkPlan } from "../../domain/ads/plan/check-plan.ts";
import { greedyPlan } from "../../domain/ads/plan/greedy-plan.ts";
import { planAds } from "../../domain/ads/plan/plan-ads.ts";
import { planarInstance } from "../../domain/ads/planar-instance.ts";
import type { PlanJob, PlanMessage } from "./ad-planner.ts";
import { loadHighsSolver } from "./highs-solver.ts";

const job = workerData as PlanJob;
const say = (message: PlanMessage) => parentPort?.postMessage(message);

const instance = planarInstance(job.instance);
say({ progress: 0.05 });
const network = networkOf(instance);
const survey = surveyAds(instance, network);
say({ progress: 0.15 });
const plan = planAds(survey, {
  objective: job.objective,
  budget: job.instance.budget,
  solve: await loadHighsSolver(),
  timeLimitS: job.timeLimitS,
  nowMs: () => performance.now(),
  onProgress: (share) => say({ progress: 0.15 + 0.75 * share }),
});
const faults = checkPlan(instance, network, plan);
if (faults.length > 0) throw new Error(`The plan does not hold: ${faults.slice(0, 5).join("; ")}`);
say({ result: { plan, greedy: job.withGreedy ? greedyPlan(survey) : null } });
