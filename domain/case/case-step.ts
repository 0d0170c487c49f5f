import type { AccountRole } from "../account.ts";
import type { ProblemId, UnitId } from "../ids.ts";
import type { Photo, ProblemState } from "../problem.ts";
import type { CaseAct, VisitOutcome } from "./case-acts.ts";
import type { TimeLimit } from "./time-limit.ts";

/**
 * How the time limit stands after a step. It is kept with the step, not computed anew: a deadline that was given stands,
 * whatever becomes of the calendar. All null: there is no deadline, or none yet.
 */
export type CaseClock = {
  /** The deadline that runs, epoch ms; null while the clock is stopped. */
  readonly dueAt: number | null;
  /** The last deadline that ran; kept while the clock is stopped. */
  readonly deadline: number | null;
  /** When the clock was stopped; null while it runs, or where that is not known. */
  readonly stoppedAt: number | null;
  /** What remained when it was stopped, negative when overdue; null where that is not known. */
  readonly remainingMs: number | null;
  /** Whether `remainingMs` is work time, or time on the wall. */
  readonly countsWorkTime: boolean;
};

/** One act of one account. Steps are only ever added; together with its start they are the whole case. */
export type CaseStep = {
  readonly id: string;
  readonly problemId: ProblemId;
  readonly act: CaseAct;
  readonly from: ProblemState;
  readonly to: ProblemState;
  /** Epoch ms, never before the step that it follows. */
  readonly at: number;
  readonly account: string;
  readonly actorName: string;
  readonly role: AccountRole;
  readonly actorUnitId: string | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly photos: readonly Photo[];
  /** The unit that it was dispatched to, with the number of the work order 交办单; null with other acts. */
  readonly unitId: UnitId | null;
  readonly orderNumber: string | null;
  /** What a request asks for, or a grant gave: epoch ms. */
  readonly requestedUntil: number | null;
  /** When the problem counts as closed: when it was rectified, where that was verified. */
  readonly closedAt: number | null;
  readonly mergedInto: ProblemId | null;
  /** Id of the step that planned the visit, for `record-visit`. */
  readonly visitId: string | null;
  /** For when a visit is planned, epoch ms. */
  readonly visitAt: number | null;
  readonly outcome: VisitOutcome | null;
  /** The report that a relapse was answered with. */
  readonly followUpId: ProblemId | null;
  readonly clock: CaseClock;
};

/** The problem as it was before its first step; kept, because the problem itself changes with every step. */
export type CaseStart = {
  readonly problemId: ProblemId;
  readonly state: ProblemState;
  readonly reportedAt: number;
  /** Reported, or reopened since. */
  readonly openedAt: number;
  /** Since when it is closed; null while it is open. */
  readonly closedAt: number | null;
  readonly dueAt: number | null;
  /** The unit that holds it. */
  readonly unitId: UnitId | null;
  readonly isHardDeduction: boolean;
  /** Whether the limit of its category counts work time. */
  readonly countsWorkTime: boolean;
};

/** What a person gives with an act; which of it an act needs is in the table. Instants in epoch ms. */
export type ActInput = {
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
  readonly photos?: readonly Photo[] | undefined;
  readonly unitId?: UnitId | undefined;
  /** `dispatch`: another deadline than the limit gives. */
  readonly dueAt?: number | undefined;
  /** `request-extension`, `grant-extension` (another one than was asked for); `request-suspension`: for how long, roughly. */
  readonly until?: number | undefined;
  /** `request-extension`, in place of `until`: counted from the standing deadline. */
  readonly amount?: TimeLimit | undefined;
  /** `close-directly`: since when, where that is not now. */
  readonly closedAt?: number | undefined;
  readonly mergedInto?: ProblemId | undefined;
  readonly visitId?: string | undefined;
  readonly visitAt?: number | undefined;
  readonly outcome?: VisitOutcome | undefined;
};
