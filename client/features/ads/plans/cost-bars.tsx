import { useState } from "react";
import type { AdCostRow, AdPlanResult } from "../../../../domain/contract/ads-plans.ts";
import { count } from "../../../../domain/text/count.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { useNames } from "../use-names.ts";
import { wan } from "./plan-amounts.ts";

const groupings = ["byCarrier", "byUnit"] as const;

/** What a plan costs, by kind of carrier or by who pays for it. */
export function CostBars({ result }: { readonly result: AdPlanResult }) {
  const text = useAdPlansText();
  const names = useNames();
  const [by, setBy] = useState<(typeof groupings)[number]>("byCarrier");
  const { costs, cost } = result;
  if (!costs) return null;
  const rows = costs[by].toSorted((a, b) => b.cost - a.cost);
  const most = Math.max(...rows.map((row) => row.cost), 1);
  const nameOf = ({ id, name }: AdCostRow) => {
    if (by === "byUnit") return id === null ? text.nobody : name;
    if (id === "repair") return text.repairs;
    return id === null ? name || names.carrier(null) : names.carrier(id);
  };
  return (
    <section className="plan-costs">
      <h3>
        {text.costs}
        <small>{text.costsOf(wan(cost))}</small>
      </h3>
      <fieldset className="ads-switch" aria-label={text.costs}>
        {groupings.map((each) => (
          <button type="button" key={each} aria-pressed={each === by} onClick={() => setBy(each)}>
            {text[each]}
          </button>
        ))}
      </fieldset>
      <ul>
        {rows.map((row) => (
          <li key={row.id ?? ""} title={text.sites(count(row.sites))}>
            <span className="plan-cost-name">{nameOf(row)}</span>
            <span className="bar">
              <span style={{ width: `${(row.cost / most) * 100}%` }} />
            </span>
            <span className="number">{text.wan(wan(row.cost))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
