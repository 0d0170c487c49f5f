import type { AdSurvey } from "../audit/audit.ts";
import { greedyChoice } from "./greedy-choice.ts";
import { planModel } from "./plan-model.ts";

/** What the simple rule leads to; shown beside a plan, never as one. */
export type GreedyPlan = {
  readonly count: number;
  readonly cost: number;
  /** Ads still missing on roads and in areas. */
  readonly unmet: number;
  /** Empty stretches and sides that stay short. */
  readonly broken: number;
};

/**
 * The simple rule: again and again the site that serves the most rows still short, the cheapest of
 * those, the first of those. A first picture: it proves nothing and leaves more undone than need be.
 */
export function greedyPlan(survey: AdSurvey): GreedyPlan {
  const model = planModel(survey);
  const { columns, rows, locked } = model;
  const all = { rows: [...rows.keys()], columns: [...columns.keys()] };
  const { chosen, missing } = greedyChoice(model, all);
  const taken = [...locked, ...chosen.map((c) => columns[c]!)];
  const short = (isHard: boolean) =>
    rows.reduce((sum, { kind }, r) => {
      const counts = (kind === "count" || kind === "area") === isHard;
      return sum + (counts ? Math.max(0, missing[r]!) : 0);
    }, 0);
  return {
    count: taken.length,
    cost: taken.reduce((sum, { cost }) => sum + cost, 0),
    unmet: short(true),
    broken: short(false),
  };
}
