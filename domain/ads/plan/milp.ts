/** A row: lower ≤ Σ value · column ≤ upper. */
export type MilpRow = {
  readonly columns: readonly number[];
  /** 1 for each column when absent. */
  readonly values?: readonly number[];
  readonly lower: number;
  readonly upper: number;
};

/** Minimise Σ cost · column; columns run from 0 to their upper bound. */
export type MilpModel = {
  readonly costs: readonly number[];
  readonly upper: readonly number[];
  readonly isInteger: readonly boolean[];
  readonly rows: readonly MilpRow[];
};

/** `stopped`: out of time; a solution may be there all the same, `bound` holds for the optimum. */
export type MilpAnswer = {
  readonly status: "optimal" | "infeasible" | "stopped";
  readonly columns: Float64Array | null;
  readonly bound: number;
};

/** What a plan asks of a solver: proven optima, the same ones every time. */
export type MilpSolver = (model: MilpModel, timeLimitS: number) => MilpAnswer;
