import { useState } from "react";
import { useZonesText } from "../../text/zones-text.ts";
import { DraftList } from "./draft-list.tsx";
import { FindingRow } from "./finding-row.tsx";
import { PassingDuties } from "./passing-duties.tsx";
import type { ZoneChange } from "./use-zone-change.ts";
import { useZoneDesk } from "./zone-desk-state.ts";

/** What would be saved, from when on, what a check says of it, and the way to save it. */
export function DraftPanel({ change }: { readonly change: ZoneChange }) {
  const text = useZonesText().zones;
  const { isStale, day, setDay, draft, discard } = useZoneDesk();
  const { busy, preview, check, save } = change;
  const [reason, setReason] = useState("");
  const [acceptedFor, setAcceptedFor] = useState<unknown>(null);
  const findings = preview?.findings ?? [];
  const isAccepted = preview !== null && acceptedFor === preview;
  const needsAccept = findings.length > 0 && !isAccepted;
  const isNameless = draft.zones.some(({ id, name }) => id === "" || name.trim() === "");
  return (
    <section className="zone-draft" aria-label={text.draft.title}>
      <h3>{text.draft.title}</h3>
      {isStale && (
        <p className="zone-said refused" role="alert">
          {text.draft.stale}
        </p>
      )}
      <DraftList />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save(reason, isAccepted);
        }}
      >
        <label>
          {text.form.at}
          <input
            type="date"
            required
            value={day}
            onChange={({ target }) => setDay(target.value || day)}
          />
          <span className="muted">{text.form.atHint}</span>
        </label>
        <label>
          {text.form.reason}
          <input
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </label>
        <PassingDuties preview={preview} />
        {preview && (
          <div className="zone-preview" data-testid="zone-preview">
            {findings.length === 0 ? (
              <p className="zone-said done" role="status">
                ✓ {text.findings.clean}
              </p>
            ) : (
              <p role="alert" className="defect">
                {text.findings.brought(findings.length)}
              </p>
            )}
            <ul className="zone-findings">
              {findings.map((finding) => (
                <FindingRow key={JSON.stringify(finding)} finding={finding} />
              ))}
            </ul>
            {preview.cured.length > 0 && <p>{text.findings.cured(preview.cured.length)}</p>}
            {findings.length > 0 && (
              <label className="zone-accept">
                <input
                  type="checkbox"
                  checked={isAccepted}
                  onChange={({ target }) => setAcceptedFor(target.checked ? preview : null)}
                />
                {text.form.accept(findings.length)}
              </label>
            )}
          </div>
        )}
        <div className="zone-walk">
          <button
            type="button"
            className="button"
            disabled={busy !== null}
            onClick={() => void check()}
          >
            {busy === "preview" ? text.form.checking : text.form.preview}
          </button>
          <button
            type="submit"
            className="button primary"
            disabled={busy !== null || isStale || isNameless || needsAccept}
          >
            {busy === "save" ? text.form.saving : text.form.save}
          </button>
          <span className="grow" />
          <button
            type="button"
            className="link"
            onClick={() => {
              if (window.confirm(text.draft.confirmDiscard)) discard();
            }}
          >
            {text.draft.discard}
          </button>
        </div>
      </form>
    </section>
  );
}
