import { rowFlags } from "../../domain/columns/problem-columns.ts";
import type { DutyRole } from "../../domain/duty.ts";
import { holdsAt } from "../../domain/duty.ts";
import { emptyParts, SCORE_DAYS, type ScoreParts } from "../../domain/my-score.ts";
import { type Closing, STATUS } from "../../domain/problem.ts";
import { noFilter } from "../../domain/problem-filter.ts";
import { episodeFlags } from "../../domain/recurrence/place-measures.ts";
import { DAY_MS } from "../../domain/time.ts";
import { RoleHolders } from "../problem-index/role-holders.ts";
import type { RecurrenceIndex } from "./recurrence-index.ts";

/** Rows between two chances to let others have their turn: some milliseconds. */
const SLICE_ROWS = 8192;

export type RoleScores = ReadonlyMap<string, ScoreParts>;

/**
 * The parts of the score of everybody in office in a role at T, one pass over the reports. Open and overdue count for those
 * who answer at T; a closing counts for those who answered on its day. In time: the closing that stands, of the last 90
 * days. Held: closings whose follow-up of `relapseDays` ended in the last 90 days, so that all were watched equally long.
 */
export function roleScores(index: RecurrenceIndex, role: DutyRole, t: number): RoleScores {
  const slices = roleScoreSlices(index, role, t);
  for (;;) {
    const slice = slices.next();
    if (slice.done) return slice.value;
  }
}

/** The same in slices, between which the index may change; not after it was folded or its zones or duties changed. */
export function* roleScoreSlices(
  index: RecurrenceIndex,
  role: DutyRole,
  t: number,
): Generator<void, RoleScores> {
  const { problems } = index;
  const { columns } = problems;
  const holders = new RoleHolders(problems, role, peopleInRole(index, role, t));
  const parts = holders.people.map(emptyParts);
  const since = t - SCORE_DAYS * DAY_MS;
  const followUpMs = index.settings.relapseDays * DAY_MS;

  function count(row: number, at: number, part: keyof ScoreParts, isX: boolean): void {
    for (const person of holders.at(columns.territory[row]!, columns.category[row]!, at)) {
      const share = parts[person]![part];
      share.n++;
      if (isX) share.x++;
    }
  }

  function countClosing(row: number, { closedAt, reopenedAt }: Closing): void {
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
  }

  const matches = problems.match(problems.compile({ ...noFilter, asOf: t }, t));
  const [rows, statuses] = [
    matches.rows.slice(0, matches.count),
    matches.status.slice(0, matches.count),
  ];
  for (let i = 0; i < rows.length; i++) {
    if (i % SLICE_ROWS === SLICE_ROWS - 1) yield;
    const row = rows[i]!;
    const status = statuses[i]!;
    if (status !== STATUS.closed) count(row, t, "overdue", status === STATUS.overdue);
    if ((columns.flags[row]! & rowFlags.hasHistory) !== 0) {
      for (const closing of problems.closingsOf(columns.serial[row]!)) countClosing(row, closing);
    } else if (columns.closedAt[row]! <= t) {
      countClosing(row, { closedAt: columns.closedAt[row]!, reopenedAt: null });
    }
  }
  return new Map(holders.people.map((person, number) => [person, parts[number]!]));
}

/** In order of their names. */
function peopleInRole({ problems }: RecurrenceIndex, role: DutyRole, t: number): string[] {
  const held = problems.tables.registry.duties.filter(
    (duty) => duty.role === role && holdsAt(duty, t),
  );
  return [...new Set(held.flatMap(({ person }) => person ?? []))].sort();
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
