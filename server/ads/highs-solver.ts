import loadHighs from "highs";
import type { MilpAnswer, MilpModel, MilpSolver } from "../../domain/ads/plan/milp.ts";

/** The package is CommonJS to the compiler and a module to Node: its default is the function itself. */
const load = loadHighs as unknown as (typeof loadHighs)["default"];

/** HiGHS as the solver of plans. Blocks the thread while it solves: for worker threads only. */
export async function loadHighsSolver(): Promise<MilpSolver> {
  const highs = await load();
  const { modelStatus, variableType } = highs.constants;
  return (model, timeLimitS): MilpAnswer => {
    if (model.costs.length === 0) return withoutColumns(model);
    const source = {
      numCols: model.costs.length,
      numRows: model.rows.length,
      colCost: Float64Array.from(model.costs),
      colLower: new Float64Array(model.costs.length),
      colUpper: Float64Array.from(model.upper),
      rowLower: Float64Array.from(model.rows, ({ lower }) => lower),
      rowUpper: Float64Array.from(model.rows, ({ upper }) => upper),
      matrix: sparseRows(model),
      integrality: Int32Array.from(model.isInteger, (isInteger) =>
        isInteger ? variableType.integer : variableType.continuous,
      ),
    };
    return highs.withModel(source, (each): MilpAnswer => {
      each.options.set({
        output_flag: false,
        random_seed: 1,
        // The default of 1e-4 stops short of the optimum and calls it optimal.
        mip_rel_gap: 0,
        mip_abs_gap: 1e-6,
        time_limit: timeLimitS,
      });
      each.run();
      const status = each.getModelStatus();
      if (status === modelStatus.infeasible) {
        return { status: "infeasible", columns: null, bound: Number.POSITIVE_INFINITY };
      }
      const isOptimal = status === modelStatus.optimal;
      const isUsable = isOptimal || Number(each.info.get("primal_solution_status")) === 2;
      const bound = isOptimal ? each.getObjectiveValue() : Number(each.info.get("mip_dual_bound"));
      return {
        status: isOptimal ? "optimal" : "stopped",
        columns: isUsable ? each.getSolution().colValue : null,
        bound,
      };
    });
  };
}

/** A model of no columns is decided by its rows alone. */
function withoutColumns({ rows }: MilpModel): MilpAnswer {
  const holds = rows.every(({ lower, upper }) => lower <= 0 && upper >= 0);
  if (holds) return { status: "optimal", columns: new Float64Array(0), bound: 0 };
  return { status: "infeasible", columns: null, bound: Number.POSITIVE_INFINITY };
}

function sparseRows({ rows, costs }: MilpModel) {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ columns }, r) => {
    starts[r + 1] = (starts[r] ?? 0) + columns.length;
  });
  const size = starts[rows.length] ?? 0;
  const indices = new Int32Array(size);
  const values = new Float64Array(size);
  rows.forEach((row, r) => {
    indices.set(row.columns, starts[r]);
    if (row.values) values.set(row.values, starts[r]);
    else values.fill(1, starts[r], starts[r + 1]);
  });
  return {
    format: "csr" as const,
    numRows: rows.length,
    numCols: costs.length,
    starts,
    indices,
    values,
  };
}
