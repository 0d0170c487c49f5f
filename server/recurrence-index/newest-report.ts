import { HIDDEN } from "../../domain/columns/problem-columns.ts";
import type { RecurrenceIndex } from "./recurrence-index.ts";

/** Serial of the newest report of a place that counts and was known at T; null without any. */
export function newestReport(index: RecurrenceIndex, place: number, t: number): number | null {
  const { problems } = index;
  const { columns } = problems;
  let newest: number | null = null;
  let newestAt = Number.NEGATIVE_INFINITY;
  for (const serial of index.membersOf(place)) {
    const row = problems.rowOf(serial);
    const reportedAt = columns.reportedAt[row] ?? Number.POSITIVE_INFINITY;
    const isHidden = ((columns.flags[row] ?? HIDDEN) & HIDDEN) !== 0;
    if (isHidden || reportedAt > t || reportedAt < newestAt) continue;
    newestAt = reportedAt;
    newest = serial;
  }
  return newest;
}
