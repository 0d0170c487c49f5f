import type { AdRuleSet } from "../../domain/ads/ad-rules.ts";
import type { AdStamp } from "../../domain/contract/ads.ts";
import type { AdMoveAsked } from "../../domain/contract/ads-plans.ts";
import { AdCityModel, type LoadAsked, type Loaded } from "./ad-city-model.ts";
import { type AuditFileAsked, auditFile, type PlanFileAsked, planFile } from "./ad-files.ts";
import type { AdEdits, AdView, ViewedPlan } from "./ad-view.ts";
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
import { PlanQuestions } from "./site-answers.ts";
import { spotsAnswer } from "./spots-answer.ts";

type Viewed = { readonly view: AdView };
type Planned = { readonly view: AdView & { readonly plan: ViewedPlan } };

/**
 * What the thread of ads can be asked. Large answers are JSON, made here, so that the asking thread hands on text and
 * nothing is copied twice.
 */
export function adCityCalls(now: () => number) {
  const plans = new RunningPlans();
  let loaded: AdCityModel | null = null;
  let questions: PlanQuestions | null = null;
  const model = () => {
    if (!loaded) throw new Error("Ads are asked for before they are loaded");
    return loaded;
  };
  return {
    async load(asked: LoadAsked): Promise<Loaded> {
      loaded = await AdCityModel.load(asked, now);
      questions = new PlanQuestions(loaded);
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
    reason: ({ view, site }: Planned & { readonly site: string }) =>
      questions?.reason(view, site) ?? null,
    move: ({ view, site, position }: Planned & AdMoveAsked) =>
      questions?.move(view, site, position) ?? null,
    phases: ({ view, budgets }: Planned & { readonly budgets: readonly number[] }) =>
      questions?.phases(view, budgets) ?? { phases: [] },
    auditFile: (asked: AuditFileAsked) => auditFile(model(), asked),
    planFile: (asked: PlanFileAsked) => planFile(model(), asked),
    checkEdits: (asked: Viewed & { readonly edits: AdEdits }) => checkEdits(model(), asked),
    plan: (call: PlanCall) => plans.plan(model(), call),
    cancelPlan: (id: string) => plans.cancel(id),
  };
}
export type AdCityCalls = ReturnType<typeof adCityCalls>;
