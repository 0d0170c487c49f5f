import type { PlanBlock } from "./plan-blocks.ts";
import type { PlanModel } from "./plan-model.ts";

/**
 * A choice of one block that is proven by counting: it uses only columns that no other block can be
 * in the way of, meets every row, and has no more members than its largest row needs. Null when no
 * such choice is found at once; that says nothing.
 */
export function quickChoice(
  model: PlanModel,
  block: PlanBlock,
  isPrivate: (column: number) => boolean,
): number[] | null {
  const rows = block.rows.map((r) => model.rows[r]!);
  const least = Math.max(...rows.map(({ need }) => need));
  const isChosen = new Set<number>();
  const isBarred = new Set<number>();
  const choose = (c: number) => {
    isChosen.add(c);
    for (const other of model.conflicts[c]!) isBarred.add(other);
  };
  const isFree = (c: number) => !isChosen.has(c) && !isBarred.has(c) && isPrivate(c);
  const missing = ({ need, columns }: (typeof rows)[number]) =>
    need - columns.reduce((sum, c) => sum + (isChosen.has(c) ? 1 : 0), 0);
  for (const row of rows) {
    if (row.kind !== "gap" || missing(row) <= 0) continue;
    const last = row.columns.findLast(isFree);
    if (last === undefined) return null;
    choose(last);
  }
  for (const kind of ["side", "area", "count"] as const) {
    for (const row of rows) {
      if (row.kind !== kind) continue;
      let open = missing(row);
      for (const c of row.columns) {
        if (open <= 0) break;
        if (!isFree(c)) continue;
        choose(c);
        open--;
      }
      if (open > 0) return null;
    }
  }
  if (isChosen.size > least || rows.some((row) => missing(row) > 0)) return null;
  return [...isChosen].sort((a, b) => a - b);
}
