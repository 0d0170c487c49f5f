import type { ActQueue } from "../../state/use-act-queue.ts";
import { useFieldText } from "../../text/field-text.ts";

/** What waits on this phone, and what the server did not take, with what to do about it. */
export function QueueLines({ queue }: { readonly queue: ActQueue }) {
  const { queue: text } = useFieldText().field;
  return (
    <>
      {queue.waiting.length > 0 && (
        <p className="field-note" role="status" data-testid="queue">
          {text.waiting(queue.waiting.length)}
        </p>
      )}
      {queue.isForgetful && <p className="field-note is-stale">{text.forgetful}</p>}
      {queue.refused.map(({ key, title, refusal }) => (
        <div className="field-note is-stale" role="alert" key={key}>
          <p>{text.refused(title, refusal ?? "")}</p>
          <div className="phone-actions">
            <button type="button" className="phone-button" onClick={() => queue.retry(key)}>
              {text.retry}
            </button>
            <button type="button" className="phone-button" onClick={() => queue.drop(key)}>
              {text.drop}
            </button>
          </div>
        </div>
      ))}
    </>
  );
}
