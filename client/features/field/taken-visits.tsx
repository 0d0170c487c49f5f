import { Link } from "@tanstack/react-router";
import type { ActQueue } from "../../state/use-act-queue.ts";
import { useFieldText } from "../../text/field-text.ts";

/** Visits that the server took since the page was opened; a relapse leads to the new report. */
export function TakenVisits({ queue }: { readonly queue: ActQueue }) {
  const { round: text } = useFieldText();
  const visits = [...queue.taken.values()].flatMap((after) => {
    const visit = after.visits.findLast(({ recordedAt }) => recordedAt !== null);
    return visit?.outcome ? [{ ...visit, id: after.id, outcome: visit.outcome }] : [];
  });
  return visits.map(({ id, outcome, followUpId }) => (
    <p key={id} className="field-note" role="status" data-testid="taken">
      {text.done(text[outcome])} · {id}
      {followUpId !== null && (
        <Link className="field-follow-up" to="/" search={{ pick: `problem:${followUpId}` }}>
          {text.followUp(followUpId)}
        </Link>
      )}
    </p>
  ));
}
