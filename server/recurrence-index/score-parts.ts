import { rowFlags } from "../../domain/columns/problem-columns.ts";
import { SCORE_DAYS, type ScoreParts } from "../../domain/my-score.ts";
import { type Closing, STATUS } from "../../domain/problem.ts";
import { noFilter } from "../../domain/problem-filter.ts";
import { episodeFlags } from "../../domain/recurrence/place-measures.ts";
import { DAY_MS } from "../../domain/time.ts";
import type { Sight } from "../problem-index/sight.ts";
import type { RecurrenceIndex } from "./recurrence-index.ts";

/** Rows between two chances to let others have their turn: some milliseconds. */
const SLICE_ROWS = 8192;

/** One report, or one closing of it, counts in a part of the score of who answered at `at`. */
export type CountPart = (row: number, at: number, part: keyof ScoreParts, isX: boolean) => void;

/**
 * What scores at T are made of, one pass over the reports that are seen. Open and overdue count at T; a closing counts at
 * its time. In time: the closing that stands, of the last 90 days. Held: closings whose follow-up of `relapseDays` ended in
 * the last 90 days, so that all were watched equally long. Not to be gone on with after the index was folded.
 */
export function* countedPartSlices(
  index: RecurrenceIndex,
  t: number,
  sight: Sight | null,
  count: CountPart,
): Generator<void, void> {
  const { problems } = index;
  const { columns } = problems;
  const countClosing = closingCounter(index, t, count);
  /** Closings up to it count in no part. */
  const oldest = t - SCORE_DAYS * DAY_MS - index.settings.relapseDays * DAY_MS;
  const matches = problems.match(problems.compile({ ...noFilter, asOf: t }, t, sight));
  const [rows, statuses] = [
    matches.rows.slice(0, matches.count),
    matches.status.slice(0, matches.count),
  ];
  yield;
  for (let i = 0; i < rows.length; i++) {
    if (i % SLICE_ROWS === SLICE_ROWS - 1) yield;
    const row = rows[i]!;
    const status = statuses[i]!;
    if (status !== STATUS.closed) count(row, t, "overdue", status === STATUS.overdue);
    if ((columns.flags[row]! & rowFlags.hasHistory) !== 0) {
      for (const closing of problems.closingsOf(columns.serial[row]!)) countClosing(row, closing);
    } else if (columns.closedAt[row]! > oldest && columns.closedAt[row]! <= t) {
      countClosing(row, { closedAt: columns.closedAt[row]!, reopenedAt: null });
    }
  }
}

function closingCounter(index: RecurrenceIndex, t: number, count: CountPart) {
  const { columns } = index.problems;
  const since = t - SCORE_DAYS * DAY_MS;
  const followUpMs = index.settings.relapseDays * DAY_MS;
  return (row: number, { closedAt, reopenedAt }: Closing): void => {
    const watchedTo = closedAt + followUpMs;
    if (watchedTo > since && watchedTo <= t) {
      const isBack = reopenedAt !== null && reopenedAt <= watchedTo;
      const place = index.placeOf(columns.serial[row]!);
      if (isBack || place >= 0) {
        const hasFailed = isBack || returnsWithin(index, place, closedAt, watchedTo);
        count(row, closedAt, "relapse", hasFailed);
      }
    }
    const stands = closedAt <= t && (reopenedAt === null || reopenedAt > t);
    const dueAt = columns.dueAt[row]!;
    if (stands && closedAt > since && dueAt !== Number.POSITIVE_INFINITY) {
      count(row, closedAt, "inTime", closedAt <= dueAt);
    }
  };
}

/** Whether a place came back after a closing of one of its reports, up to a time. */
function returnsWithin(
  index: RecurrenceIndex,
  place: number,
  closedAt: number,
  to: number,
): boolean {
  const { recurring } = index;
  const rank = index.rankOf(place);
  if (rank < 0) return false;
  const begin = recurring.episodeStart[rank]!;
  for (let e = begin; e < begin + recurring.episodeCount[rank]!; e++) {
    if (recurring.start[e]! > to) return false;
    const isReturn = (recurring.flags[e]! & episodeFlags.recurrence) !== 0;
    if (isReturn && recurring.start[e]! > closedAt) return true;
  }
  return false;
}
