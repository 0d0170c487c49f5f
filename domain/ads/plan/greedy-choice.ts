import type { PlanBlock } from "./plan-blocks.ts";
import type { PlanModel } from "./plan-model.ts";
import type { BlockChoice } from "./solve-block.ts";

/**
 * The simple rule over some rows and columns: again and again the column that serves the most rows still short, the
 * cheapest of those, the first of those; before them all of `first` that do not disturb each other. `missing`: what
 * each row of the block lacks then.
 */
export function greedyChoice(
  { columns, rows, conflicts }: Pick<PlanModel, "columns" | "rows" | "conflicts">,
  block: PlanBlock,
  first: readonly number[] = [],
): { chosen: number[]; missing: number[] } {
  const missing = block.rows.map((r) => rows[r]!.need);
  const rowsOf = new Map(block.columns.map((c) => [c, [] as number[]]));
  block.rows.forEach((r, i) => {
    for (const c of rows[r]!.columns) rowsOf.get(c)?.push(i);
  });
  const isGone = new Set<number>();
  const chosen: number[] = [];
  const take = (c: number) => {
    chosen.push(c);
    isGone.add(c);
    for (const other of conflicts[c]!) isGone.add(other);
    for (const i of rowsOf.get(c)!) missing[i]!--;
  };
  for (const c of first) if (!isGone.has(c)) take(c);
  const most = block.columns.reduce((a, c) => Math.max(a, rowsOf.get(c)!.length), 0);
  const order = block.columns.toSorted((a, b) => columns[a]!.cost - columns[b]!.cost || a - b);
  for (let level = most; level > 0; level--) {
    for (const c of order) {
      if (isGone.has(c)) continue;
      if (rowsOf.get(c)!.filter((i) => missing[i]! > 0).length >= level) take(c);
    }
  }
  return { chosen, missing };
}

/**
 * What a block is left with when time ran out on it: what its parts had chosen as far as it goes together, and the simple
 * rule for the rest.
 */
export function unsolvedChoice(model: PlanModel, block: PlanBlock): BlockChoice {
  const { parts } = block;
  const { chosen, missing } = greedyChoice(model, block, parts?.chosen);
  const short = (isHard: boolean) =>
    block.rows.reduce((sum, r, i) => {
      const { kind } = model.rows[r]!;
      const counts = (kind === "count" || kind === "area") === isHard;
      return sum + (counts ? Math.max(0, missing[i]!) : 0);
    }, 0);
  const [unmet, broken] = [short(true), short(false)];
  // Where more is left short than by the parts, less may cost less: their bound says nothing.
  const isAsShort = parts?.unmet === unmet && parts.broken === broken;
  const bound = parts && isAsShort ? parts.bound : 0;
  return { chosen: chosen.toSorted((a, b) => a - b), unmet, broken, bound, isProven: false };
}
