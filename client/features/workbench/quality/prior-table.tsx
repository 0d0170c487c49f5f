import { useState } from "react";
import type { RecurrenceParameters } from "../../../../domain/contract/recurrence.ts";
import { count } from "../../../../domain/text/count.ts";
import { useCityFormat } from "../../../state/use-city-format.ts";
import { useText } from "../../../text/use-text.ts";
import { RefitButton } from "./refit-button.tsx";

type Parameters = Pick<RecurrenceParameters, "categories" | "fittedAt">;

const columns = [
  "category",
  "radius",
  "grace",
  "alpha",
  "beta",
  "mean",
  "places",
  "prior",
] as const;

/** What each category is measured with; those without a place fold away. */
export function PriorTable({ parameters }: { readonly parameters: Parameters }) {
  const text = useText();
  const format = useCityFormat();
  const [isWhole, setIsWhole] = useState(false);
  const { categories, fittedAt } = parameters;
  const used = categories.filter(({ places }) => places > 0);
  const rows = isWhole ? categories : used.toSorted((a, b) => b.places - a.places);
  return (
    <section>
      <header className="section-title">
        <h3>{text.quality.priors}</h3>
        <span>
          {fittedAt === null
            ? text.quality.neverFitted
            : text.quality.fittedAt(format.fullMinute(fittedAt))}
        </span>
      </header>
      <p className="muted">{text.quality.originHint}</p>
      <table className="priors" data-testid="priors">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column}>{text.quality.columns[column]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.category}>
              <th scope="row">{format.category(row.category)}</th>
              <td>{row.radiusM}</td>
              <td>{row.graceHours}</td>
              <td>{row.alpha.toFixed(2)}</td>
              <td>
                {row.betaDays < 10 ? row.betaDays.toFixed(1) : count(Math.round(row.betaDays))}
              </td>
              <td>{row.mean30.toFixed(3)}</td>
              <td>{count(row.places)}</td>
              <td>{text.quality.origin[row.prior]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {used.length < categories.length && (
        <button type="button" className="link" onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? text.quality.less : text.quality.unused(categories.length - used.length)}
        </button>
      )}
      <RefitButton />
    </section>
  );
}
