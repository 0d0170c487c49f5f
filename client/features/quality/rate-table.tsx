import type { CaseRates, RateFigures, rateGroups } from "../../../domain/contract/cases.ts";
import { useQualityText } from "../../text/quality-text.ts";
import { percent } from "./percent.ts";

type Props = { readonly data: CaseRates; readonly by: (typeof rateGroups)[number] };

/** The same rates of each zone or unit; under each what it divides. */
export function RateTable({ data, by }: Props) {
  const text = useQualityText().quality;
  if (data.groups.length === 0) return <p className="state-empty">{text.empty}</p>;
  const reported = (figures: RateFigures) => figures.rates[0]?.denominator ?? 0;
  const rest = reported(data) - data.groups.reduce((sum, group) => sum + reported(group), 0);
  return (
    <div className="rate-table">
      <table>
        <caption>{text.table}</caption>
        <thead>
          <tr>
            <th scope="col">{text.name[by]}</th>
            {data.rates.map(({ name, label }) => (
              <th scope="col" key={name}>
                {label}
              </th>
            ))}
            <th scope="col">{text.unverified}</th>
          </tr>
        </thead>
        <tbody>
          {data.groups.map(({ id, name, rates, unverified, bulkUnverified }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {rates.map((rate) => (
                <td key={rate.name}>
                  <b>{rate.value === null ? "—" : percent(rate.value)}</b>
                  <small>
                    {rate.numerator.toLocaleString("en")}/{rate.denominator.toLocaleString("en")}
                  </small>
                </td>
              ))}
              <td className={bulkUnverified > 0 ? "is-late" : ""}>
                <b>{unverified.toLocaleString("en")}</b>
                {bulkUnverified > 0 && (
                  <small>{text.bulk(bulkUnverified.toLocaleString("en"))}</small>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <p className="rate-rest">{text.rest[by](rest.toLocaleString("en"))}</p>}
    </div>
  );
}
