import type { SummonsDecision } from "../../domain/contract/recurrence.ts";
import type { DecidedSummons } from "../../domain/summons.ts";
import type { City } from "../city/city.ts";

/** A decision on a suggestion as the contract shows it. */
export function decisionBody(
  { clock }: City,
  { decision, reason, actor, decidedAt, k }: DecidedSummons,
): SummonsDecision {
  return { decision, reason, actor, decidedAt: clock.toIso(decidedAt), k };
}
