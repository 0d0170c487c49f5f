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
  const zones = useQuery(zonesQuery({}, "zone"));
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
      <label>
        {text.zone}
        <select
          value={url.zone ?? ""}
          onChange={({ target }) => set({ zone: target.value || undefined })}
        >
          <option value="">{text.wholeCity(zones.data?.features.length ?? 0)}</option>
          {zones.data?.features.map(({ properties: { id, name } }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {text.unit}
        <select
          value={url.unit ?? ""}
          onChange={({ target }) => set({ unit: target.value || undefined })}
        >
          <option value="">{text.allUnits}</option>
          {units.flatMap(({ id, name }) =>
            id === null
              ? []
              : [
                  <option key={id} value={id}>
                    {name}
                  </option>,
                ],
          )}
        </select>
      </label>
      <span className="grow" />
      <ImportButton />
      <PlanTools />
    </div>
  );
}
