import type { PlanBlock } from "./plan-blocks.ts";
import type { PlanModel, PlanRow } from "./plan-model.ts";
import type { BlockChoice } from "./solve-block.ts";

/**
 * A least-count choice of one block that is proven by counting: it uses only columns that no other
 * block can be in the way of, gives every row as much as the row can hold, and has no more members
 * than its largest row takes. Null when no such choice is found at once; that says nothing.
 */
export function quickChoice(
  model: PlanModel,
  block: PlanBlock,
  isPrivate: (column: number) => boolean,
): BlockChoice | null {
  const rows = block.rows.map((r) => {
    const row = model.rows[r]!;
    return { ...row, reach: Math.min(row.need, mostOf(row, model.conflicts)) };
  });
  const isChosen = new Set<number>();
  const isBarred = new Set<number>();
  const choose = (c: number) => {
    isChosen.add(c);
    for (const other of model.conflicts[c]!) isBarred.add(other);
  };
  const isFree = (c: number) => !isChosen.has(c) && !isBarred.has(c) && isPrivate(c);
  const open = ({ reach, columns }: (typeof rows)[number]) =>
    reach - columns.reduce((sum, c) => sum + (isChosen.has(c) ? 1 : 0), 0);
  for (const row of rows) {
    if (row.kind !== "gap" || open(row) <= 0) continue;
    const last = row.columns.findLast(isFree);
    if (last === undefined) return null;
    choose(last);
  }
  for (const kind of ["side", "area", "count"] as const) {
    for (const row of rows) {
      if (row.kind !== kind) continue;
      for (const c of row.columns) {
        if (open(row) <= 0) break;
        if (isFree(c)) choose(c);
      }
    }
  }
  const least = Math.max(...rows.map(({ reach }) => reach));
  if (isChosen.size > least || rows.some((row) => open(row) > 0)) return null;
  const short = (isHard: boolean) =>
    rows.reduce((sum, { kind, need, reach }) => {
      return sum + ((kind === "count" || kind === "area") === isHard ? need - reach : 0);
    }, 0);
  const chosen = [...isChosen].sort((a, b) => a - b);
  return { chosen, unmet: short(true), broken: short(false), bound: chosen.length, isProven: true };
}

/** No more of a row can be chosen than it takes sets of mutual conflicts to cover it. */
function mostOf({ columns }: PlanRow, conflicts: PlanModel["conflicts"]): number {
  const isIn = new Set(columns);
  const isCovered = new Set<number>();
  let sets = 0;
  for (const c of columns) {
    if (isCovered.has(c)) continue;
    isCovered.add(c);
    sets++;
    const members = [c];
    for (const other of conflicts[c]!) {
      if (isCovered.has(other) || !isIn.has(other)) continue;
      if (!members.every((each) => conflicts[each]!.includes(other))) continue;
      members.push(other);
      isCovered.add(other);
    }
  }
  return sets;
}
