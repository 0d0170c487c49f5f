import type { AdRuleSet } from "../../domain/ads/ad-rules.ts";
import type { AdStamp } from "../../domain/contract/ads.ts";
import { AdCityModel, type LoadAsked, type Loaded } from "./ad-city-model.ts";
import type { AdEdits, AdView } from "./ad-view.ts";
import {
  type AuditPart,
  auditAnswer,
  previewAnswer,
  roadsAnswer,
  summaryAnswer,
} from "./audit-answers.ts";
import { checkEdits } from "./check-edits.ts";
import { type PlanCall, RunningPlans } from "./plan-call.ts";
import { roadAnswer } from "./road-answer.ts";
import { spotsAnswer } from "./spots-answer.ts";

type Viewed = { readonly view: AdView };

/**
 * What the thread of ads can be asked. Large answers are JSON, made here, so that the asking thread hands on text and
 * nothing is copied twice.
 */
export function adCityCalls(now: () => number) {
  const plans = new RunningPlans();
  let loaded: AdCityModel | null = null;
  const model = () => {
    if (!loaded) throw new Error("Ads are asked for before they are loaded");
    return loaded;
  };
  return {
    async load(asked: LoadAsked): Promise<Loaded> {
      loaded = await AdCityModel.load(asked, now);
      return loaded.loaded;
    },
    audit: ({
      view,
      part,
      stamp,
    }: Viewed & { readonly part: AuditPart; readonly stamp: AdStamp }) =>
      JSON.stringify({ ...auditAnswer(model(), view, part), stamp }),
    summary: ({ view }: Viewed) => summaryAnswer(model(), view),
    roads: ({ view }: Viewed) => JSON.stringify(roadsAnswer(model(), view)),
    spots: ({ view }: Viewed) => JSON.stringify(spotsAnswer(model(), view)),
    road: ({ view, key }: Viewed & { readonly key: string }) => roadAnswer(model(), view, key),
    preview: ({
      inForce,
      rules,
    }: {
      readonly inForce: AdRuleSet | null;
      readonly rules: AdRuleSet;
    }) => JSON.stringify(previewAnswer(model(), inForce, rules)),
    checkEdits: (asked: Viewed & { readonly edits: AdEdits }) => checkEdits(model(), asked),
    plan: (call: PlanCall) => plans.plan(model(), call),
    cancelPlan: (id: string) => plans.cancel(id),
  };
}
export type AdCityCalls = ReturnType<typeof adCityCalls>;
