import type { RateFigures } from "../../../domain/contract/cases.ts";
import { useQualityText } from "../../text/quality-text.ts";
import { percent } from "./percent.ts";

/** A rate with what it divides and how; nothing to measure is not zero. */
export function RateCard({ rate }: { readonly rate: RateFigures["rates"][number] }) {
  const text = useQualityText().quality;
  const { label, formula, numerator, denominator, value } = rate;
  const whole = text.ofWhole(numerator.toLocaleString("en"), denominator.toLocaleString("en"));
  return (
    <section className="rate-card" aria-label={label}>
      <h3>{label}</h3>
      <p className="rate-value">{value === null ? "—" : percent(value)}</p>
      <div className="rate-bar" aria-hidden="true">
        {value !== null && <span style={{ width: `${100 * value}%` }} />}
      </div>
      <p className="rate-whole">{value === null ? text.none : whole}</p>
      <p className="rate-formula">{formula}</p>
    </section>
  );
}
