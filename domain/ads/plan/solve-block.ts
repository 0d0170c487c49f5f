import { cliquesAmong } from "./clique-rows.ts";
import type { MilpRow, MilpSolver } from "./milp.ts";
import type { Objective } from "./objective.ts";
import type { PlanBlock } from "./plan-blocks.ts";
import type { PlanModel } from "./plan-model.ts";

/** In a larger block proving the best of equal choices takes longer than it saves. */
const TIES_UP_TO = 3000;

/**
 * The best choice of one block: least shortage, then fewest other rows broken, then least cost.
 * `bound` is a lower bound of that cost given the rest.
 */
export type BlockChoice = {
  readonly chosen: readonly number[];
  readonly unmet: number;
  readonly broken: number;
  readonly bound: number;
  readonly isProven: boolean;
};

/** `penalties`: small whole numbers that decide between choices of equal cost. */
export function solveBlock(
  model: PlanModel,
  block: PlanBlock,
  objective: Objective,
  penalties: readonly number[],
  { solve, timeLimitS }: { solve: MilpSolver; timeLimitS: number },
): BlockChoice | null {
  const { costs, scale } = weighed(model, block, objective, penalties);
  const position = new Map(block.columns.map((c, i) => [c, i]));
  const spacing = cliquesAmong(block.columns, model.conflicts).map(
    (clique): MilpRow => ({ columns: clique.map((c) => position.get(c)!), lower: 0, upper: 1 }),
  );
  const rows = block.rows.map((r) => model.rows[r]!);
  const needs = rows.map(({ columns, need }): MilpRow => {
    return { columns: columns.map((c) => position.get(c)!), lower: need, upper: columns.length };
  });
  const count = block.columns.length;
  const isShort = isShortAtLeast(block);
  const isImpossible = isShort || rows.some(({ need, columns }) => columns.length < need);
  if (!isImpossible) {
    const upper = new Array<number>(count).fill(1);
    const isInteger = new Array<boolean>(count).fill(true);
    const answer = solve({ costs, upper, isInteger, rows: [...needs, ...spacing] }, timeLimitS);
    if (answer.status !== "infeasible") {
      return choiceOf(block, answer.columns, {
        unmet: 0,
        broken: 0,
        bound: unweighed(answer.bound, scale, objective),
        isProven: answer.status === "optimal",
      });
    }
  }
  return solveShort(
    block,
    rows,
    [needs, spacing],
    { costs, scale, objective },
    { solve, timeLimitS },
  );
}

function isShortAtLeast({ parts }: PlanBlock): boolean {
  return parts?.isProven === true && parts.unmet + parts.broken > 0;
}

/** What a bound of the weighed cost says of the cost, which it exceeds by less than one scale. */
function unweighed(bound: number, scale: number, { unit }: Objective): number {
  return unit === null ? bound : Math.ceil(bound / scale - (1 - 1 / scale) - 1e-6);
}

/** Three solves, each holding what the ones before it reached. */
function solveShort(
  block: PlanBlock,
  rows: PlanModel["rows"],
  [needs, spacing]: readonly [needs: readonly MilpRow[], spacing: readonly MilpRow[]],
  { costs, scale, objective }: { costs: readonly number[]; scale: number; objective: Objective },
  { solve, timeLimitS }: { solve: MilpSolver; timeLimitS: number },
): BlockChoice | null {
  const count = block.columns.length;
  const slack = needs.map((row, i): MilpRow => {
    const values = [...row.columns.map(() => 1), 1];
    return {
      columns: [...row.columns, count + i],
      values,
      lower: row.lower,
      upper: Number.POSITIVE_INFINITY,
    };
  });
  const isHard = rows.map(({ kind }) => kind === "count" || kind === "area");
  const upper = [...costs.map(() => 1), ...rows.map(({ need }) => need)];
  const isInteger = [...costs.map(() => true), ...rows.map(() => false)];
  const limit = (wants: (i: number) => boolean, most: number): MilpRow => {
    const columns = [...rows.keys()].filter(wants).map((i) => count + i);
    return { columns, lower: 0, upper: most };
  };
  const base = [...slack, ...spacing];
  let isProven = true;
  const least = (wants: (i: number) => boolean, held: readonly MilpRow[]): number | null => {
    if (!rows.some((_, i) => wants(i))) return 0;
    const slackCosts = [...costs.map(() => 0), ...rows.map((_, i) => (wants(i) ? 1 : 0))];
    const all = [...base, ...held];
    const answer = solve({ costs: slackCosts, upper, isInteger, rows: all }, timeLimitS);
    if (!answer.columns) return null;
    isProven &&= answer.status === "optimal";
    return Math.round(
      rows.reduce((sum, _, i) => sum + (wants(i) ? answer.columns![count + i]! : 0), 0),
    );
  };
  const cheapest = (unmet: number, broken: number) => {
    const held = [limit((i) => isHard[i]!, unmet), limit((i) => !isHard[i]!, broken)];
    const answer = solve(
      {
        costs: [...costs, ...rows.map(() => 0)],
        upper,
        isInteger,
        rows: [...base, ...held.filter(({ columns }) => columns.length > 0)],
      },
      timeLimitS,
    );
    return choiceOf(block, answer.columns, {
      unmet,
      broken,
      bound: unweighed(answer.bound, scale, objective),
      isProven: isProven && answer.status === "optimal",
    });
  };
  // Where no less can be short, a choice that leaves just that is found in one go.
  const { parts } = block;
  const direct = parts && isShortAtLeast(block) ? cheapest(parts.unmet, parts.broken) : null;
  if (direct) return direct;
  const unmet = least((i) => isHard[i]!, []);
  if (unmet === null) return null;
  const broken = least((i) => !isHard[i]!, [limit((i) => isHard[i]!, unmet)]);
  if (broken === null) return null;
  return cheapest(unmet, broken);
}

function choiceOf(
  block: PlanBlock,
  columns: Float64Array | null,
  rest: Omit<BlockChoice, "chosen">,
): BlockChoice | null {
  if (!columns) return null;
  return { chosen: block.columns.filter((_, i) => columns[i]! > 0.5), ...rest };
}

/** Cost times a scale that all penalties together stay below, plus the penalty. */
function weighed(
  { rows }: PlanModel,
  block: PlanBlock,
  { costs, unit }: Objective,
  penalties: readonly number[],
): { costs: number[]; scale: number } {
  if (unit === null || block.columns.length > TIES_UP_TO) {
    return { costs: block.columns.map((c) => costs[c]!), scale: 1 };
  }
  const needs = block.rows.reduce((sum, r) => sum + rows[r]!.need, 0);
  const most = Math.max(0, ...block.columns.map((c) => penalties[c]!));
  const scale = 1 + most * Math.min(needs, block.columns.length);
  return { costs: block.columns.map((c) => costs[c]! * scale + penalties[c]!), scale };
}
