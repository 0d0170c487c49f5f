import { useQuery } from "@tanstack/react-query";
import type { SceneFilter } from "../../../domain/screen/scene.ts";
import { zonesQuery } from "../../api/queries.ts";
import { useRunning } from "../../state/workbench-state.ts";
import { useScreenEditText } from "../../text/screen-edit-text.ts";
import type { SceneFieldsProps } from "./scene-form.tsx";

/** What a scene counts; members that no field is for stay as they are. */
export function FilterFields({ scene, onScene }: SceneFieldsProps) {
  const text = useScreenEditText().screenEdit.fields;
  const { city } = useRunning();
  const zones = useQuery(zonesQuery({}, "zone")).data?.features ?? [];
  const filter = scene.filter ?? {};
  const change = (given: { [N in keyof SceneFilter]?: SceneFilter[N] | undefined }) => {
    const next = Object.entries({ ...filter, ...given }).filter(([, value]) => value !== undefined);
    onScene({ filter: Object.fromEntries(next) as SceneFilter });
  };
  const groups = city.categories.filter(({ code }) => code.length === 3);
  const lists = [
    { name: "category", label: text.category, items: groups.map((c) => [c.code, c.name] as const) },
    {
      name: "source",
      label: text.source,
      items: city.sources.map((s) => [s.code, s.name] as const),
    },
    {
      name: "zone",
      label: text.filterZone,
      items: zones.map(({ properties: { id, name } }) => [id, name] as const),
    },
  ] as const;
  return (
    <fieldset>
      <legend>{text.filter}</legend>
      {lists.map(({ name, label, items }) => (
        <label key={name}>
          {label}
          <select
            value={filter[name] ?? ""}
            onChange={({ target }) => change({ [name]: target.value || undefined })}
          >
            <option value="">{text.all}</option>
            {filter[name] !== undefined && !items.some(([id]) => id === filter[name]) && (
              <option value={filter[name]}>{filter[name]}</option>
            )}
            {items.map(([id, title]) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label>
        {text.days}
        <input
          type="number"
          min={1}
          max={400}
          placeholder={text.none}
          value={filter.days ?? ""}
          onChange={({ target }) => {
            const days = target.valueAsNumber;
            change({ days: Number.isInteger(days) && days >= 1 && days <= 400 ? days : undefined });
          }}
        />
      </label>
    </fieldset>
  );
}
