import type { PlanModel } from "./plan-model.ts";

/** Cost of each column as a whole number of units, so that ties can be broken without touching the optimum. */
export type Objective = {
  readonly costs: readonly number[];
  /** What one unit is worth; null when costs are not whole cents, then ties are left to the solver. */
  readonly unit: number | null;
};

export function objectiveOf({ columns }: PlanModel, kind: "count" | "cost"): Objective {
  if (kind === "count") return { costs: columns.map(() => 1), unit: 1 };
  const cents = columns.map(({ cost }) => Math.round(cost * 100));
  const isWhole = columns.every(({ cost }, c) => Math.abs(cost * 100 - cents[c]!) < 1e-6);
  if (!isWhole) return { costs: columns.map(({ cost }) => cost), unit: null };
  const unit = cents.reduce(divisor, 0) || 1;
  return { costs: cents.map((cent) => cent / unit), unit: unit / 100 };
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
