import type { AdBudget } from "../../domain/ads/ad-instance.ts";
import type { AdObjective, AdPlan } from "../../domain/ads/plan/plan-ads.ts";
import { roadWeights, type WeightedSpot } from "../../domain/ads/plan/road-weights.ts";
import type { AdScope } from "../../domain/ads/plan/scoped-city.ts";
import type { AdPlanHead, AdWeighting } from "../../domain/contract/ads-plans.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AdCityModel } from "./ad-city-model.ts";
import { PlanCancelled, PlanRejected, type RunningPlan, startPlan } from "./ad-planner.ts";
import type { AdEdits, AdView } from "./ad-view.ts";
import { placeMiddle } from "./place-middle.ts";
import { planResult } from "./plan-result.ts";

/** A plan that is to be made. */
export type PlanCall = {
  /** It is cancelled by this. */
  readonly id: string;
  /** Without a plan: rules alone. */
  readonly view: AdView;
  readonly edits: AdEdits;
  readonly objective: AdObjective;
  readonly budget: AdBudget | null;
  readonly scope: AdScope | null;
  readonly weighting: AdWeighting;
  /** Longitude, latitude and recurrences in 30 days of each place; for that weighting. */
  readonly recurring: Float64Array | null;
  /** A plan that is done: only what its edits differ by is planned anew. */
  readonly base: {
    readonly edits: AdEdits;
    readonly plan: AdPlan & { readonly isLocal?: boolean };
  } | null;
  readonly timeLimitS: number;
  /** One double, 0 to 1, written here and read by the one who asked. */
  readonly progress: SharedArrayBuffer;
};

/** A plan that is made, checked, and told in full. */
export type FinishedPlan = {
  readonly figures: NonNullable<AdPlanHead["figures"]>;
  /** JSON of an AdPlanResult. */
  readonly text: string;
};

/** How often the progress of a plan is written down, milliseconds. */
const PROGRESS_MS = 200;

/** Plans in the making, so that they can be cancelled. */
export class RunningPlans {
  readonly #running = new Map<string, RunningPlan>();

  /** Null: it was cancelled. Throws refusals where there is no plan, or none that holds. */
  async plan(model: AdCityModel, call: PlanCall): Promise<FinishedPlan | null> {
    const running = startPlan(jobOf(model, call));
    this.#running.set(call.id, running);
    const written = new Float64Array(call.progress);
    const timer = setInterval(() => {
      written[0] = running.progress();
    }, PROGRESS_MS);
    try {
      const made = await running.result;
      const { result, figures } = planResult(model, call, made);
      return { figures, text: JSON.stringify(result) };
    } catch (error) {
      if (error instanceof PlanCancelled) return null;
      if (!(error instanceof PlanRejected)) throw error;
      throw new DomainError("ad-plan-rejected", { faults: error.faults.slice(0, 5) });
    } finally {
      clearInterval(timer);
      this.#running.delete(call.id);
    }
  }

  async cancel(id: string): Promise<void> {
    await this.#running.get(id)?.cancel();
  }
}

function jobOf(model: AdCityModel, call: PlanCall): Parameters<typeof startPlan>[0] {
  const { view, edits, objective, scope, timeLimitS, base } = call;
  const instance = model.instanceOf(view.rules, edits);
  const budget = call.budget && {
    ...call.budget,
    weights: { ...weightsOf(model, call), ...call.budget.weights },
  };
  return {
    instance: { ...instance, ...(budget && { budget }) },
    objective,
    timeLimitS,
    withGreedy: true,
    scope,
    base:
      base && isSameStanding(model, view, edits, base.edits)
        ? { plan: base.plan, candidates: model.instanceOf(view.rules, base.edits).candidates }
        : null,
  };
}

/** Whether the same ads are left as they are: else what a base says of repairs says nothing. */
function isSameStanding(model: AdCityModel, { rules }: AdView, a: AdEdits, b: AdEdits): boolean {
  const { ads } = model.cityOf(rules).given;
  const [inA, inB] = [new Set(a.locks.out), new Set(b.locks.out)];
  return ads.every(({ id }) => inA.has(id) === inB.has(id));
}

function weightsOf(model: AdCityModel, { view, weighting, recurring }: PlanCall) {
  const { network, plane } = model.cityOf(view.rules);
  const spots: WeightedSpot[] = [];
  const add = (lng: number, lat: number, weight: number) =>
    spots.push({ x: plane.x(lng), y: plane.y(lat), weight });
  if (weighting === "places") {
    for (const place of model.pack.places) {
      const [lng, lat] = placeMiddle(place);
      add(lng, lat, 1);
    }
  }
  if (weighting === "recurrence" && recurring) {
    for (let i = 0; i < recurring.length; i += 3) {
      add(recurring[i]!, recurring[i + 1]!, recurring[i + 2]!);
    }
  }
  return spots.length > 0 ? roadWeights(network, view.rules, spots) : {};
}
