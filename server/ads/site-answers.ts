import { roundedAt } from "../../domain/ads/audit/road-whereabouts.ts";
import { explainChosen, type ServedRow } from "../../domain/ads/plan/explain-chosen.ts";
import { explainUnchosen, type UnchosenReason } from "../../domain/ads/plan/explain-unchosen.ts";
import { type MoveFault, siteMover } from "../../domain/ads/plan/move-site.ts";
import { cutPhases } from "../../domain/ads/plan/phases.ts";
import { type PlanView, planView } from "../../domain/ads/plan/plan-view.ts";
import type { AdAction } from "../../domain/ads/plan/planned-survey.ts";
import type { AdMoveBody, AdPhases, AdSiteReason } from "../../domain/contract/ads-plans.ts";
import type { LocalPlane } from "../../domain/spatial/local-plane.ts";
import type { AdCityModel } from "./ad-city-model.ts";
import type { AdView } from "./ad-view.ts";
import { hostedAt } from "./spots-answer.ts";

type PlannedView = AdView & { readonly plan: NonNullable<AdView["plan"]> };
type Served = AdSiteReason["serves"][number];

/** The newest plan that was asked about: dragging asks many times about one. */
export class PlanQuestions {
  readonly #model: AdCityModel;
  #plan = "";
  #view: PlanView | null = null;
  #mover: ReturnType<typeof siteMover> | null = null;

  constructor(model: AdCityModel) {
    this.#model = model;
  }

  /** Why here, or why not; null for a site that there is not. */
  reason(asked: PlannedView, id: string): AdSiteReason | null {
    const view = this.#viewOf(asked);
    const action = actionOf(view, id);
    if (!action) return null;
    const option = view.options[view.optionOf(action)!]!;
    const { road, chainage, side } = hostedAt(view.survey, option.placement);
    const chosen = explainChosen(view, action);
    const common = { id, kind: action.kind, road, chainage, side, cost: option.cost };
    if (!chosen) {
      const why = (explainUnchosen(view, action) ?? []).map(toldReason);
      const nothing = { serves: [], stretch: null, breaks: [], alternative: null };
      return { ...common, isChosen: false, ...nothing, why };
    }
    const [stretch] = chosen.stretches;
    const rules = view.survey.instance.rules;
    const roads = view.survey.network.roads;
    const group = stretch && roads.find(({ key }) => key === stretch.of)?.group;
    return {
      ...common,
      isChosen: true,
      isMust: chosen.isMust,
      serves: chosen.rows.map(toldRow),
      alsoServes: [...chosen.alsoServes],
      stretch: stretch
        ? {
            before: stretch.beforeM,
            after: [...stretch.afterM],
            max: (group === undefined ? null : rules.groups[group]?.maxGap) ?? null,
          }
        : null,
      breaks: chosen.rows.filter(({ breaksWithout }) => breaksWithout).map(toldRow),
      alternative: alternativeOf(view, this.#model.cityOf(asked.rules).plane, chosen.alternative),
      extraCostIfRefused: chosen.extraCostIfRefused,
      why: [],
    };
  }

  /** Where a dragged site lands; null for a site that there is not. */
  move(asked: PlannedView, site: string, [lng, lat]: readonly [number, number]): AdMoveBody | null {
    const view = this.#viewOf(asked);
    this.#mover ??= siteMover(view);
    const { plane } = this.#model.cityOf(asked.rules);
    const moved = this.#mover(site, { x: plane.x(lng), y: plane.y(lat) });
    if (!moved) return null;
    const [movedLng, movedLat] = roundedAt(plane, moved.x, moved.y);
    return {
      site,
      position: [movedLng, movedLat],
      road: moved.road,
      chainage: moved.road === null ? null : moved.t,
      faults: moved.faults.flatMap(toldFault),
      breaks: moved.faults.flatMap((fault): Served[] => {
        if (fault.code !== "breaks") return [];
        const { kind, of, side, need, have, haveMoved } = fault.row;
        return [{ kind, of, side, need, with: have, without: haveMoved }];
      }),
    };
  }

  phases(asked: PlannedView, budgets: readonly number[]): AdPhases {
    const phases = cutPhases(this.#viewOf(asked), budgets);
    return { phases: phases.map((phase) => ({ ...phase, actions: [...phase.actions] })) };
  }

  #viewOf({ rules, plan }: PlannedView): PlanView {
    if (this.#view && this.#plan === plan.id) return this.#view;
    const survey = this.#model.scopedSurveyOf(rules, plan, plan.scope);
    const { budget } = plan;
    const money = budget === null ? {} : { budget: { amount: budget, weights: {} } };
    this.#view = planView({ ...survey, instance: { ...survey.instance, ...money } }, plan);
    this.#plan = plan.id;
    this.#mover = null;
    return this.#view;
  }
}

function alternativeOf(
  view: PlanView,
  plane: LocalPlane,
  found: { readonly action: AdAction; readonly extraCost: number } | null,
): AdSiteReason["alternative"] {
  if (!found) return null;
  const { kind, id } = found.action;
  const { instance } = view.survey;
  const { index } = view.options[view.optionOf(found.action)!]!;
  const { x, y } = (kind === "new" ? instance.candidates : instance.ads)[index]!;
  const [lng, lat] = roundedAt(plane, x, y);
  return { kind, id, extraCost: found.extraCost, position: [lng, lat] };
}

function actionOf(view: PlanView, id: string): AdAction | null {
  for (const kind of ["new", "repair"] as const) {
    if (view.optionOf({ kind, id }) !== undefined) return { kind, id };
  }
  return null;
}

function toldRow({ kind, of, side, need, have, haveWithout }: ServedRow): Served {
  return { kind, of, side, need, with: have, without: haveWithout };
}

function toldReason(reason: UnchosenReason): AdSiteReason["why"][number] {
  switch (reason.code) {
    case "blocked":
      return { code: reason.by, ids: [...reason.near] };
    case "conflicts-with-chosen":
      return { code: reason.code, ids: [...reason.ids] };
    case "not-needed":
      return { code: reason.code, detail: reason.by };
    case "dearer":
      return { code: reason.code, ids: [reason.than.id], detail: String(reason.extraCost) };
    case "interchangeable":
      return { code: reason.code, ids: [reason.with.id], detail: String(reason.extraCost) };
    case "beyond-budget":
      return { code: reason.code, detail: `${reason.cost} > ${reason.left}` };
    default:
      return { code: reason.code };
  }
}

function toldFault(fault: MoveFault): AdMoveBody["faults"] {
  switch (fault.code) {
    case "blocked":
      return [{ code: fault.by, ids: [...fault.near] }];
    case "conflicts-with-chosen":
      return [{ code: fault.code, ids: [...fault.ids] }];
    case "serves-no-longer":
      return [{ code: fault.code, detail: fault.of }];
    default:
      return [];
  }
}
