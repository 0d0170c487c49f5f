import { type Duty, holdsAt } from "../../domain/duty.ts";
import { noFilter } from "../../domain/problem-filter.ts";
import type { ProblemIndex } from "./problem-index.ts";

/** Open problems where some duties hold, whoever held them when the problems were reported. */
export type OpenWhereHeld = { readonly total: number; readonly ids: readonly string[] };

/** One pass; `ids` are the `limit` with the earliest time limits. Duties that no longer hold at `t` are passed over. */
export function openWhereHeld(
  index: ProblemIndex,
  duties: readonly Duty[],
  t: number,
  limit: number,
): OpenWhereHeld {
  const held = duties.filter((duty) => duty.from > t || holdsAt(duty, t));
  const open = index.compile({ ...noFilter, statuses: ["open"], asOf: t }, t);
  const masks = held.map((duty) => maskOf(index, duty, Math.max(t, duty.from)));
  const matches = index.match(open);
  const { columns } = index;
  const rows: number[] = [];
  for (let i = 0; i < matches.count; i++) {
    const row = matches.rows[i]!;
    const [territory, category] = [columns.territory[row]!, columns.category[row]!];
    const isHere = masks.some(
      ({ territories, categories }) =>
        (territories === null || territories[territory] === 1) &&
        (categories === null || categories[category] === 1),
    );
    if (isHere) rows.push(row);
  }
  rows.sort((a, b) => columns.dueAt[a]! - columns.dueAt[b]! || a - b);
  return { total: rows.length, ids: rows.slice(0, limit).map((row) => index.idOfRow(row)) };
}

/** Where and for what a duty holds at `t`, one byte a territory or category; null: anywhere, anything. */
function maskOf(index: ProblemIndex, duty: Duty, t: number) {
  const numbers = territoriesAt(index, duty, t);
  const territories = numbers && new Uint8Array(index.territories.list.length);
  for (const number of numbers ?? []) if (territories) territories[number] = 1;
  return { territories, categories: categoriesOf(index, duty) };
}

/** Numbers of the territories that a duty holds in at `t`; null: anywhere. */
function territoriesAt(
  { tables, territories }: ProblemIndex,
  duty: Duty,
  t: number,
): readonly number[] | null {
  const holdings = tables.registry.holdingsOf(duty);
  const holding = holdings.find(({ from, to }) => from <= t && t < to);
  return holding ? territories.onAll(holding.grounds) : [];
}

/** One byte a category that a duty is about; null: any. */
export function categoriesOf({ tables }: ProblemIndex, duty: Duty): Uint8Array | null {
  const limit = tables.registry.categoryLimit(duty);
  return limit === null ? null : tables.tree.subtreeMask([limit]);
}
