import { rootOf, unite } from "../roads/end-nodes.ts";
import { unsolvedChoice } from "./greedy-choice.ts";
import type { MilpSolver } from "./milp.ts";
import { objectiveOf } from "./objective.ts";
import { type PlanBlock, planBlocks, unitedBlock } from "./plan-blocks.ts";
import type { PlanModel } from "./plan-model.ts";
import { quickChoice } from "./quick-choice.ts";
import { type BlockChoice, solveBlock } from "./solve-block.ts";

export type ChooseOptions = {
  readonly objective: "count" | "cost";
  readonly solve: MilpSolver;
  /** For all solves together, seconds of `nowMs`. */
  readonly timeLimitS: number;
  readonly nowMs: () => number;
  /** Share of the blocks that are done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
};

/** What was chosen, and what is known of the best there is. In units of the objective. */
export type ChosenActions = {
  readonly columns: readonly number[];
  readonly unmet: number;
  readonly broken: number;
  readonly bound: number;
  readonly isProven: boolean;
  /** How many blocks counting alone settled, and all. */
  readonly quick: number;
  readonly blocks: number;
};

/**
 * Least shortage, then least count or cost, over all blocks. Each block is solved as if the others
 * left it all space, which can only flatter it; blocks whose choices then disturb each other are
 * solved as one, until none do. What stands then reaches the sum of its own lower bounds. A block that time
 * ran out on gets what the simple rule gives it, and the whole is then not proven.
 */
export function chooseActions(model: PlanModel, options: ChooseOptions): ChosenActions {
  const { objective: kind, nowMs, onProgress, solve } = options;
  const objective = objectiveOf(model, kind);
  const start = nowMs();
  const left = () => Math.max(0.05, options.timeLimitS - (nowMs() - start) / 1000);
  let blocks = planBlocks(model);
  const count = blocks.length;
  const blockOf = new Int32Array(model.columns.length).fill(-1);
  blocks.forEach(({ columns }, b) => {
    for (const c of columns) blockOf[c] = b;
  });
  const isPrivate = (c: number) =>
    model.conflicts[c]!.every((other) => blockOf[other] === blockOf[c]);
  const isChosen = new Uint8Array(model.columns.length);
  const choices = blocks.map((block) => {
    const choice = kind === "count" ? quickChoice(model, block, isPrivate) : null;
    for (const c of choice?.chosen ?? []) isChosen[c] = 1;
    return choice;
  });
  const quick = choices.filter((choice) => choice !== null).length;

  for (;;) {
    // Large ones first: small ones find it easier to leave them their space.
    const order = [...blocks.keys()].sort(
      (a, b) => blocks[b]!.columns.length - blocks[a]!.columns.length || a - b,
    );
    for (const [n, b] of order.entries()) {
      if (choices[b]) continue;
      const block = blocks[b]!;
      const penalties = penaltiesOf(model, block, isChosen);
      // One hard block leaves time to those after it.
      const choice =
        solveBlock(model, block, objective, penalties, { solve, timeLimitS: left() / 2 }) ??
        unsolvedChoice(model, block);
      choices[b] = choice;
      for (const c of choice.chosen) isChosen[c] = 1;
      onProgress?.((n + 1) / blocks.length);
    }
    const next = unitedWhereDisturbed(model, blocks, choices, isChosen);
    if (!next) break;
    blocks = next.blocks;
    choices.splice(0, choices.length, ...next.choices);
  }
  const all = choices.filter((choice) => choice !== null);
  const sum = (of: (choice: BlockChoice) => number) => all.reduce((s, choice) => s + of(choice), 0);
  return {
    columns: all.flatMap(({ chosen }) => chosen).sort((a, b) => a - b),
    unmet: sum(({ unmet }) => unmet),
    broken: sum(({ broken }) => broken),
    bound: sum(({ bound }) => bound) * (objective.unit ?? 1),
    isProven: all.every(({ isProven }) => isProven),
    quick,
    blocks: count,
  };
}

/** Where nothing is proven of one of them, what they leave short says nothing of them together. */
function partsOf(
  group: readonly number[],
  choices: readonly (BlockChoice | null)[],
): Required<Pick<PlanBlock, "parts">> {
  const own = group.flatMap((b) => choices[b] ?? []);
  const sum = (of: (choice: BlockChoice) => number) => own.reduce((s, choice) => s + of(choice), 0);
  return {
    parts: {
      chosen: own.flatMap(({ chosen }) => chosen),
      unmet: sum(({ unmet }) => unmet),
      broken: sum(({ broken }) => broken),
      bound: sum(({ bound }) => bound),
      isProven: own.every(({ isProven }) => isProven),
    },
  };
}

/** Of equal choices, the one with more repairs, then the one that leaves others more space. */
function penaltiesOf(model: PlanModel, block: PlanBlock, isChosen: Uint8Array): number[] {
  const own = new Set(block.columns);
  const penalties: number[] = [];
  for (const c of block.columns) {
    const others = model.conflicts[c]!.filter((other) => !own.has(other));
    const disturbs = others.some((other) => isChosen[other] === 1);
    penalties[c] = disturbs ? 3 : (others.length > 0 ? 1 : 0) + (isNew(model, c) ? 1 : 0);
  }
  return penalties;
}

function isNew({ columns }: PlanModel, c: number): boolean {
  return columns[c]!.kind === "new";
}

/** Blocks whose choices disturb each other as one block without a choice; null when none do. */
function unitedWhereDisturbed(
  model: PlanModel,
  blocks: readonly PlanBlock[],
  choices: readonly (BlockChoice | null)[],
  isChosen: Uint8Array,
): { blocks: PlanBlock[]; choices: (BlockChoice | null)[] } | null {
  const blockOf = new Int32Array(model.columns.length).fill(-1);
  choices.forEach((choice, b) => {
    for (const c of choice?.chosen ?? []) blockOf[c] = b;
  });
  const parent = Int32Array.from(blocks.keys());
  let isDisturbed = false;
  blockOf.forEach((b, c) => {
    if (b < 0) return;
    for (const other of model.conflicts[c]!) {
      const o = blockOf[other]!;
      if (o < 0 || o === b) continue;
      unite(parent, b, o);
      isDisturbed = true;
    }
  });
  if (!isDisturbed) return null;
  const groups = [...Map.groupBy(blocks.keys(), (b) => rootOf(parent, b)).values()];
  return {
    blocks: groups.map((group) => {
      const members = group.map((b) => blocks[b]!);
      if (members.length === 1) return members[0]!;
      return { ...unitedBlock(members, model.rows), ...partsOf(group, choices) };
    }),
    choices: groups.map((group) => {
      if (group.length === 1) return choices[group[0]!]!;
      for (const b of group) for (const c of choices[b]!.chosen) isChosen[c] = 0;
      return null;
    }),
  };
}
