import { rowFlags } from "../../domain/columns/problem-columns.ts";
import type { ProblemStatus } from "../../domain/problem.ts";
import type { City } from "../city/city.ts";
import { compareText } from "../problem-index/compare-text.ts";
import type { ShownRows } from "../problem-index/match-rows.ts";
import { pageProblems } from "../problem-index/page-problems.ts";
import type { ProblemIndex } from "../problem-index/problem-index.ts";
import type { Sight } from "../problem-index/sight.ts";
import type { Open311Filter } from "./open311-filter.ts";

const { dead, dropped, unplaced } = rowFlags;

/**
 * Numbers (seq) of the requests of one page, newest first. What was withdrawn or rejected is closed; what has no position
 * is listed too, unless a box is asked for.
 */
export async function findRequests(
  city: City,
  sight: Sight | null,
  { filter, statuses, page, pageSize, changed }: Open311Filter,
): Promise<number[]> {
  const { problems, storage } = city;
  const acted = changed && (await storage.actedBetween("problem", changed[0], changed[1]));
  const without = filter.bbox === null ? dead : dead | unplaced;
  const ask = (asked: ProblemStatus | null, shown: ShownRows) => {
    const rows = problems.compile({ ...filter, statuses: asked && [asked] }, city.now(), sight);
    if (changed && acted) return changedRows(problems, problems.match(rows, shown), changed, acted);
    return pageProblems(problems, rows, "-reportedAt", page * pageSize, null, shown).rows;
  };
  const found = partsOf(statuses, without).flatMap(([asked, shown]) => ask(asked, shown));
  const { reportedAt, serial } = problems.columns;
  const newestFirst = (a: number, b: number) =>
    (reportedAt[b] ?? 0) - (reportedAt[a] ?? 0) ||
    compareText(problems.idOfRow(a), problems.idOfRow(b));
  return found
    .sort(newestFirst)
    .slice((page - 1) * pageSize, page * pageSize)
    .map((row) => (serial[row] ?? 0) + 1);
}

/** Which rows to ask for, and how they must stand at the time. */
function partsOf(
  statuses: Open311Filter["statuses"],
  without: number,
): (readonly [ProblemStatus | null, ShownRows])[] {
  const standing: ShownRows = { without: without | dropped, having: 0 };
  if (!statuses.has("closed")) return [["open", standing]];
  if (statuses.has("open")) return [[null, { without, having: 0 }]];
  return [
    ["closed", standing],
    [null, { without, having: dropped }],
  ];
}

/** Those that were reported, closed, reopened or otherwise acted upon within the time. */
function changedRows(
  index: ProblemIndex,
  { count, rows }: { readonly count: number; readonly rows: Uint32Array },
  [from, to]: readonly [number, number],
  acted: ReadonlySet<string>,
): number[] {
  const { reportedAt, closedAt, flags, serial } = index.columns;
  const isWithin = (t: number | null | undefined) => t != null && t >= from && t <= to;
  const isChanged = (row: number) => {
    if (isWithin(reportedAt[row]) || acted.has(index.idOfRow(row))) return true;
    if (((flags[row] ?? 0) & rowFlags.hasHistory) === 0) return isWithin(closedAt[row]);
    const closings = index.closingsOf(serial[row] ?? 0);
    return closings.some((each) => isWithin(each.closedAt) || isWithin(each.reopenedAt));
  };
  return [...rows.subarray(0, count)].filter(isChanged);
}
