import type { AdInstance } from "../../../domain/ads/ad-instance.ts";
import { startPlan } from "../../../server/ads/ad-planner.ts";
import { measuredBox } from "./measured-box.ts";
import { wuhanRoads } from "./wuhan-roads.ts";

const TIME_LIMIT_S = 300;

/** Plans of the measured box, asked for as the server asks its thread of ads: the answer is text. */
export function planCalls() {
  const instances = new Map<number, AdInstance>();
  return {
    async plan({
      seed,
      objective,
    }: {
      readonly seed: number;
      readonly objective: "count" | "cost";
    }) {
      const segments = wuhanRoads();
      if (!segments) throw new Error("No roads to plan on");
      const instance = instances.get(seed) ?? measuredBox(segments, "nearest", seed).instance;
      instances.set(seed, instance);
      const job = { instance, objective, timeLimitS: TIME_LIMIT_S, withGreedy: true };
      return JSON.stringify(await startPlan(job).result);
    },
  };
}
export type PlanCalls = ReturnType<typeof planCalls>;
