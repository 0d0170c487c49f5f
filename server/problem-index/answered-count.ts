/** How much somebody answers for; `open` holds the overdue ones. */
export type AnsweredCount = {
  total: number;
  open: number;
  overdue: number;
  recurrences: number;
};

export function noCount(): AnsweredCount {
  return { total: 0, open: 0, overdue: 0, recurrences: 0 };
}

export function noCounts(length: number): AnsweredCount[] {
  return Array.from({ length }, noCount);
}

export function addCount(sum: AnsweredCount, count: AnsweredCount): void {
  sum.total += count.total;
  sum.open += count.open;
  sum.overdue += count.overdue;
  sum.recurrences += count.recurrences;
}
