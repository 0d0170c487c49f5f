import { type ProblemAction, ProblemFeature } from "../../domain/contract/problems.ts";
import {
  ListedPosition,
  RecurrenceParameters,
  SummonsDecision,
} from "../../domain/contract/recurrence.ts";
import { sendJson } from "./http.ts";

/** Changes a problem that was seen at `version`. Throws an ApiError, `stale-version` when somebody was faster. */
export function changeProblem(
  id: string,
  version: number,
  action: ProblemAction,
): Promise<ProblemFeature> {
  return sendJson("PATCH", `problems/${encodeURIComponent(id)}`, action, ProblemFeature, {
    "If-Match": `"${version}"`,
  });
}

/** Keeps what a person made of a suggestion to summon. Throws an ApiError, so where a dismissal gives no reason. */
export function decideSummons(
  placeId: number,
  decision: SummonsDecision["decision"],
  reason: string,
): Promise<SummonsDecision> {
  const path = `recurrence/suggestions/${placeId}/decision`;
  return sendJson("POST", path, { decision, reason }, SummonsDecision);
}

/** Fits the priors of all categories on what is known now. Throws an ApiError. */
export function refitPriors(): Promise<RecurrenceParameters> {
  return sendJson("POST", "recurrence/priors", {}, RecurrenceParameters);
}

/** Puts a coordinate on the list of those that are no place. Throws an ApiError. */
export async function confirmBadPosition(position: readonly [number, number]): Promise<void> {
  await sendJson("POST", "recurrence/bad-positions", { position }, ListedPosition);
}
