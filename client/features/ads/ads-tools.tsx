import { useQuery } from "@tanstack/react-query";
import { zonesQuery } from "../../api/queries.ts";
import { adsModes } from "../../state/ads-url.ts";
import { useAdsText } from "../../text/ads-text.ts";
import { useAdsDesk } from "./ads-desk-state.ts";
import { ImportButton } from "./import/import-button.tsx";
import { PlanTools } from "./plans/plan-tools.tsx";

/** What the page does now, for which zone and unit, and what may be taken out of it. */
export function AdsTools() {
  const text = useAdsText().ads;
  const { url, set, mode, cityAudit } = useAdsDesk();
  const zones = useQuery(zonesQuery({}, "zone")).data?.features ?? [];
  const units = cityAudit?.summary?.byUnit ?? [];
  return (
    <div className="ads-tools">
      <h2>{text.titles[mode]}</h2>
      <fieldset className="ads-switch" aria-label={text.mode}>
        {adsModes.map((each) => (
          <button
            type="button"
            key={each}
            aria-pressed={each === mode}
            onClick={() => set({ mode: each === "audit" ? undefined : each })}
          >
            {text.modes[each]}
          </button>
        ))}
      </fieldset>
      <Choice
        label={text.zone}
        all={text.wholeCity(zones.length)}
        options={zones.map(({ properties: { id, name } }) => ({ id, name }))}
        value={url.zone}
        onChange={(zone) => set({ zone })}
      />
      <Choice
        label={text.unit}
        all={text.allUnits}
        options={units.flatMap(({ id, name }) => (id === null ? [] : [{ id, name }]))}
        value={url.unit}
        onChange={(unit) => set({ unit })}
      />
      <span className="grow" />
      <ImportButton />
      <PlanTools />
    </div>
  );
}

type ChoiceProps = {
  readonly label: string;
  /** What stands for no choice. */
  readonly all: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
};

/** One of many, or all. One that is not among them, as of an old link, is shown by its id. */
function Choice({ label, all, options, value = "", onChange }: ChoiceProps) {
  const isUnknown = value !== "" && !options.some(({ id }) => id === value);
  return (
    <label>
      {label}
      <select value={value} onChange={({ target }) => onChange(target.value || undefined)}>
        <option value="">{all}</option>
        {isUnknown && <option value={value}>{value}</option>}
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
