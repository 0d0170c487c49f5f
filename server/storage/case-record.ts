import type { Selectable } from "kysely";
import { type AccountRole, accountRoles } from "../../domain/account.ts";
import { type CaseAct, caseActs, visitOutcomes } from "../../domain/case/case-acts.ts";
import type { CaseClock, CaseStep } from "../../domain/case/case-step.ts";
import { ProblemId, UnitId } from "../../domain/ids.ts";
import { type Photo, type ProblemState, problemStates } from "../../domain/problem.ts";
import type { Schema } from "./schema.ts";

export function recordOfStep(step: CaseStep): Omit<Schema["case_step"], "number"> {
  return {
    id: step.id,
    problem_id: step.problemId,
    act: step.act,
    from_state: step.from,
    to_state: step.to,
    at: step.at,
    account: step.account,
    actor_name: step.actorName,
    role: step.role,
    actor_unit_id: step.actorUnitId,
    reason: step.reason,
    note: step.note,
    photos: JSON.stringify(step.photos),
    unit_id: step.unitId,
    order_number: step.orderNumber,
    requested_until: step.requestedUntil,
    closed_at: step.closedAt,
    merged_into: step.mergedInto,
    visit_id: step.visitId,
    visit_at: step.visitAt,
    outcome: step.outcome,
    follow_up_id: step.followUpId,
    clock: JSON.stringify(step.clock),
  };
}

/** The casts hold because the columns are written by `recordOfStep` alone. */
export function stepOfRecord(record: Selectable<Schema["case_step"]>): CaseStep {
  return {
    id: record.id,
    problemId: ProblemId.parse(record.problem_id),
    act: known<CaseAct>(record.act, caseActs),
    from: known<ProblemState>(record.from_state, problemStates),
    to: known<ProblemState>(record.to_state, problemStates),
    at: record.at,
    account: record.account,
    actorName: record.actor_name,
    role: known<AccountRole>(record.role, accountRoles),
    actorUnitId: record.actor_unit_id,
    reason: record.reason,
    note: record.note,
    photos: JSON.parse(record.photos) as Photo[],
    unitId: record.unit_id === null ? null : UnitId.parse(record.unit_id),
    orderNumber: record.order_number,
    requestedUntil: record.requested_until,
    closedAt: record.closed_at,
    mergedInto: record.merged_into === null ? null : ProblemId.parse(record.merged_into),
    visitId: record.visit_id,
    visitAt: record.visit_at,
    outcome: visitOutcomes.find((outcome) => outcome === record.outcome) ?? null,
    followUpId: record.follow_up_id === null ? null : ProblemId.parse(record.follow_up_id),
    clock: JSON.parse(record.clock) as CaseClock,
  };
}

function known<T extends string>(value: string, values: readonly T[]): T {
  const found = values.find((each) => each === value);
  if (found === undefined) throw new RangeError(`Unknown in a step of a case: ${value}`);
  return found;
}
