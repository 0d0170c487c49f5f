import { monitorEventLoopDelay } from "node:perf_hooks";
import { Worker } from "node:worker_threads";
import { AdInstance } from "../../domain/ads/ad-instance.ts";
import { networkOf, surveyAds } from "../../domain/ads/audit/audit.ts";
import type { GreedyPlan } from "../../domain/ads/plan/greedy-plan.ts";
import type { AdPlan } from "../../domain/ads/plan/plan-ads.ts";
import { planarInstance } from "../../domain/ads/planar-instance.ts";
import { roadSegments } from "../../domain/ads/roads/road-segments.ts";
import { buildRoads } from "../../domain/ads/roads/road-units.ts";
import type { PlanResult } from "../../server/ads/ad-planner.ts";
import { type Caller, threadCaller } from "../../server/ads/thread-calls.ts";
import { boxRules, measuredBox } from "./ads/measured-box.ts";
import type { PlanCalls } from "./ads/plan-calls.ts";
import { spotsAlong } from "./ads/spots-along.ts";
import { WUHAN_ROADS, wuhanRoads } from "./ads/wuhan-roads.ts";
import { timed } from "./quantiles.ts";

export type AdFigures = {
  /** All roads of the file: edges, and milliseconds from edges to road units. */
  readonly edges: number;
  readonly roadsMs: number;
  readonly mainKmDrawn: number;
  readonly mainKm: number;
  /** Audit of 20,000 ads on them. */
  readonly auditMs: number;
  readonly box: {
    readonly edges: number;
    readonly sites: number;
    readonly roadsShort: number;
    readonly count: PlanFigures;
    readonly cost: PlanFigures;
  };
};

export type PlanFigures = Pick<AdPlan, "status" | "value" | "bound" | "gap"> & {
  readonly planMs: number;
  /** The longest that anything waited on the main thread meanwhile. */
  readonly loopMaxMs: number;
  readonly unmet: number;
  /** Proven: value and bound are one. */
  readonly isProven: boolean;
  readonly greedy: GreedyPlan;
  /** What the simple rule leaves undone beyond the plan, and what it uses more, percent. */
  readonly greedyMoreUnmet: number;
  readonly greedyMoreValue: number;
};

const AUDITED_ADS = 20_000;

/** Measures on real roads; null, with a message, where their file is not. */
export async function benchAds(seed: number): Promise<AdFigures | null> {
  const segments = wuhanRoads();
  if (!segments) {
    console.error(`ads are left out: no ${WUHAN_ROADS} (set WUHAN_ROADS to its path)`);
    return null;
  }
  const planar = planarInstance(AdInstance.parse({ crs: "EPSG:4326", segments, rules: boxRules }));
  const widthOf = (group: string) => boxRules.groups[group]?.dualWidth ?? 0;
  const build = () =>
    buildRoads(roadSegments(planar), { dualWidthM: widthOf, gapTolM: boxRules.gapTol });
  const roadsMs = Math.round(timed(build));
  const network = build();
  const main = network.roads.filter(({ group }) => group === "main");
  const km = (metres: readonly number[]) =>
    Number((metres.reduce((sum, each) => sum + each, 0) / 1000).toFixed(1));
  const ads = spotsAlong(network, AUDITED_ADS, seed);
  const auditMs = Math.round(timed(() => surveyAds({ ...planar, ads }, network)));
  const worker = new Worker(new URL("./ads/plan-thread.ts", import.meta.url));
  const ask = threadCaller<PlanCalls>(worker);
  const box = measuredBox(segments, "nearest", seed);
  const { roads } = surveyAds(box.instance, networkOf(box.instance));
  const count = await planned(ask, seed, "count");
  const cost = await planned(ask, seed, "cost");
  await worker.terminate();
  return {
    edges: segments.length,
    roadsMs,
    mainKmDrawn: km(main.map(({ rawLengthM }) => rawLengthM)),
    mainKm: km(main.map(({ lengthM }) => lengthM)),
    auditMs,
    box: {
      edges: box.instance.segments.length,
      sites: box.instance.candidates.length,
      roadsShort: roads.filter(({ shortage }) => shortage > 0).length,
      count,
      cost,
    },
  };
}

async function planned(
  ask: Caller<PlanCalls>,
  seed: number,
  objective: "count" | "cost",
): Promise<PlanFigures> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const text = await ask("plan", { seed, objective });
  delay.disable();
  const { plan, greedy, planMs } = JSON.parse(text) as PlanResult;
  if (!greedy) throw new Error("The simple rule was asked for");
  const { status, value, bound, gap } = plan;
  const unmet = plan.minUnmet ?? 0;
  return {
    status,
    value,
    bound,
    gap,
    planMs: Math.round(planMs),
    loopMaxMs: Math.round(delay.max / 1e6),
    unmet,
    isProven: value !== null && value === bound,
    greedy,
    greedyMoreUnmet: percentMore(greedy.unmet, unmet),
    greedyMoreValue: percentMore(greedy[objective], value ?? 0),
  };
}

function percentMore(value: number, than: number): number {
  return than === 0 ? 0 : Number((100 * (value / than - 1)).toFixed(1));
}
