import type { DutyActBody } from "../../../domain/contract/duties.ts";
import { undoDutyAct } from "../../api/duty-commands.ts";
import { ApiError } from "../../api/http.ts";
import { useDutiesText } from "../../text/duties-text.ts";
import { useAct } from "./use-act.ts";

/** A refusal as the server says it; where a later act is in the way, what to do. */
export function Refused({ error }: { readonly error: Error | null }) {
  const text = useDutiesText().duties;
  if (!error) return null;
  const isStale = error instanceof ApiError && error.reason === "stale-version";
  return (
    <p className="task-refused" role="alert">
      {isStale ? text.undoStale : error.message}
    </p>
  );
}

type ActDoneProps = { readonly act: DutyActBody; readonly sentence: string };

/** That an act was kept, and how to take it back at once. */
export function ActDone({ act, sentence }: ActDoneProps) {
  const text = useDutiesText().duties;
  const undo = useAct(undoDutyAct);
  const isNothing = act.saved.length === 0 && act.removed.length === 0;
  return (
    <>
      <p className="task-done" role="status">
        {undo.done ? text.done.undone : isNothing ? text.done.nothing : sentence}
        {!undo.done && !isNothing && (
          <button
            type="button"
            className="link"
            disabled={undo.isBusy}
            onClick={() => void undo.run(act.revision)}
          >
            {text.done.undo}
          </button>
        )}
      </p>
      <Refused error={undo.error} />
    </>
  );
}
