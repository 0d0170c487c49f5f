import { useZonesText } from "../../text/zones-text.ts";
import type { ZoneChange } from "./use-zone-change.ts";

/** That a change was saved, and how to take it back at once; what was refused. */
export function SavedLine({ change }: { readonly change: ZoneChange }) {
  const text = useZonesText().zones;
  const { saved, error, busy, undo } = change;
  const revision = saved?.revision ?? null;
  return (
    <>
      {revision !== null && (
        <p className="zone-said done" role="status">
          {text.saved}
          <button
            type="button"
            className="link"
            disabled={busy !== null}
            onClick={() => {
              if (window.confirm(text.history.confirm)) void undo(revision);
            }}
          >
            {text.undoAct}
          </button>
        </p>
      )}
      {error && (
        <p className="zone-said refused" role="alert">
          {error.message}
        </p>
      )}
    </>
  );
}
