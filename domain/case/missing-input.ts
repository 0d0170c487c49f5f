import type { ActNeed, CaseAct } from "./case-acts.ts";
import type { CaseFile } from "./case-file.ts";
import type { ActFacts, CaseRefusal } from "./case-refusal.ts";
import type { ActInput } from "./case-step.ts";

/** What is missing or wrong in what is given with an act that may be taken. */
export function missingFrom(
  file: CaseFile,
  act: CaseAct,
  needs: readonly ActNeed[],
  input: ActInput,
  facts: ActFacts,
): CaseRefusal | null {
  for (const need of needs) {
    const refusal = checks[need](file, input, facts);
    if (refusal !== null) return refusal;
  }
  return timeRefusal(file, act, input, facts);
}

type Check = (file: CaseFile, input: ActInput, facts: ActFacts) => CaseRefusal | null;

const checks: Readonly<Record<ActNeed, Check>> = {
  reason: (_, { reason }) => (reason?.trim() ? null : "reason-missing"),
  "reason-if-in-place": (_, { reason }) => (reason?.trim() ? null : "reason-missing"),
  "reason-if-off-duty": (_, { reason }, { isDutyUnit }) =>
    isDutyUnit || reason?.trim() ? null : "reason-missing",
  unit(file, { unitId, dueAt }) {
    if (!unitId) return "unit-missing";
    const isAgain = file.state === "dispatched" && unitId === file.unitId && dueAt === undefined;
    return isAgain ? "same-unit-again" : null;
  },
  evidence: (_, { photos = [], note }) =>
    photos.length > 0 || note?.trim() ? null : "evidence-missing",
  until: (_, { until, amount }) =>
    until === undefined && amount === undefined ? "until-missing" : null,
  target(file, { mergedInto }, { isTargetOpen }) {
    if (!mergedInto) return "target-missing";
    if (mergedInto === file.problemId) return "target-itself";
    return isTargetOpen ? null : "target-not-open";
  },
  "visit-time": (_, { visitAt }) => (visitAt === undefined ? "visit-time-missing" : null),
  outcome(file, { outcome, visitId }) {
    if (outcome === undefined) return "outcome-missing";
    if (visitId === undefined) return null;
    const visit = file.visits.find(({ id }) => id === visitId);
    return visit && visit.recordedAt === null ? null : "no-such-visit";
  },
};

/** Instants that an act may name have to lie where they mean something. */
function timeRefusal(
  file: CaseFile,
  act: CaseAct,
  { dueAt, until, visitAt, closedAt }: ActInput,
  { at }: ActFacts,
): CaseRefusal | null {
  const isLater = (t: number) => t > at && t > (file.dueAt ?? at);
  switch (act) {
    case "dispatch":
      if (dueAt === undefined) return null;
      if (file.isHardDeduction) return "untimed";
      return dueAt > at ? null : "too-early";
    case "request-extension":
      return until === undefined || isLater(until) ? null : "too-early";
    case "grant-extension":
      return isLater(until ?? file.pendingRequest?.until ?? at) ? null : "too-early";
    case "request-suspension":
      return until === undefined || until > at ? null : "too-early";
    case "plan-visit":
      return visitAt === undefined || visitAt > at ? null : "too-early";
    case "close-directly":
      if (closedAt === undefined) return null;
      return closedAt >= file.openedAt && closedAt <= at ? null : "closing-time";
    default:
      return null;
  }
}
