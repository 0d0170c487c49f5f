import type { AdBudget } from "../ad-instance.ts";
import { cliquesAmong } from "./clique-rows.ts";
import type { MilpModel, MilpRow, MilpSolver } from "./milp.ts";
import type { PlanModel } from "./plan-model.ts";

export type BudgetChoice = {
  readonly columns: readonly number[];
  readonly value: number;
  readonly bound: number;
  readonly isProven: boolean;
};

/**
 * The most that an amount of money buys: sum of weight · ads up to what is missing, over roads and
 * areas; of equal choices a cheapest one. Null when the sites that must be chosen cost more.
 */
export function chooseWithinBudget(
  model: PlanModel,
  { amount, weights }: AdBudget,
  nameOf: (owner: number) => string,
  solve: MilpSolver,
  timeLimitS: number,
): BudgetChoice | null {
  const spent = model.locked.reduce((sum, { cost }) => sum + cost, 0);
  if (spent > amount + 1e-9) return null;
  const rows = model.rows.filter(({ kind }) => kind === "count" || kind === "area");
  const weightOf = ({ owner }: (typeof rows)[number]) => weights[nameOf(owner)] ?? 1;
  const count = model.columns.length;
  const fixed = rows.reduce((sum, row) => sum + weightOf(row) * row.met, 0);
  const gains = rows.map((row) => weightOf(row));
  const costs = model.columns.map(({ cost }) => cost);
  const upper = [...costs.map(() => 1), ...rows.map(({ need }) => need)];
  const isInteger = [...costs.map(() => true), ...rows.map(() => false)];
  const isWanted = rows.flatMap(({ columns }) => columns);
  const used = [...new Set(isWanted)].sort((a, b) => a - b);
  const shared: MilpRow[] = [
    ...rows.map((row, i): MilpRow => {
      const values = [...row.columns.map(() => 1), -1];
      return { columns: [...row.columns, count + i], values, lower: 0, upper: 1e9 };
    }),
    ...cliquesAmong(used, model.conflicts).map(
      (columns): MilpRow => ({ columns, lower: 0, upper: 1 }),
    ),
  ];
  const purse = { columns: [...costs.keys()], values: costs, lower: 0, upper: amount - spent };
  const most: MilpModel = {
    costs: [...costs.map(() => 0), ...gains.map((gain) => -gain)],
    upper: upper.map((limit, c) => (c < count && !used.includes(c) ? 0 : limit)),
    isInteger,
    rows: count > 0 ? [...shared, purse] : shared,
  };
  const first = solve(most, timeLimitS);
  if (!first.columns) return null;
  const value = gained(first.columns, rows, gains);
  const held: MilpRow = {
    columns: rows.map((_, i) => count + i),
    values: gains,
    lower: value - 1e-6,
    upper: 1e12,
  };
  const isProven = first.status === "optimal";
  const cheapest: MilpModel = {
    ...most,
    costs: [...costs.map((cost) => cost + 1e-3), ...gains.map(() => 0)],
    rows: rows.length > 0 ? [...most.rows, held] : most.rows,
  };
  const second = isProven ? solve(cheapest, timeLimitS) : null;
  const columns = second?.columns ?? first.columns;
  return {
    columns: [...costs.keys()].filter((c) => columns[c]! > 0.5),
    value: fixed + value,
    bound: isProven ? fixed + value : fixed - first.bound,
    isProven,
  };
}

/** From whole columns, so that the solver's tolerance stays out of it. */
function gained(
  columns: Float64Array,
  rows: readonly { readonly columns: readonly number[]; readonly need: number }[],
  gains: readonly number[],
): number {
  return rows.reduce((sum, row, i) => {
    const added = row.columns.filter((c) => columns[c]! > 0.5).length;
    return sum + gains[i]! * Math.min(row.need, added);
  }, 0);
}
