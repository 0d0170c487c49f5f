import { DomainError } from "../../domain/errors.ts";
import { type StoredProblem, standingClosedAt } from "../../domain/problem.ts";
import { changeProblem, type ProblemTarget } from "./change-problem.ts";
import { checkedTime } from "./checked-input.ts";
import type { ServiceContext } from "./service-context.ts";

/** 办结. `at` may lie in the past, but not before the report or its last reopening. */
export function closeProblem(
  context: ServiceContext,
  target: ProblemTarget,
  { at, reason }: { at?: string | undefined; reason?: string | undefined },
): Promise<StoredProblem> {
  const { clock } = context.city;
  const closedAt = checkedTime(context.city, "at", at);
  return changeProblem(
    context,
    target,
    "close",
    (problem) => {
      if (standingClosedAt(problem.closings) !== null) {
        throw new DomainError("wrong-state", { action: "close", state: problem.state });
      }
      const openedAt = problem.closings.at(-1)?.reopenedAt ?? problem.reportedAt;
      if (closedAt < openedAt) {
        throw new DomainError("closed-before-reported", {
          closedAt: clock.toIso(closedAt),
          reportedAt: clock.toIso(openedAt),
        });
      }
      return { state: "closed", closings: [...problem.closings, { closedAt, reopenedAt: null }] };
    },
    reason,
    () => [{ act: "close-directly", input: { reason, closedAt } }],
  );
}
