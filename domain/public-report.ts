import type { CaseAct } from "./case/case-acts.ts";
import type { CaseStep } from "./case/case-step.ts";
import { maskPersonalData } from "./personal-data.ts";
import { type Problem, type ProblemState, standingClosedAt } from "./problem.ts";
import { DAY_MS } from "./time.ts";

/** How far a report is, as whoever made it understands it: 已收到, 已受理, 办理中, 已办结, 未予受理, 已终止办理. */
export const publicStages = [
  "received",
  "accepted",
  "handling",
  "closed",
  "rejected",
  "ended",
] as const;
export type PublicStage = (typeof publicStages)[number];

const stageOfState: Readonly<Record<ProblemState, PublicStage>> = {
  reported: "received",
  accepted: "accepted",
  dispatched: "handling",
  rectified: "handling",
  verified: "handling",
  suspended: "handling",
  closed: "closed",
  rejected: "rejected",
  withdrawn: "ended",
};

export function publicStage(state: ProblemState): PublicStage {
  return stageOfState[state];
}

export const publicStepNames = [
  "received",
  "accepted",
  "rejected",
  "dispatched",
  "rectified",
  "passed",
  "sent-back",
  "extended",
  "suspended",
  "resumed",
  "closed",
  "reopened",
  "merged",
  "separated",
  "ended",
  "visited",
] as const;
export type PublicStepName = (typeof publicStepNames)[number];

/** What the office and its units settle among themselves is nobody's news. */
const nameOfAct: Readonly<Record<CaseAct, PublicStepName | null>> = {
  accept: "accepted",
  reject: "rejected",
  dispatch: "dispatched",
  "hand-back": null,
  rectify: "rectified",
  pass: "passed",
  rework: "sent-back",
  close: "closed",
  "close-directly": "closed",
  reopen: "reopened",
  withdraw: "ended",
  "request-extension": null,
  "grant-extension": "extended",
  "refuse-extension": null,
  "request-suspension": null,
  "grant-suspension": "suspended",
  "refuse-suspension": null,
  resume: "resumed",
  merge: "merged",
  unmerge: "separated",
  "plan-visit": null,
  "record-visit": "visited",
};

/** One step without who took it: a time, what it was, and the unit it concerns. */
export type PublicStep = {
  readonly at: number;
  readonly name: PublicStepName;
  readonly unitId: string | null;
};

/** The steps of a report in order, from its arrival; what came in closed from elsewhere has no step of its own for it. */
export function publicSteps(
  { reportedAt, state, closings }: Pick<Problem, "reportedAt" | "state" | "closings">,
  steps: readonly CaseStep[],
): PublicStep[] {
  const told = steps.flatMap((step) => publicStepOf(step) ?? []);
  const closedAt = standingClosedAt(closings);
  const isTold = told.some(({ name }) => name === "closed");
  const closed: PublicStep[] =
    state === "closed" && closedAt !== null && !isTold
      ? [{ at: closedAt, name: "closed", unitId: null }]
      : [];
  return [{ at: reportedAt, name: "received", unitId: null }, ...told, ...closed];
}

export function publicStepOf({ act, at, unitId, actorUnitId }: CaseStep): PublicStep | null {
  const name = nameOfAct[act];
  if (name === null) return null;
  if (name === "dispatched") return { at, name, unitId };
  return { at, name, unitId: name === "rectified" ? actorUnitId : null };
}

/** Why it was not accepted, where that names nobody by a number: the reason of a rejection is written for the reporter. */
export function publicReason(steps: readonly CaseStep[]): string | null {
  const reason = steps.findLast(({ act }) => act === "reject")?.reason ?? null;
  return reason !== null && maskPersonalData(reason) === reason ? reason : null;
}

/** Sources whose reporters are asked whether they are satisfied: people of the city, not of its own offices. */
const answeringSources: ReadonlySet<string> = new Set(["citizen", "hotline"]);

export const answerRefusals = ["not-closed", "too-late", "not-asked"] as const;
export type AnswerRefusal = (typeof answerRefusals)[number];

type Answerable = {
  readonly source: string;
  readonly stage: PublicStage;
  /** Epoch ms of the act that closed it. */
  readonly closedAt: number | null;
};

/** Until when the reporter is asked; null where there is nothing to ask about. */
export function answerUntil(
  { source, stage, closedAt }: Answerable,
  answerDays: number,
): number | null {
  if (stage !== "closed" || closedAt === null || !answeringSources.has(source)) return null;
  return closedAt + answerDays * DAY_MS;
}

/** Why an answer is not taken at `t`; null where it is. */
export function answerRefusal(
  report: Answerable,
  answerDays: number,
  t: number,
): AnswerRefusal | null {
  if (!answeringSources.has(report.source)) return "not-asked";
  const until = answerUntil(report, answerDays);
  if (until === null) return "not-closed";
  return t >= until ? "too-late" : null;
}
