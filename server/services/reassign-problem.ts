import { type StoredProblem, standingClosedAt } from "../../domain/problem.ts";
import { changeProblem, type ProblemTarget } from "./change-problem.ts";
import { checkedUnit } from "./checked-input.ts";
import type { CorrectedAct } from "./corrected-case.ts";
import { NO_REASON, type ServiceContext } from "./service-context.ts";

/** Hands the problem to a unit, whatever the duties of the place say. */
export function reassignProblem(
  context: ServiceContext,
  target: ProblemTarget,
  { unitId, reason }: { unitId: string; reason?: string | undefined },
): Promise<StoredProblem> {
  const assignedUnitId = checkedUnit(context.city, unitId);
  return changeProblem(
    context,
    target,
    "reassign",
    ({ closings, state }) => ({
      assignedUnitId,
      state: standingClosedAt(closings) === null ? "dispatched" : state,
    }),
    reason,
    ({ state }) => {
      const input = { reason: reason?.trim() || NO_REASON, unitId: assignedUnitId };
      const dispatched: CorrectedAct = { act: "dispatch", input };
      return state === "reported" ? [{ act: "accept", input: {} }, dispatched] : [dispatched];
    },
  );
}
