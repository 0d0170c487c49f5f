import { adStates } from "../../../../domain/ads/ad.ts";
import { useAdsRulesText } from "../../../text/ads-rules-text.ts";
import { AbsorbFields } from "./absorb-fields.tsx";
import { NumberInput } from "./number-input.tsx";
import { named } from "./rule-words.ts";
import type { SectionProps } from "./section.tsx";

const NUMBERS = ["maxFacingDeg", "areaSpacing", "junctionClear", "gapTol"] as const;
const SHARINGS = ["all", "nearest"] as const;
/** What is gone counts nowhere. */
const COUNTABLE = adStates.filter((state) => state !== "removed");

/** 通用: what holds for every road and every ad. */
export function GeneralSection({ rules, onChange }: SectionProps) {
  const text = useAdsRulesText().general;
  return (
    <div className="rule-section rule-general">
      <label className="rule-fields">
        <span>{text.sharing}</span>
        <select
          value={rules.sharing}
          onChange={({ target }) => {
            const sharing = SHARINGS.find((each) => each === target.value);
            if (sharing) onChange({ ...rules, sharing });
          }}
        >
          {SHARINGS.map((each) => (
            <option key={each} value={each}>
              {text.sharings[each]}
            </option>
          ))}
        </select>
      </label>
      {NUMBERS.map((field) => (
        <p key={field} className="rule-fields">
          <span>{text[field]}</span>
          <NumberInput
            label={text[field]}
            value={rules[field]}
            {...(field === "maxFacingDeg" && { max: 180 })}
            onChange={(next) => next !== null && onChange({ ...rules, [field]: next })}
          />
        </p>
      ))}
      <label>
        <input
          type="checkbox"
          checked={rules.oppositeExempt}
          onChange={({ target }) => onChange({ ...rules, oppositeExempt: target.checked })}
        />
        {text.oppositeExempt}
      </label>
      <fieldset className="rule-card">
        <legend>{text.countStates}</legend>
        <ul className="rule-checks">
          {COUNTABLE.map((state) => (
            <li key={state}>
              <label>
                <input
                  type="checkbox"
                  checked={rules.countStates.includes(state)}
                  onChange={({ target }) => {
                    const isOn = (each: string) =>
                      each === state ? target.checked : rules.countStates.includes(each);
                    onChange({ ...rules, countStates: COUNTABLE.filter(isOn) });
                  }}
                />
                {named(text.states, state)}
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <AbsorbFields rules={rules} onChange={onChange} />
    </div>
  );
}
