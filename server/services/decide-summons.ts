import { DomainError } from "../../domain/errors.ts";
import { noMeasures } from "../../domain/recurrence/place-measures.ts";
import type { DecidedSummons, SummonsDecision } from "../../domain/summons.ts";
import { MeasuresAt } from "../recurrence-index/measures-at.ts";
import type { ServiceContext } from "./service-context.ts";

type Decided = { readonly decision: SummonsDecision; readonly reason: string };

/**
 * Keeps what a person made of a place that was suggested for a summons (约谈). A place that recurs again is put before
 * somebody again. Throws `not-found`, and `bad-body` where a dismissal gives no reason.
 */
export function decideSummons(
  { city, actor }: ServiceContext,
  placeId: number,
  { decision, reason }: Decided,
): Promise<DecidedSummons> {
  return city.change(async () => {
    if (city.recurrence.rankOf(placeId) < 0) {
      throw new DomainError("not-found", { what: "place", id: String(placeId) });
    }
    if (decision === "dismissed" && reason.trim() === "") {
      throw new DomainError("bad-body", { path: "reason", problem: "a dismissal needs a reason" });
    }
    const decidedAt = city.now();
    const { k } = new MeasuresAt(city.recurrence, decidedAt).ofPlace(placeId) ?? noMeasures();
    const decided = { placeId, decidedAt, actor, decision, reason: reason.trim(), k };
    await city.storage.write(async (writer) => {
      await writer.addDecision(decided);
      await writer.audit({
        at: decidedAt,
        actor,
        action: "decide-summons",
        entity: "place",
        entityId: String(placeId),
        before: null,
        after: decided,
      });
    });
    return decided;
  });
}
