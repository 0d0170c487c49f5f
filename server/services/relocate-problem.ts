import type { StoredProblem } from "../../domain/problem.ts";
import { changeProblem, type ProblemTarget } from "./change-problem.ts";
import { checkedPosition } from "./checked-input.ts";
import type { ServiceContext } from "./service-context.ts";

/** Puts a report where it belongs: corrects a position, or places one from the 待定位 tray. */
export function relocateProblem(
  context: ServiceContext,
  target: ProblemTarget,
  input: { position: readonly [number, number]; reason?: string | undefined },
): Promise<StoredProblem> {
  const position = checkedPosition(context.city, input.position);
  return changeProblem(context, target, "relocate", () => ({ position }), input.reason);
}
