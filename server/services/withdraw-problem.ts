import type { StoredProblem } from "../../domain/problem.ts";
import { changeProblem, type ProblemTarget } from "./change-problem.ts";
import { NO_REASON, type ServiceContext } from "./service-context.ts";

/** Takes a report out of every total; it stays on record and is counted under `dropped`. */
export function withdrawProblem(
  context: ServiceContext,
  target: ProblemTarget,
  { reason }: { reason?: string | undefined },
): Promise<StoredProblem> {
  const said = reason?.trim() || NO_REASON;
  return changeProblem(
    context,
    target,
    "withdraw",
    () => ({ state: "withdrawn" }),
    reason,
    () => [{ act: "withdraw", input: { reason: said } }],
  );
}
