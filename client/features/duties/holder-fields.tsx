import { useId } from "react";
import { useRunning } from "../../state/workbench-state.ts";
import { useDutiesText } from "../../text/duties-text.ts";

export type Holder = { readonly person: string; readonly unitId: string; readonly phone: string };
export const NO_HOLDER: Holder = { person: "", unitId: "", phone: "" };

/** Empty texts as the contract's null. */
export function sentHolder({ person, unitId, phone }: Holder) {
  return {
    person: person.trim() || null,
    unitId: unitId || null,
    phone: phone.trim() || null,
  };
}

type HolderFieldsProps = { readonly holder: Holder; readonly onChange: (holder: Holder) => void };

/** A person, chosen among those known or new, a unit, or both. */
export function HolderFields({ holder, onChange }: HolderFieldsProps) {
  const { form } = useDutiesText().duties;
  const { city } = useRunning();
  const known = useId();
  return (
    <>
      <label>
        {form.person}
        <input
          list={known}
          maxLength={60}
          value={holder.person}
          onChange={({ target }) => onChange({ ...holder, person: target.value })}
        />
        <datalist id={known}>
          {city.persons.map(({ name }) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </label>
      <label>
        {form.unit}
        <select
          value={holder.unitId}
          onChange={({ target }) => onChange({ ...holder, unitId: target.value })}
        >
          <option value="">{form.none}</option>
          {city.units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {form.phone}
        <input
          type="tel"
          maxLength={40}
          value={holder.phone}
          onChange={({ target }) => onChange({ ...holder, phone: target.value })}
        />
      </label>
    </>
  );
}
