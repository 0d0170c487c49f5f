import { limitUnits } from "../../domain/case/time-limit.ts";
import { useCaseText } from "../text/case-text.ts";
import { type FieldProps, MomentField } from "./act-field-view.tsx";

/** Until when: a moment, or for an extension an amount of time as well. */
export function UntilField({ act, draft, onChange }: FieldProps) {
  const text = useCaseText().caseBlock.form;
  const moment = (label: string) => (
    <MomentField label={label} value={draft.until} onChange={(until) => onChange({ until })} />
  );
  if (act === "grant-extension") return moment(text.untilGranted);
  if (act === "request-suspension") return moment(text.untilOptional);
  const { amount } = draft;
  return (
    <fieldset className="case-field">
      <legend>{text.until}</legend>
      <div className="case-choices">
        <label>
          <input
            type="radio"
            name="until"
            checked={amount !== null}
            onChange={() => onChange({ amount: { value: "3", unit: "work-day" } })}
          />
          {text.byAmount}
        </label>
        <label>
          <input
            type="radio"
            name="until"
            checked={amount === null}
            onChange={() => onChange({ amount: null })}
          />
          {text.byMoment}
        </label>
      </div>
      {amount === null ? (
        moment(text.until)
      ) : (
        <div className="case-amount">
          <input
            type="number"
            min="1"
            max="366"
            aria-label={text.amount}
            value={amount.value}
            onChange={({ target }) => onChange({ amount: { ...amount, value: target.value } })}
          />
          <select
            aria-label={text.byAmount}
            value={amount.unit}
            onChange={({ target }) => {
              const unit = limitUnits.find((each) => each === target.value) ?? amount.unit;
              onChange({ amount: { ...amount, unit } });
            }}
          >
            {limitUnits.map((unit) => (
              <option key={unit} value={unit}>
                {text.amountUnits[unit]}
              </option>
            ))}
          </select>
        </div>
      )}
    </fieldset>
  );
}
