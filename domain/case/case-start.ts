import type { UnitId } from "../ids.ts";
import { type Problem, standingClosedAt } from "../problem.ts";
import type { CaseStart } from "./case-step.ts";
import { countsWorkTime, type TimeLimit } from "./time-limit.ts";

/**
 * Where the case of a problem without steps begins. `dutyUnitId` is the unit that duties name for the spot: it holds what
 * another system dispatched without saying to whom. What is not dispatched yet nobody holds.
 */
export function caseStartOf(
  problem: Omit<Problem, "category" | "position" | "photos">,
  dutyUnitId: UnitId | null,
  limit: TimeLimit | null,
): CaseStart {
  const { state, reportedAt, closings } = problem;
  const isWaiting = state === "reported" || state === "accepted";
  return {
    problemId: problem.id,
    state,
    reportedAt,
    openedAt: closings.findLast(({ reopenedAt }) => reopenedAt !== null)?.reopenedAt ?? reportedAt,
    closedAt: standingClosedAt(closings),
    dueAt: problem.dueAt,
    unitId: isWaiting ? null : (problem.assignedUnitId ?? dutyUnitId),
    isHardDeduction: problem.isHardDeduction,
    countsWorkTime: countsWorkTime(limit),
  };
}
