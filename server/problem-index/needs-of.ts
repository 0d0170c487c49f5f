import { STATUS } from "../../domain/problem.ts";
import { noFilter } from "../../domain/problem-filter.ts";
import { compareText } from "./compare-text.ts";
import type { ProblemIndex } from "./problem-index.ts";
import type { Sight } from "./sight.ts";

/** Open problems of somebody at T; rows by time limit, then id. */
export type Needs = {
  readonly open: number;
  readonly overdue: readonly number[];
  /** Not overdue, with a time limit before `dayEnd`. */
  readonly dueToday: readonly number[];
};

/** One pass. `ground` is what the person answers for at T, null for everything. */
export function needsOf(
  index: ProblemIndex,
  ground: Sight | null,
  t: number,
  dayEnd: number,
): Needs {
  const { columns } = index;
  const filter = index.compile({ ...noFilter, statuses: ["open"], asOf: t }, t, ground);
  const matches = index.match(filter);
  const [overdue, dueToday]: [number[], number[]] = [[], []];
  for (let i = 0; i < matches.count; i++) {
    const row = matches.rows[i]!;
    if (matches.status[i] === STATUS.overdue) overdue.push(row);
    else if (columns.dueAt[row]! < dayEnd) dueToday.push(row);
  }
  const open = matches.count;
  const byLimit = (a: number, b: number) =>
    columns.dueAt[a]! - columns.dueAt[b]! || compareText(index.idOfRow(a), index.idOfRow(b));
  return { open, overdue: overdue.sort(byLimit), dueToday: dueToday.sort(byLimit) };
}
