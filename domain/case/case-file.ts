import type { ProblemId, UnitId } from "../ids.ts";
import type { ProblemState } from "../problem.ts";
import type { VisitOutcome } from "./case-acts.ts";
import type { CaseClock, CaseStart, CaseStep } from "./case-step.ts";

/** What a unit asked for and nobody has answered; any move of the case settles it. */
export type PendingRequest = {
  readonly kind: "extension" | "suspension";
  readonly at: number;
  readonly account: string;
  readonly unitId: string | null;
  readonly until: number | null;
  readonly reason: string | null;
};

/** A follow-up visit 回头看; `id` is that of the step that planned it, or recorded it where none was planned. */
export type CaseVisit = {
  readonly id: string;
  readonly visitAt: number | null;
  readonly recordedAt: number | null;
  readonly account: string;
  readonly outcome: VisitOutcome | null;
  readonly followUpId: ProblemId | null;
};

/** A case as it stands after its steps. Whether it is overdue is computed from `dueAt`, see isOverdueAt. */
export type CaseFile = {
  readonly problemId: ProblemId;
  readonly state: ProblemState;
  readonly reportedAt: number;
  readonly isHardDeduction: boolean;
  /** The unit that holds it. */
  readonly unitId: UnitId | null;
  /** Number of the work order in force. */
  readonly orderNumber: string | null;
  /** Epoch ms; null while the clock is stopped, for hard deductions and without a limit. */
  readonly dueAt: number | null;
  /** The last deadline that ran, kept while the clock is stopped; what a completion is in time by. */
  readonly deadline: number | null;
  /** There is a deadline and it does not run. */
  readonly isClockStopped: boolean;
  readonly clock: CaseClock;
  /** By which account, for which unit; null where nothing was, or where that is not known (imported). */
  readonly rectified: {
    readonly at: number;
    readonly by: string;
    readonly unitId: string | null;
  } | null;
  /** Times that a check sent it back, over its whole life. Not recurrence. */
  readonly reworks: number;
  readonly pendingRequest: PendingRequest | null;
  readonly mergedInto: ProblemId | null;
  /** Closed, and nobody verified it. */
  readonly isUnverified: boolean;
  /** Since when it counts as closed; null while it is open. */
  readonly closedAt: number | null;
  readonly visits: readonly CaseVisit[];
  /** When it was last opened: reported or reopened. */
  readonly openedAt: number;
  readonly lastAt: number;
  /** As it was when it was merged into another. */
  readonly beforeMerge: CaseFile | null;
};

/** The case after `steps`, which are in the order they were taken. */
export function caseFileOf(start: CaseStart, steps: readonly CaseStep[]): CaseFile {
  return steps.reduce(afterStep, startedFile(start));
}

/** The case after one more step. */
export function afterStep(file: CaseFile, step: CaseStep): CaseFile {
  const { clock } = step;
  return {
    ...file,
    state: step.to,
    ...clockFields(clock),
    lastAt: step.at,
    ...(step.to === step.from ? {} : { pendingRequest: null }),
    ...effectOf(file, step),
  };
}

/** What an act changes besides state and clock. */
function effectOf(file: CaseFile, step: CaseStep): Partial<CaseFile> {
  switch (step.act) {
    case "dispatch":
      return { unitId: step.unitId, orderNumber: step.orderNumber, pendingRequest: null };
    case "hand-back":
      return { unitId: null, orderNumber: null };
    case "rectify":
      return {
        rectified: { at: step.at, by: step.account, unitId: file.unitId ?? step.actorUnitId },
      };
    case "rework":
      return { rectified: null, reworks: file.reworks + 1 };
    case "close":
    case "close-directly":
      return { closedAt: step.closedAt, isUnverified: step.from !== "verified" };
    case "reopen":
      return { closedAt: null, isUnverified: false, rectified: null, openedAt: step.at };
    case "request-extension":
    case "request-suspension":
      return { pendingRequest: requested(step) };
    case "grant-extension":
    case "refuse-extension":
    case "refuse-suspension":
      return { pendingRequest: null };
    case "merge":
      return { mergedInto: step.mergedInto, beforeMerge: file };
    case "unmerge":
      return restored(file);
    case "plan-visit":
    case "record-visit":
      return { visits: visitsAfter(file.visits, step) };
    default:
      return {};
  }
}

function startedFile(start: CaseStart): CaseFile {
  const { problemId, state, reportedAt, openedAt, closedAt, isHardDeduction, unitId } = start;
  const { countsWorkTime } = start;
  const deadline = isHardDeduction ? null : start.dueAt;
  const runs = state === "reported" || state === "accepted" || state === "dispatched";
  const dueAt = runs ? deadline : null;
  return {
    problemId,
    state,
    reportedAt,
    isHardDeduction,
    unitId,
    orderNumber: null,
    ...clockFields({ dueAt, deadline, stoppedAt: null, remainingMs: null, countsWorkTime }),
    rectified: null,
    reworks: 0,
    pendingRequest: null,
    mergedInto: null,
    isUnverified: false,
    closedAt,
    visits: [],
    openedAt,
    lastAt: Math.max(openedAt, closedAt ?? openedAt),
    beforeMerge: null,
  };
}

function clockFields(clock: CaseClock) {
  const { dueAt, deadline } = clock;
  return { clock, dueAt, deadline, isClockStopped: dueAt === null && deadline !== null };
}

function requested({ act, at, account, actorUnitId, requestedUntil, reason }: CaseStep) {
  const kind: PendingRequest["kind"] = act === "request-extension" ? "extension" : "suspension";
  return { kind, at, account, unitId: actorUnitId, until: requestedUntil, reason };
}

/** Everything as the merge found it but the clock, which the step has. */
function restored({ beforeMerge }: CaseFile): Partial<CaseFile> {
  return {
    mergedInto: null,
    beforeMerge: null,
    pendingRequest: beforeMerge?.pendingRequest ?? null,
  };
}

function visitsAfter(visits: readonly CaseVisit[], step: CaseStep): readonly CaseVisit[] {
  const { id, act, at, account, visitAt, outcome, followUpId } = step;
  if (act === "plan-visit") {
    return [...visits, { id, visitAt, recordedAt: null, account, outcome: null, followUpId: null }];
  }
  const recorded = { recordedAt: at, account, outcome, followUpId };
  if (step.visitId === null) return [...visits, { id, visitAt: null, ...recorded }];
  return visits.map((visit) => (visit.id === step.visitId ? { ...visit, ...recorded } : visit));
}
