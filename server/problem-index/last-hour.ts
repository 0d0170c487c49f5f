import { DAY_MS, HOUR_MS } from "../../domain/time.ts";
import type { ProblemIndex } from "./problem-index.ts";
import type { RowFilter } from "./row-filter.ts";

/** Days that tell what is usual at an hour. */
const USUAL_DAYS = 28;

/** Reports of the hour up to T, and the mean of the same hour of the days before, as far as there are any. One pass. */
export function lastHour(index: ProblemIndex, filter: RowFilter): { count: number; usual: number } {
  const t = filter.asOf;
  const from = t - USUAL_DAYS * DAY_MS - HOUR_MS;
  const matches = index.match({ ...filter, from: Math.max(filter.from, from) });
  let [count, before, first] = [0, 0, t];
  for (let i = 0; i < matches.count; i++) {
    const reportedAt = index.columns.reportedAt[matches.rows[i]!]!;
    first = Math.min(first, reportedAt);
    const age = t - reportedAt;
    if (age < HOUR_MS) count++;
    else if (age % DAY_MS < HOUR_MS) before++;
  }
  const days = Math.min(USUAL_DAYS, Math.max(1, Math.floor((t - first) / DAY_MS)));
  return { count, usual: before / days };
}
