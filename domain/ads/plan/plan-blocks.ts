import { rootOf, unite } from "../roads/end-nodes.ts";
import type { PlanModel } from "./plan-model.ts";

/** Rows that hang together by the columns they share; nothing but spacing ties it to other blocks. */
export type PlanBlock = {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** What its parts came to, each alone: together they leave no less short and cost no less than `bound`. */
  readonly parts?: {
    readonly chosen: readonly number[];
    readonly unmet: number;
    readonly broken: number;
    readonly bound: number;
    readonly isProven: boolean;
  };
};

/** Rows that still need something, by what they share: an owner, or a column. In order of rows. */
export function planBlocks({ rows, columns }: PlanModel): PlanBlock[] {
  const parent = Int32Array.from(rows.keys());
  const firstOfOwner = new Map<number, number>();
  const firstOfColumn = new Int32Array(columns.length).fill(-1);
  rows.forEach(({ owner, need, columns: own }, r) => {
    if (need === 0) return;
    const first = firstOfOwner.get(owner);
    if (first === undefined) firstOfOwner.set(owner, r);
    else unite(parent, first, r);
    for (const c of own) {
      if (firstOfColumn[c]! < 0) firstOfColumn[c] = r;
      else unite(parent, firstOfColumn[c]!, r);
    }
  });
  const needy = [...rows.keys()].filter((r) => rows[r]!.need > 0);
  const groups = Map.groupBy(needy, (r) => rootOf(parent, r));
  return [...groups.values()].map((own) => blockOf(own, rows));
}

/** Several blocks as one. */
export function unitedBlock(blocks: readonly PlanBlock[], rows: PlanModel["rows"]): PlanBlock {
  return blockOf(
    blocks.flatMap((block) => block.rows).sort((a, b) => a - b),
    rows,
  );
}

function blockOf(own: readonly number[], rows: PlanModel["rows"]): PlanBlock {
  const columns = new Set(own.flatMap((r) => rows[r]!.columns));
  return { rows: own, columns: [...columns].sort((a, b) => a - b) };
}
