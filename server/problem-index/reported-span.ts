import { rowFlags } from "../../domain/columns/problem-columns.ts";
import type { ProblemIndex } from "./problem-index.ts";

/** First and last reportedAt of the reports that count, epoch ms; null without any. One pass. */
export function reportedSpan({ columns }: ProblemIndex): { first: number; last: number } | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < columns.count; row++) {
    if (columns.flags[row]! & (rowFlags.dropped | rowFlags.dead)) continue;
    const t = columns.reportedAt[row]!;
    if (t < first) first = t;
    if (t > last) last = t;
  }
  return first === Number.POSITIVE_INFINITY ? null : { first, last };
}
