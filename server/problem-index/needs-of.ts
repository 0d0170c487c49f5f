import { type Duty, holdsAt } from "../../domain/duty.ts";
import { STATUS } from "../../domain/problem.ts";
import { noFilter } from "../../domain/problem-filter.ts";
import { compareText } from "./compare-text.ts";
import { maskOf } from "./open-where-held.ts";
import type { ProblemIndex } from "./problem-index.ts";

/** Whether somebody answers for a spot and kind of problem. */
export type Answers = (territory: number, category: number) => boolean;

/** By the duties that hold at `t`, whoever held them before. */
export function answersAt(index: ProblemIndex, duties: readonly Duty[], t: number): Answers {
  const masks = duties.filter((duty) => holdsAt(duty, t)).map((duty) => maskOf(index, duty, t));
  return (territory, category) =>
    masks.some(
      ({ territories, categories }) =>
        (territories === null || territories[territory] === 1) &&
        (categories === null || categories[category] === 1),
    );
}

/** Open problems of somebody at T; rows by time limit, then id. */
export type Needs = {
  readonly open: number;
  readonly overdue: readonly number[];
  /** Not overdue, with a time limit before `dayEnd`. */
  readonly dueToday: readonly number[];
};

/** One pass. */
export function needsOf(index: ProblemIndex, answers: Answers, t: number, dayEnd: number): Needs {
  const { columns } = index;
  const filter = index.compile({ ...noFilter, statuses: ["open"], asOf: t }, t);
  const matches = index.match(filter);
  const [overdue, dueToday]: [number[], number[]] = [[], []];
  let open = 0;
  for (let i = 0; i < matches.count; i++) {
    const row = matches.rows[i]!;
    if (!answers(columns.territory[row]!, columns.category[row]!)) continue;
    open++;
    if (matches.status[i] === STATUS.overdue) overdue.push(row);
    else if (columns.dueAt[row]! < dayEnd) dueToday.push(row);
  }
  const byLimit = (a: number, b: number) =>
    columns.dueAt[a]! - columns.dueAt[b]! || compareText(index.idOfRow(a), index.idOfRow(b));
  return { open, overdue: overdue.sort(byLimit), dueToday: dueToday.sort(byLimit) };
}
