import type { StoredProblem } from "../../domain/problem.ts";
import { HOUR_MS } from "../../domain/time.ts";
import { changeProblem, type ProblemTarget } from "./change-problem.ts";
import { checkedCategory } from "./checked-input.ts";
import type { ServiceContext } from "./service-context.ts";

/** Corrects the category; the time limit follows the new one where it has one. */
export function recategoriseProblem(
  context: ServiceContext,
  target: ProblemTarget,
  input: { category: string; reason?: string | undefined },
): Promise<StoredProblem> {
  const { tree, categoryOrdinal } = context.city.tables;
  const category = checkedCategory(context.city, input.category);
  const { dueHours } = tree.at(categoryOrdinal(category));
  return changeProblem(
    context,
    target,
    "recategorise",
    ({ reportedAt, dueAt }) => ({
      category,
      dueAt: dueHours === undefined ? dueAt : reportedAt + Math.round(dueHours * HOUR_MS),
    }),
    input.reason,
  );
}
