import { useQuery } from "@tanstack/react-query";
import type { Ref } from "react";
import { NO_UNIT } from "../../../domain/problem-filter.ts";
import { zonesQuery } from "../../api/queries.ts";
import { deskFilter, deskFilterNames, useDeskUrl } from "../../state/desk-url.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useRunning } from "../../state/workbench-state.ts";
import { useDeskText } from "../../text/desk-text.ts";
import { Icon } from "../../ui/icon.tsx";

/** Filters that no field of the bar holds; a link may bring them. */
const chipNames = ["person", "line", "block", "from", "to"] as const;
const fieldNames = ["zone", "category", "source", "unit", "assignee"] as const;
type FieldName = (typeof fieldNames)[number];
type Option = { readonly value: string; readonly label: string };

type DeskFiltersProps = { readonly ref: Ref<HTMLDivElement>; readonly onChange: () => void };

/** What all queues are narrowed by; everything that filters is to be seen. */
export function DeskFilters({ ref, onChange }: DeskFiltersProps) {
  const text = useDeskText().desk.filter;
  const [url, set] = useDeskUrl();
  const optionsOf = useOptions();
  const hasAny = Object.keys(deskFilter(url)).length > 0;
  return (
    <search className="desk-filters" ref={ref} aria-label={text.title}>
      {fieldNames.map((name) => (
        <label key={name}>
          {text[name]}
          <select
            value={url[name] ?? ""}
            onChange={({ target }) => {
              onChange();
              set({ [name]: target.value || undefined, pick: undefined });
            }}
          >
            <option value="">{text.all}</option>
            {withOwn(optionsOf(name), url[name]).map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ))}
      <Chips />
      {hasAny && (
        <button
          type="button"
          className="link"
          onClick={() => {
            onChange();
            set(Object.fromEntries(deskFilterNames.map((name) => [name, undefined as undefined])));
          }}
        >
          {text.clear}
        </button>
      )}
    </search>
  );
}

function useOptions(): (name: FieldName) => readonly Option[] {
  const { city } = useRunning();
  const { data: zones } = useQuery(zonesQuery({}, "community"));
  const { data: areas } = useQuery(zonesQuery({}, "zone"));
  const units = city.units.map(({ id, name }) => ({ value: id, label: name }));
  return (name) => {
    switch (name) {
      case "zone":
        return (areas?.features ?? []).flatMap(({ properties: area }) => [
          { value: area.id, label: area.name },
          ...(zones?.features ?? [])
            .filter(({ properties }) => properties.parentId === area.id)
            .map(({ properties }) => ({ value: properties.id, label: `　${properties.name}` })),
        ]);
      case "category":
        return city.categories
          .filter(({ code }) => code.length >= 3)
          .map(({ code, name: label }) => ({
            value: code,
            label: code.length > 3 ? `　${label}` : label,
          }));
      case "source":
        return city.sources.map(({ code, name: label }) => ({ value: code, label }));
      default:
        return units;
    }
  };
}

/** Several values at once, as a link may bring them, are an option of their own. */
function withOwn(options: readonly Option[], value: string | undefined): readonly Option[] {
  if (value === undefined || options.some((option) => option.value === value)) return options;
  const names = value.split(",").map((each) => {
    return options.find((option) => option.value === each)?.label.trim() ?? each;
  });
  return [{ value, label: names.join("、") }, ...options];
}

function Chips() {
  const text = useDeskText().desk.filter;
  const [url, set] = useDeskUrl();
  const format = useCityFormat();
  return chipNames.map((name) => {
    const value = url[name];
    if (value === undefined) return null;
    const isUnit = name === "line" || name === "block";
    const words = value
      .split(",")
      .map((each) => (each === NO_UNIT ? text.none : isUnit ? format.unit(each) : each))
      .join("、");
    const label = `${text.chips[name]} · ${words}`;
    return (
      <button
        type="button"
        className="desk-chip"
        key={name}
        aria-label={text.remove(label)}
        onClick={() => set({ [name]: undefined })}
      >
        {label}
        <Icon name="close" />
      </button>
    );
  });
}
