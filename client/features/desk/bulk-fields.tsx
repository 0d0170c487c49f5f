import { useRunning } from "../../state/workbench-state.ts";
import { useDeskText } from "../../text/desk-text.ts";
import { type BulkDraft, type BulkKind, needsReason } from "./bulk-acts.ts";

type BulkFieldsProps = {
  readonly kind: BulkKind;
  readonly draft: BulkDraft;
  readonly onChange: (draft: BulkDraft) => void;
};

/** What an act on many asks for: the unit of a dispatch, a reason, or a note. */
export function BulkFields({ kind, draft, onChange }: BulkFieldsProps) {
  const { panel } = useDeskText().desk;
  const { city } = useRunning();
  return (
    <>
      {kind === "dispatch" && (
        <label>
          {panel.unit}
          <select
            value={draft.unitId}
            onChange={({ target }) => onChange({ ...draft, unitId: target.value })}
          >
            <option value="">{panel.byDuty}</option>
            {city.units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {needsReason(kind, draft) && (
        <label>
          {kind === "dispatch" ? panel.reasonOffDuty : panel.reason}
          <textarea
            rows={2}
            maxLength={500}
            value={draft.reason}
            onChange={({ target }) => onChange({ ...draft, reason: target.value })}
          />
        </label>
      )}
      {kind !== "reject" && (
        <label>
          {panel.note}
          <textarea
            rows={2}
            maxLength={2000}
            value={draft.note}
            onChange={({ target }) => onChange({ ...draft, note: target.value })}
          />
        </label>
      )}
    </>
  );
}
