import type { Viewer } from "../../domain/account.ts";
import { allowedActs } from "../../domain/case/allowed-acts.ts";
import type { CaseFile } from "../../domain/case/case-file.ts";
import type { CaseStep } from "../../domain/case/case-step.ts";
import type { CaseBody, CaseStepBody } from "../../domain/contract/cases.ts";
import { isOverdueAt } from "../../domain/problem.ts";
import { shownText } from "../access/shown-problem.ts";
import type { City } from "../city/city.ts";
import type { LoadedCase } from "../services/case-files.ts";

/** Beside a case, what lies elsewhere. */
export type CaseSurroundings = {
  readonly merged: readonly string[];
  readonly isSatisfied: boolean | null;
};

/** A case as somebody may read it, with what they may do. */
export function caseBody(
  city: City,
  { problem, steps, file, dutyUnitId, limit }: LoadedCase,
  { merged, isSatisfied }: CaseSurroundings,
  viewer: Viewer,
): CaseBody {
  const iso = isoOf(city);
  return {
    id: problem.id,
    version: problem.version,
    state: file.state,
    unit: unitRef(city, file.unitId),
    dutyUnit: unitRef(city, dutyUnitId),
    orderNumber: file.orderNumber,
    limit,
    dueAt: iso(file.dueAt),
    deadline: iso(file.deadline),
    isClockStopped: file.isClockStopped,
    remainingMs: remainingOf(city, file),
    countsWorkTime: file.clock.countsWorkTime,
    isOverdue: isOverdueAt(problem, city.now()),
    isHardDeduction: file.isHardDeduction,
    isUnverified: file.isUnverified,
    reworks: file.reworks,
    pendingRequest: file.pendingRequest && {
      kind: file.pendingRequest.kind,
      at: city.clock.toIso(file.pendingRequest.at),
      until: iso(file.pendingRequest.until),
      reason: shownText(viewer, file.pendingRequest.reason),
    },
    mergedInto: file.mergedInto,
    merged: [...merged],
    visits: file.visits.map(({ id, visitAt, recordedAt, outcome, followUpId }) => ({
      id,
      visitAt: iso(visitAt),
      recordedAt: iso(recordedAt),
      outcome,
      followUpId,
    })),
    isSatisfied,
    steps: steps.map((step) => stepBody(city, step, viewer)),
    allowed: allowedActs(file, viewer).map(({ act, needs }) => ({ act, needs: [...needs] })),
  };
}

/** Of a clock that runs as of now, of one that was stopped as it was stopped. */
export function remainingOf({ workTime, now }: City, { dueAt, clock }: CaseFile): number | null {
  if (dueAt === null) return clock.remainingMs;
  return clock.countsWorkTime ? workTime.workMsBetween(now(), dueAt) : dueAt - now();
}

function stepBody(city: City, step: CaseStep, viewer: Viewer): CaseStepBody {
  const iso = isoOf(city);
  return {
    id: step.id,
    act: step.act,
    from: step.from,
    to: step.to,
    at: city.clock.toIso(step.at),
    actorName: step.actorName,
    role: step.role,
    actorUnit: unitRef(city, step.actorUnitId),
    reason: shownText(viewer, step.reason),
    note: shownText(viewer, step.note),
    photos: [...step.photos],
    unit: unitRef(city, step.unitId),
    orderNumber: step.orderNumber,
    requestedUntil: iso(step.requestedUntil),
    dueAt: iso(step.clock.dueAt),
    mergedInto: step.mergedInto,
    visitId: step.visitId,
    visitAt: iso(step.visitAt),
    outcome: step.outcome,
    followUpId: step.followUpId,
  };
}

/** A unit by its id; one that the pack no longer has is called by its id. */
export function unitRef({ pack }: Pick<City, "pack">, id: string | null) {
  if (id === null) return null;
  return { id, name: pack.units.find((unit) => unit.id === id)?.name ?? id };
}

function isoOf({ clock }: City) {
  return (t: number | null) => (t === null ? null : clock.toIso(t));
}
