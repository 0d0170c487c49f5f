import { DomainError } from "../../domain/errors.ts";
import type { StoredProblem } from "../../domain/problem.ts";
import { changeProblem, type ProblemTarget } from "./change-problem.ts";
import { checkedTime } from "./checked-input.ts";
import { NO_REASON, type ServiceContext } from "./service-context.ts";

/** 返工: the closing did not hold. It stays on record with the time it was undone. */
export function reopenProblem(
  context: ServiceContext,
  target: ProblemTarget,
  { at, reason }: { at?: string | undefined; reason?: string | undefined },
): Promise<StoredProblem> {
  const { clock } = context.city;
  const reopenedAt = checkedTime(context.city, "at", at);
  return changeProblem(
    context,
    target,
    "reopen",
    ({ closings, state }) => {
      const last = closings.at(-1);
      if (!last || last.reopenedAt !== null) {
        throw new DomainError("wrong-state", { action: "reopen", state });
      }
      if (reopenedAt < last.closedAt) {
        throw new DomainError("closed-before-reported", {
          closedAt: clock.toIso(reopenedAt),
          reportedAt: clock.toIso(last.closedAt),
        });
      }
      const undone = { closedAt: last.closedAt, reopenedAt };
      return { state: "accepted", closings: [...closings.slice(0, -1), undone] };
    },
    reason,
    () => [{ act: "reopen", input: { reason: reason?.trim() || NO_REASON } }],
  );
}
