import { isEmptyDraft } from "../../../domain/zone-edit/zone-draft.ts";
import { useZonesText } from "../../text/zones-text.ts";
import type { ZoneChange } from "./use-zone-change.ts";
import { useZoneDesk } from "./zone-desk-state.ts";

/** That a change was saved, until another is begun, and how to take it back at once; what was refused. */
export function SavedLine({ change }: { readonly change: ZoneChange }) {
  const text = useZonesText().zones;
  const { draft } = useZoneDesk();
  const { saved, error, busy, undo } = change;
  const revision = saved?.revision ?? null;
  return (
    <>
      {revision !== null && isEmptyDraft(draft) && (
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
