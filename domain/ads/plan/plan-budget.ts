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
 * areas; of equal choices a cheapest one. Null when the sites that must be chosen cost more. Throws when time runs out first.
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
  const fixed = rows.reduce((sum, row) => sum + weightOf(row) * row.met, 0);
  const gains = rows.map((row) => weightOf(row));
  const most = budgetModel(model, rows, gains, amount - spent);
  const first = solve(most, timeLimitS);
  if (!first.columns) throw new Error(`No plan was found in ${timeLimitS} s`);
  const value = gained(first.columns, rows, gains);
  const isProven = first.status === "optimal";
  const second = isProven ? solve(cheapest(model, most, gains, value), timeLimitS) : null;
  const columns = second?.columns ?? first.columns;
  return {
    columns: [...model.columns.keys()].filter((c) => columns[c]! > 0.5),
    value: fixed + value,
    bound: isProven ? fixed + value : fixed - first.bound,
    isProven,
  };
}

/** Columns, then what each row gains by them: its need at most. */
function budgetModel(
  model: PlanModel,
  rows: PlanModel["rows"],
  gains: readonly number[],
  purse: number,
): MilpModel {
  const costs = model.columns.map(({ cost }) => cost);
  const used = new Set(rows.flatMap(({ columns }) => columns));
  const spacing = cliquesAmong(
    [...used].sort((a, b) => a - b),
    model.conflicts,
  );
  return {
    costs: [...costs.map(() => 0), ...gains.map((gain) => -gain)],
    upper: [...costs.map((_, c) => (used.has(c) ? 1 : 0)), ...rows.map(({ need }) => need)],
    isInteger: [...costs.map(() => true), ...rows.map(() => false)],
    rows: [
      ...rows.map((row, i): MilpRow => {
        const values = [...row.columns.map(() => 1), -1];
        return {
          columns: [...row.columns, costs.length + i],
          values,
          lower: 0,
          upper: Number.POSITIVE_INFINITY,
        };
      }),
      ...spacing.map((columns): MilpRow => ({ columns, lower: 0, upper: 1 })),
      ...(costs.length > 0
        ? [{ columns: [...costs.keys()], values: costs, lower: 0, upper: purse }]
        : []),
    ],
  };
}

/** The same with the worth held, for the least cost; a site that costs nothing is still not put up for nothing. */
function cheapest(
  { columns }: PlanModel,
  most: MilpModel,
  gains: readonly number[],
  value: number,
): MilpModel {
  const held: MilpRow = {
    columns: gains.map((_, i) => columns.length + i),
    values: gains,
    lower: value - 1e-6,
    upper: Number.POSITIVE_INFINITY,
  };
  return {
    ...most,
    costs: [...columns.map(({ cost }) => cost + 1e-3), ...gains.map(() => 0)],
    rows: gains.length > 0 ? [...most.rows, held] : most.rows,
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
