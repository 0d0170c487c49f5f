import type { CaseBody, CaseStepBody } from "../../domain/contract/cases.ts";
import type { ProblemState } from "../../domain/problem.ts";

/** 上报, 立案, 派遣, 处置, 核查, 结案: what a case goes through. */
export const stageNames = ["report", "accept", "dispatch", "rectify", "check", "close"] as const;
export type StageName = (typeof stageNames)[number];

/** `at`: when the stage was done; null where that is not on record. */
export type Stage = {
  readonly name: StageName;
  readonly progress: "done" | "now" | "ahead" | "stopped";
  readonly at: string | null;
};

/** How many stages are done; of what was dropped, how far it had come. */
const doneIn: Readonly<Record<ProblemState, number>> = {
  reported: 1,
  accepted: 2,
  dispatched: 3,
  suspended: 3,
  rectified: 4,
  verified: 5,
  closed: 6,
  rejected: 1,
  withdrawn: 1,
};

const stateAfter: Readonly<Record<StageName, ProblemState>> = {
  report: "reported",
  accept: "accepted",
  dispatch: "dispatched",
  rectify: "rectified",
  check: "verified",
  close: "closed",
};

/** The stages as a case stands. What was closed past a stage has no time there. */
export function stagesOf({ state, steps }: Pick<CaseBody, "state" | "steps">): readonly Stage[] {
  const isDropped = state === "rejected" || state === "withdrawn";
  const reached = isDropped ? (steps.findLast(({ to }) => to === state)?.from ?? state) : state;
  const done = doneIn[reached];
  return stageNames.map((name, i) => ({
    name,
    progress: i < done ? "done" : i > done ? "ahead" : isDropped ? "stopped" : "now",
    at: i < done ? timeOf(name, steps) : null,
  }));
}

/** Of the last step that brought the case there and that stands. */
function timeOf(name: StageName, steps: readonly CaseStepBody[]): string | null {
  const state = stateAfter[name];
  return steps.findLast(({ from, to }) => to === state && from !== state)?.at ?? null;
}
