import { rowFlags } from "../../domain/columns/problem-columns.ts";
import { noFilter } from "../../domain/problem-filter.ts";
import { allRows } from "./match-rows.ts";
import type { ProblemIndex } from "./problem-index.ts";
import type { RowFilter } from "./row-filter.ts";

/** First and last reportedAt of the reports that count and pass, in the tray or not, epoch ms; null without any. */
export function reportedSpan(
  index: ProblemIndex,
  filter: RowFilter = index.compile(noFilter, Number.MAX_SAFE_INTEGER),
): { first: number; last: number } | null {
  const { columns } = index;
  const { rows, count } = index.match(filter, allRows);
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < count; i++) {
    const row = rows[i]!;
    if (columns.flags[row]! & (rowFlags.dropped | rowFlags.dead)) continue;
    const t = columns.reportedAt[row]!;
    if (t < first) first = t;
    if (t > last) last = t;
  }
  return first === Number.POSITIVE_INFINITY ? null : { first, last };
}
