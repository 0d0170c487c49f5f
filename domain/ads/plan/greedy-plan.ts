import type { AdSurvey } from "../audit/audit.ts";
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
  const { columns, rows, conflicts, locked } = planModel(survey);
  const missing = rows.map(({ need }) => need);
  const rowsOf = columns.map((): number[] => []);
  rows.forEach((row, r) => {
    for (const c of row.columns) rowsOf[c]!.push(r);
  });
  const isGone = new Uint8Array(columns.length);
  const gain = rowsOf.map((own) => own.length);
  const most = gain.reduce((a, b) => Math.max(a, b), 0);
  const order = [...columns.keys()].sort((a, b) => columns[a]!.cost - columns[b]!.cost || a - b);
  const chosen: number[] = [];
  for (let level = most; level > 0; level--) {
    for (const c of order) {
      if (isGone[c] === 1) continue;
      const worth = rowsOf[c]!.filter((r) => missing[r]! > 0).length;
      if (worth < level) continue;
      chosen.push(c);
      isGone[c] = 1;
      for (const other of conflicts[c]!) isGone[other] = 1;
      for (const r of rowsOf[c]!) missing[r]!--;
    }
  }
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
