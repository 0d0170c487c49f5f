import { adStates } from "../ad.ts";
import type { AdInstance } from "../ad-instance.ts";
import { type AdSurvey, surveyPlaced } from "../audit/audit.ts";
import type { AdPlan } from "./plan-ads.ts";

export type AdAction = AdPlan["actions"][number];

/** A survey of what stands when a plan is done. It has no candidates: it is for looking at. */
export type PlannedSurvey = AdSurvey & {
  /** Ads from this position on are the plan's. */
  readonly firstNew: number;
  /** Positions of the ads that the plan repairs. */
  readonly repaired: ReadonlySet<number>;
};

/** The survey as if the actions were done. Actions that name nothing are passed over. */
export function plannedSurvey(survey: AdSurvey, actions: readonly AdAction[]): PlannedSurvey {
  const done = withActions(survey, actions);
  const { network, ads } = done;
  const instance = { ...done.instance, candidates: [] };
  return {
    ...surveyPlaced(instance, network, { ads, sites: [] }),
    firstNew: survey.ads.length,
    repaired: done.repaired,
  };
}

/** Instance and places with the actions done, the candidates still there. */
export function withActions(
  { instance, network, ads, sites }: AdSurvey,
  actions: readonly AdAction[],
) {
  const counting = countingInstance(instance);
  const { state } = counting;
  const siteAt = new Map(instance.candidates.map(({ id }, s) => [id, s]));
  const adAt = new Map(instance.ads.map(({ id }, a) => [id, a]));
  const repaired = new Set<number>();
  const chosen: number[] = [];
  for (const { kind, id } of actions) {
    const at = (kind === "new" ? siteAt : adAt).get(id);
    if (at === undefined) continue;
    if (kind === "new") chosen.push(at);
    else repaired.add(at);
  }
  const standing = counting.instance.ads.map((ad, a) => (repaired.has(a) ? { ...ad, state } : ad));
  const fresh = chosen.map((s): AdInstance["ads"][number] => {
    const { cost: _, lock: __, ...site } = instance.candidates[s]!;
    return { ...site, state };
  });
  return {
    instance: { ...counting.instance, ads: [...standing, ...fresh] },
    network,
    ads: [...ads, ...chosen.map((s) => sites[s]!)],
    sites,
    repaired,
  };
}

/** A state that counts. Rules that count none still count what a plan does, so they get one for it alone. */
function countingInstance(instance: AdInstance) {
  const { countStates } = instance.rules;
  const state = adStates.find((each) => each !== "removed" && countStates.includes(each));
  if (state) return { instance, state };
  const rules = { ...instance.rules, countStates: [...countStates, "ok"] };
  const ads = instance.ads.map((ad) => (ad.state === "ok" ? { ...ad, state: WORN } : ad));
  return { instance: { ...instance, rules, ads }, state: adStates[0] };
}

const WORN = "minor" as const;
