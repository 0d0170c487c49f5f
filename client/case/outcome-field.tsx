import { visitOutcomes } from "../../domain/case/case-acts.ts";
import { useCaseText } from "../text/case-text.ts";
import type { FieldProps } from "./act-field-view.tsx";
import { useCaseCity } from "./case-city.ts";

/** What a follow-up visit found, and which visit it was where several are planned. */
export function OutcomeField({ file, draft, onChange }: FieldProps) {
  const text = useCaseText().caseBlock;
  const { format } = useCaseCity();
  const planned = file.visits.filter(({ recordedAt }) => recordedAt === null);
  return (
    <>
      {planned.length > 0 && (
        <label className="case-field">
          <span>{text.form.visit}</span>
          <select
            value={draft.visitId}
            onChange={({ target }) => onChange({ visitId: target.value })}
          >
            {planned.map(({ id, visitAt }) => (
              <option key={id} value={id}>
                {text.visits.planned(visitAt === null ? "" : format.minute(visitAt))}
              </option>
            ))}
            <option value="">{text.form.unplannedVisit}</option>
          </select>
        </label>
      )}
      <fieldset className="case-field">
        <legend>{text.form.outcome}</legend>
        <div className="case-choices">
          {visitOutcomes.map((outcome) => (
            <label key={outcome}>
              <input
                type="radio"
                name="outcome"
                checked={draft.outcome === outcome}
                onChange={() => onChange({ outcome })}
              />
              {text.form[outcome]}
            </label>
          ))}
        </div>
        {draft.outcome === "relapsed" && <p className="muted">{text.form.relapseHint}</p>}
      </fieldset>
    </>
  );
}
