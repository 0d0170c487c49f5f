import { emptyWeek, type WeekCount } from "../../domain/brief.ts";
import type { Week } from "../../domain/brief-week.ts";
import { rowFlags } from "../../domain/columns/problem-columns.ts";
import { STATUS } from "../../domain/problem.ts";
import { noFilter } from "../../domain/problem-filter.ts";
import { compareText } from "./compare-text.ts";
import type { HoldersAt } from "./holders-at.ts";
import type { ProblemIndex } from "./problem-index.ts";

/** A week of somebody's duties: taken together, by number of the holder, and by category ordinal what was reported. */
export type WeekCounts = {
  readonly all: WeekCount;
  readonly of: readonly WeekCount[];
  readonly reportedByCategory: Uint32Array;
  /** Overdue at the end of the week, earliest time limit first, then id. */
  readonly overdue: readonly number[];
};

/**
 * One pass. A report counts for who answers on the day: reported for those of its day, closed for those of the closing's
 * (the closing that stands at the end of the week), open and overdue for those of the end of the week. Returns stay 0.
 */
export function weekCounts(
  index: ProblemIndex,
  holders: HoldersAt,
  count: number,
  { from, at }: Week,
): WeekCounts {
  const { columns } = index;
  const all = emptyWeek();
  const of = Array.from({ length: count }, emptyWeek);
  const reportedByCategory = new Uint32Array(index.tables.tree.list.length);
  const overdue: number[] = [];

  /** Whether anybody asked about answers. */
  function each(row: number, t: number, add: (week: WeekCount) => void): boolean {
    const found = holders(columns.territory[row]!, columns.category[row]!, t);
    for (const number of found) add(of[number]!);
    if (found.length > 0) add(all);
    return found.length > 0;
  }

  const matches = index.match(index.compile({ ...noFilter, asOf: at }, at));
  for (let i = 0; i < matches.count; i++) {
    const row = matches.rows[i]!;
    const status = matches.status[i]!;
    const reportedAt = columns.reportedAt[row]!;
    if (reportedAt >= from && each(row, reportedAt, addReported))
      reportedByCategory[columns.category[row]!]!++;
    if (status === STATUS.closed) {
      const closedAt = standingClosing(index, row, at);
      const dueAt = columns.dueAt[row]!;
      if (closedAt >= from) each(row, closedAt, (week) => addClosed(week, closedAt, dueAt));
    } else if (status !== STATUS.overdue) each(row, at, addOpen);
    else if (each(row, at, addOverdue)) overdue.push(row);
  }
  const byLimit = (a: number, b: number) =>
    columns.dueAt[a]! - columns.dueAt[b]! || compareText(index.idOfRow(a), index.idOfRow(b));
  return { all, of, reportedByCategory, overdue: overdue.sort(byLimit) };
}

function addReported(week: WeekCount): void {
  week.reported++;
}

function addOpen(week: WeekCount): void {
  week.open++;
}

function addOverdue(week: WeekCount): void {
  week.open++;
  week.overdue++;
}

function addClosed(week: WeekCount, closedAt: number, dueAt: number): void {
  week.closed++;
  if (dueAt === Number.POSITIVE_INFINITY) return;
  week.inTime.n++;
  if (closedAt <= dueAt) week.inTime.x++;
}

/** When a report that is closed at `t` was closed. */
function standingClosing(index: ProblemIndex, row: number, t: number): number {
  const { columns } = index;
  if ((columns.flags[row]! & rowFlags.hasHistory) === 0) return columns.closedAt[row]!;
  const closings = index.closingsOf(columns.serial[row]!);
  const standing = closings.find(
    ({ closedAt, reopenedAt }) => closedAt <= t && (reopenedAt === null || reopenedAt > t),
  );
  return standing?.closedAt ?? Number.NEGATIVE_INFINITY;
}
