import { useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import type { SummonsDecision } from "../../../../domain/contract/recurrence.ts";
import { decideSummons } from "../../../api/commands.ts";
import { useRunning } from "../../../state/workbench-state.ts";
import { useText } from "../../../text/use-text.ts";

type DecisionFormProps = { readonly placeId: number; readonly onDone: () => void };

/** Accepts or dismisses a suggestion, for the record; a dismissal needs a reason. */
export function DecisionForm({ placeId, onDone }: DecisionFormProps) {
  const text = useText();
  const client = useQueryClient();
  const { clock } = useRunning();
  const [decision, setDecision] = useState<SummonsDecision["decision"] | null>(null);
  const [reason, setReason] = useState("");
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState("");
  const isReasonMissing = decision === "dismissed" && reason.trim() === "";

  async function record(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (decision === null || isReasonMissing) return;
    setIsSending(true);
    try {
      await decideSummons(placeId, decision, reason.trim());
      setFailure("");
      await client.invalidateQueries({ queryKey: ["suggestions"] });
      clock.refresh();
      onDone();
    } catch (error) {
      setFailure((error as Error).message);
    }
    setIsSending(false);
  }

  return (
    <form className="action-form decision-form" onSubmit={(event) => void record(event)}>
      <fieldset className="segments" aria-label={text.summons.title}>
        <button
          type="button"
          aria-pressed={decision === "accepted"}
          onClick={() => setDecision("accepted")}
        >
          {text.summons.accept}
        </button>
        <button
          type="button"
          aria-pressed={decision === "dismissed"}
          onClick={() => setDecision("dismissed")}
        >
          {text.summons.dismiss}
        </button>
      </fieldset>
      {decision !== null && (
        <>
          <textarea
            aria-label={
              decision === "dismissed" ? text.summons.reasonRequired : text.summons.reasonOptional
            }
            placeholder={
              decision === "dismissed" ? text.summons.reasonRequired : text.summons.reasonOptional
            }
            required={decision === "dismissed"}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <button type="submit" className="button primary" disabled={isReasonMissing || isSending}>
            {text.summons.record}
          </button>
          <button type="button" className="button" onClick={() => setDecision(null)}>
            {text.summons.cancel}
          </button>
        </>
      )}
      <p role="status" className={failure ? "said failed" : "said"}>
        {failure}
      </p>
    </form>
  );
}
