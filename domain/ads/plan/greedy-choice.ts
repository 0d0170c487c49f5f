import type { PlanBlock } from "./plan-blocks.ts";
import type { PlanModel } from "./plan-model.ts";
import type { BlockChoice } from "./solve-block.ts";

/**
 * The simple rule over some rows and columns: again and again the column that serves the most rows still short, the
 * cheapest of those, the first of those. `missing`: what each row of the block lacks then.
 */
export function greedyChoice(
  { columns, rows, conflicts }: Pick<PlanModel, "columns" | "rows" | "conflicts">,
  block: PlanBlock,
): { chosen: number[]; missing: number[] } {
  const missing = block.rows.map((r) => rows[r]!.need);
  const rowsOf = new Map(block.columns.map((c) => [c, [] as number[]]));
  block.rows.forEach((r, i) => {
    for (const c of rows[r]!.columns) rowsOf.get(c)?.push(i);
  });
  const isGone = new Set<number>();
  const most = block.columns.reduce((a, c) => Math.max(a, rowsOf.get(c)!.length), 0);
  const order = block.columns.toSorted((a, b) => columns[a]!.cost - columns[b]!.cost || a - b);
  const chosen: number[] = [];
  for (let level = most; level > 0; level--) {
    for (const c of order) {
      if (isGone.has(c)) continue;
      const own = rowsOf.get(c)!;
      if (own.filter((i) => missing[i]! > 0).length < level) continue;
      chosen.push(c);
      isGone.add(c);
      for (const other of conflicts[c]!) isGone.add(other);
      for (const i of own) missing[i]!--;
    }
  }
  return { chosen, missing };
}

/** What a block is left with when time ran out on it: the simple rule, of which nothing is proven. */
export function unsolvedChoice(model: PlanModel, block: PlanBlock): BlockChoice {
  const { chosen, missing } = greedyChoice(model, block);
  const short = (isHard: boolean) =>
    block.rows.reduce((sum, r, i) => {
      const { kind } = model.rows[r]!;
      const counts = (kind === "count" || kind === "area") === isHard;
      return sum + (counts ? Math.max(0, missing[i]!) : 0);
    }, 0);
  const sorted = chosen.toSorted((a, b) => a - b);
  return { chosen: sorted, unmet: short(true), broken: short(false), bound: 0, isProven: false };
}
