import { useQuery } from "@tanstack/react-query";
import { zonesQuery } from "../../../api/queries.ts";
import type { AdPlanScope } from "../../../state/ads-draft.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { Choice } from "./choice.tsx";

const scopeKinds = ["city", "zone", "view"] as const;
type ScopeKind = (typeof scopeKinds)[number];

type Props = {
  readonly scope: AdPlanScope;
  readonly onChange: (scope: AdPlanScope) => void;
};

/** The whole city, one zone, or what the map's window shows at that moment. */
export function ScopeField({ scope, onChange }: Props) {
  const text = useAdPlansText();
  const { engine, url } = useAdsDesk();
  const zones = useQuery(zonesQuery({}, "zone")).data?.features ?? [];
  const kind = scope === null ? "city" : typeof scope === "string" ? "zone" : "view";

  function choose(next: ScopeKind): void {
    const zone = url.zone ?? zones[0]?.properties.id;
    if (next === "city") onChange(null);
    if (next === "zone" && zone !== undefined) onChange(zone);
    if (next === "view" && engine) {
      const [west, south, east, north] = engine.bounds;
      onChange([west, south, east, north]);
    }
  }

  return (
    <>
      <Choice
        name="scope"
        label={text.scope}
        values={scopeKinds}
        value={kind}
        words={text.scopes}
        onChange={choose}
      />
      {typeof scope === "string" && (
        <label className="plan-field">
          {text.zone}
          <select value={scope} onChange={({ target }) => onChange(target.value)}>
            {zones.map(({ properties: { id, name } }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
