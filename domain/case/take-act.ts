import type { Viewer } from "../account.ts";
import type { ProblemId } from "../ids.ts";
import type { ProblemState } from "../problem.ts";
import { refusalOf } from "./allowed-acts.ts";
import { type CaseAct, caseRules } from "./case-acts.ts";
import {
  noClock,
  resumedClock,
  reworkClock,
  runningTo,
  startedClock,
  stoppedClock,
} from "./case-clock.ts";
import type { CaseFile } from "./case-file.ts";
import type { ActFacts } from "./case-refusal.ts";
import type { CaseSettings } from "./case-settings.ts";
import type { ActInput, CaseClock, CaseStep } from "./case-step.ts";
import { countsWorkTime, type TimeLimit } from "./time-limit.ts";
import type { WorkTime } from "./work-time.ts";

/** What an act is taken with, besides what the person gives. */
export type ActContext = ActFacts & {
  /** Of the step. */
  readonly id: string;
  readonly calendar: WorkTime;
  /** Of the category; null: none. */
  readonly limit: TimeLimit | null;
  readonly settings: CaseSettings;
  /** Of the work order, for `dispatch`. */
  readonly orderNumber?: string | undefined;
  /** The report that answers a relapse. */
  readonly followUpId?: ProblemId | undefined;
};

/**
 * The step that an act makes; the file after it is `afterStep(file, step)`. A clock that was set back does not put a step
 * before the one it follows. Throws a RangeError for an act that refusalOf refuses.
 */
export function takeAct(
  file: CaseFile,
  act: CaseAct,
  viewer: Viewer,
  input: ActInput,
  context: ActContext,
): CaseStep {
  const refusal = refusalOf(file, act, viewer, input, context);
  if (refusal !== null) throw new RangeError(`${act} of ${file.problemId} refused: ${refusal}`);
  const at = Math.max(context.at, file.lastAt);
  const now = { ...context, at };
  const to = stateAfter(file, act);
  const requestedUntil = untilOf(file, act, input, now);
  return {
    id: context.id,
    problemId: file.problemId,
    act,
    from: file.state,
    to,
    at,
    account: viewer.account,
    actorName: viewer.name,
    role: viewer.role,
    actorUnitId: viewer.unitId,
    reason: input.reason?.trim() || null,
    note: input.note?.trim() || null,
    photos: input.photos ?? [],
    unitId: (act === "dispatch" && input.unitId) || null,
    orderNumber: (act === "dispatch" && context.orderNumber) || null,
    requestedUntil,
    closedAt: to === "closed" && file.state !== "closed" ? closedAtOf(file, act, input, at) : null,
    mergedInto: (act === "merge" && input.mergedInto) || null,
    visitId: (act === "record-visit" && input.visitId) || null,
    visitAt: (act === "plan-visit" && input.visitAt) || null,
    outcome: (act === "record-visit" && input.outcome) || null,
    followUpId: (act === "record-visit" && context.followUpId) || null,
    clock: clockAfter(file, act, input.dueAt, requestedUntil, now),
  };
}

function stateAfter({ state, unitId, beforeMerge }: CaseFile, act: CaseAct): ProblemState {
  const { to } = caseRules[act];
  switch (to) {
    case "unchanged":
      return state;
    case "held":
      return unitId === null ? "accepted" : "dispatched";
    case "before":
      return beforeMerge?.state ?? state;
    default:
      return to;
  }
}

/** An amount counts from the deadline that stands, or from now where that is over. */
function untilOf(
  file: CaseFile,
  act: CaseAct,
  { until, amount }: ActInput,
  { at, calendar }: ActContext,
): number | null {
  if (act === "grant-extension") return until ?? file.pendingRequest?.until ?? null;
  if (act === "request-suspension") return until ?? null;
  if (act !== "request-extension") return null;
  if (until !== undefined) return until;
  return amount ? calendar.addLimit(Math.max(file.dueAt ?? at, at), amount) : null;
}

/** Verified work counts as done when it was rectified, and never before the problem was opened. */
function closedAtOf(file: CaseFile, act: CaseAct, input: ActInput, at: number): number {
  if (file.state === "verified" && file.rectified) {
    return Math.max(file.openedAt, file.rectified.at);
  }
  return (act === "close-directly" ? input.closedAt : undefined) ?? at;
}

function clockAfter(
  file: CaseFile,
  act: CaseAct,
  dueAt: number | undefined,
  until: number | null,
  { at, calendar, limit, settings }: ActContext,
): CaseClock {
  const { clock } = file;
  switch (act) {
    case "dispatch":
      return dispatchedClock(file, dueAt, at, limit, calendar);
    case "rework":
      return reworkClock(clock, at, limit, calendar, settings.reworkWorkHours);
    case "resume":
      return resumedClock(clock, at, limit, calendar);
    case "unmerge":
      return file.beforeMerge?.dueAt == null ? clock : resumedClock(clock, at, limit, calendar);
    case "grant-extension":
      return until === null ? clock : runningTo(until, clock.countsWorkTime);
    case "reopen":
      return reopenedClock(file, at, limit, calendar);
    case "close-directly":
      return directlyClosedClock(file, at, limit, calendar);
    case "hand-back":
    case "rectify":
    case "withdraw":
    case "reject":
    case "merge":
    case "grant-suspension":
      return stoppedClock(clock, at, calendar);
    default:
      return clock;
  }
}

/** The limit starts with the dispatch; handing it on to another unit keeps the deadline, unless a new one is given. */
function dispatchedClock(
  file: CaseFile,
  dueAt: number | undefined,
  at: number,
  limit: TimeLimit | null,
  calendar: WorkTime,
): CaseClock {
  if (file.isHardDeduction) return noClock;
  if (dueAt !== undefined) return runningTo(dueAt, countsWorkTime(limit));
  if (file.state === "dispatched") return file.clock;
  return limit ? startedClock(at, limit, calendar) : resumedClock(file.clock, at, limit, calendar);
}

/** What was paused is in time by what remained, however long the pause was. */
function directlyClosedClock(
  { state, clock }: CaseFile,
  at: number,
  limit: TimeLimit | null,
  calendar: WorkTime,
): CaseClock {
  if (state === "verified") return clock;
  const running = clock.remainingMs === null ? clock : resumedClock(clock, at, limit, calendar);
  return stoppedClock(running, at, calendar);
}

/** Handled anew, the limit anew; with no unit it starts with the dispatch. */
function reopenedClock(
  { isHardDeduction, unitId }: CaseFile,
  at: number,
  limit: TimeLimit | null,
  calendar: WorkTime,
): CaseClock {
  if (isHardDeduction || limit === null || unitId === null) return noClock;
  return startedClock(at, limit, calendar);
}
