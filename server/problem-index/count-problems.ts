import { rowFlags } from "../../domain/columns/problem-columns.ts";
import { problemStates, STATUS } from "../../domain/problem.ts";
import { allRows } from "./match-rows.ts";
import type { ProblemIndex } from "./problem-index.ts";
import type { RowFilter } from "./row-filter.ts";

/** Numbers of the reports that pass a filter; `open` holds the overdue ones, `total = open + closed`. */
export type ProblemCounts = {
  total: number;
  open: number;
  overdue: number;
  closed: number;
  /** By category ordinal. */
  readonly byCategory: Uint32Array;
  /** By source ordinal. */
  readonly bySource: Uint32Array;
  /** By number of the state. */
  readonly byState: Uint32Array;
  /** Not in total: they wait for a position. */
  unplaced: number;
  /** Not in total either. */
  withdrawn: number;
  rejected: number;
};

/** One pass over all rows. */
export function countProblems(index: ProblemIndex, filter: RowFilter): ProblemCounts {
  const { columns, tables } = index;
  const counts: ProblemCounts = {
    total: 0,
    open: 0,
    overdue: 0,
    closed: 0,
    byCategory: new Uint32Array(tables.tree.list.length),
    bySource: new Uint32Array(tables.sources.length),
    byState: new Uint32Array(problemStates.length),
    unplaced: 0,
    withdrawn: 0,
    rejected: 0,
  };
  const matches = index.match(filter, allRows);
  for (let i = 0; i < matches.count; i++) {
    const row = matches.rows[i]!;
    const flags = columns.flags[row]!;
    if (flags & rowFlags.dropped) {
      if (flags & rowFlags.withdrawn) counts.withdrawn++;
      else counts.rejected++;
      continue;
    }
    if (flags & rowFlags.unplaced) {
      counts.unplaced++;
      continue;
    }
    counts.total++;
    if (matches.status[i] === STATUS.closed) counts.closed++;
    else counts.open++;
    if (matches.status[i] === STATUS.overdue) counts.overdue++;
    counts.byCategory[columns.category[row]!]!++;
    counts.bySource[columns.source[row]!]!++;
    counts.byState[columns.state[row]!]!++;
  }
  return counts;
}
