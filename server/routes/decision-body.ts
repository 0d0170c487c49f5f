import type { SummonsDecision } from "../../domain/contract/recurrence.ts";
import type { DecidedSummons } from "../../domain/summons.ts";
import { type Reader, shownText } from "../access/shown-problem.ts";
import type { City } from "../city/city.ts";

/** A decision on a suggestion as the contract shows it to an account. */
export function decisionBody(
  { clock }: City,
  { decision, reason, actor, decidedAt, k }: DecidedSummons,
  viewer: Reader,
): SummonsDecision {
  return {
    decision,
    reason: shownText(viewer, reason),
    actor,
    decidedAt: clock.toIso(decidedAt),
    k,
  };
}
