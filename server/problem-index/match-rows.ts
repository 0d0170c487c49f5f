import type { ClosingHistory } from "../../domain/columns/closing-history.ts";
import { HIDDEN, type ProblemColumns, rowFlags } from "../../domain/columns/problem-columns.ts";
import { isHeld, type RowFilter, STATUS } from "./row-filter.ts";

/** Rows that pass, with how each stands at T. Scratch that is reused: read it before the next match. */
export type RowMatches = {
  count: number;
  rows: Uint32Array;
  status: Uint8Array;
};

export function rowMatches(capacity: number): RowMatches {
  return { count: 0, rows: new Uint32Array(capacity), status: new Uint8Array(capacity) };
}

/** Which rows a query is about, by their flags. */
export type ShownRows = { readonly without: number; readonly having: number };

/** Reports that count: with a position, neither withdrawn nor rejected. */
export const countedRows: ShownRows = { without: HIDDEN, having: 0 };

/** Reports in the 待定位 tray. */
export const unplacedRows: ShownRows = {
  without: rowFlags.dropped | rowFlags.dead,
  having: rowFlags.unplaced,
};

/** Whatever there is; look at a row's flags to tell. */
export const allRows: ShownRows = { without: rowFlags.dead, having: 0 };

/**
 * Appends the rows of [low, high) that pass the filter to `out`, in row order. One pass, a few nanoseconds a row.
 *
 * @param shown Rows whose flags have none of `without` and all of `having`.
 */
export function matchRows(
  columns: ProblemColumns,
  filter: RowFilter,
  low: number,
  high: number,
  shown: ShownRows,
  history: ClosingHistory,
  out: RowMatches,
): void {
  if (out.rows.length < out.count + high - low) grow(out, out.count + high - low);
  const { reportedAt, dueAt, closedAt, category, source, flags, territory } = columns;
  const { categories, sourceMask, statusMask, territories, holders, from, to, asOf, bboxE7 } =
    filter;
  const { without, having } = shown;
  const { rows, status } = out;
  const hasHolders = holders.length > 0;
  let count = out.count;
  for (let row = low; row < high; row++) {
    const flag = flags[row]!;
    if ((flag & without) !== 0 || (flag & having) !== having) continue;
    const t = reportedAt[row]!;
    if (t > asOf || t < from || t >= to) continue;
    if (categories !== null && categories[category[row]!] === 0) continue;
    if (((sourceMask >>> source[row]!) & 1) === 0) continue;
    if (territories !== null && territories[territory[row]!] === 0) continue;
    if (bboxE7 !== null && (flag & rowFlags.unplaced) === 0) {
      const lng = columns.lngE7[row]!;
      const lat = columns.latE7[row]!;
      if (lng < bboxE7[0] || lat < bboxE7[1] || lng > bboxE7[2] || lat > bboxE7[3]) continue;
    }
    if (hasHolders && !isHeld(holders, territory[row]!, category[row]!, t)) continue;
    const isClosed =
      (flag & rowFlags.hasHistory) === 0
        ? closedAt[row]! <= asOf
        : history.isClosedAt(closedAt[row]!, asOf);
    const standing = isClosed ? STATUS.closed : dueAt[row]! < asOf ? STATUS.overdue : STATUS.open;
    if (((statusMask >>> standing) & 1) === 0) continue;
    rows[count] = row;
    status[count] = standing;
    count++;
  }
  out.count = count;
}

function grow(out: RowMatches, capacity: number): void {
  const rows = new Uint32Array(capacity);
  const status = new Uint8Array(capacity);
  rows.set(out.rows.subarray(0, out.count));
  status.set(out.status.subarray(0, out.count));
  out.rows = rows;
  out.status = status;
}
