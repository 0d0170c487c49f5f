import { targetRates } from "../../../domain/screen/rate-targets.ts";
import { useScreenEditText } from "../../text/screen-edit-text.ts";
import { NumberField } from "./number-field.tsx";
import type { PlanProps } from "./plan-editor.tsx";

/** What the four rates of walls are held against, per cent; 0 is none. */
export function RateTargetFields({ plan, onChange }: PlanProps) {
  const { targets: text } = useScreenEditText().screenEdit.settings;
  const { targets } = plan;
  return (
    <fieldset className="screens-targets">
      <legend>{text.title}</legend>
      {targetRates.map((name) => (
        <NumberField
          key={name}
          label={text.names[name]}
          value={Math.round((targets[name] ?? 0) * 1000) / 10}
          min={0}
          max={100}
          onChange={(percent) => {
            const target = percent === 0 ? null : Math.round(percent * 10) / 1000;
            onChange({ ...plan, targets: { ...targets, [name]: target } });
          }}
        />
      ))}
    </fieldset>
  );
}
