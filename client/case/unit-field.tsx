import { useCaseText } from "../text/case-text.ts";
import type { FieldProps } from "./act-field-view.tsx";
import { useCaseCity } from "./case-city.ts";

/** Which unit: the one that duties name is chosen already and named. */
export function UnitField({ file, draft, onChange }: FieldProps) {
  const text = useCaseText().caseBlock.form;
  const { city } = useCaseCity();
  const { dutyUnit } = file;
  return (
    <label className="case-field">
      <span>
        {text.unit}{" "}
        <span className="muted">{dutyUnit ? text.byDuty(dutyUnit.name) : text.noDuty}</span>
      </span>
      <select value={draft.unitId} onChange={({ target }) => onChange({ unitId: target.value })}>
        <option value="">{text.chooseUnit}</option>
        {city.units.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
