import type { CaseRates } from "../../../../domain/contract/cases.ts";
import { DAY_MS } from "../../../../domain/time.ts";
import { caseRatesQuery } from "../../../api/case-rates-query.ts";
import { count } from "../../../state/city-format.ts";
import { reportedFrom } from "../screen-scope.ts";
import { tenthPercent } from "./change.ts";
import { definePanel, type PanelProps } from "./panel.ts";

type Rate = CaseRates["rates"][number];

const shown: readonly Rate["name"][] = ["accepted", "closed", "closed-in-time", "satisfied"];
/** Bars begin at this share where no rate is below it; the title says so. */
const AXIS_FROM = 0.8;

/** 受理率, 结案率, 按期结案率, 满意率 of the last thirty days. */
export const rates = definePanel({
  id: "rates",
  title: (text) => text.screen.rates.title,
  note: ({ text }, data: CaseRates | undefined) =>
    text.screen.rates.note(`${100 * axisOf(shownOf(data))}–100%`),
  query: (scope) => {
    const from = scope.clock.dayStart(scope.now - 30 * DAY_MS);
    return caseRatesQuery({ ...reportedFrom(scope, from), lang: scope.language });
  },
  why: (_, data) => shownOf(data).map(({ label, formula }) => `${label} = ${formula}`),
  View: RatesView,
});

function shownOf(data: CaseRates | undefined): Rate[] {
  return shown.flatMap((name) => data?.rates.filter((rate) => rate.name === name) ?? []);
}

function axisOf(list: readonly Rate[]): number {
  return list.some(({ value }) => value !== null && value < AXIS_FROM) ? 0 : AXIS_FROM;
}

function RatesView({ data, scope }: PanelProps<CaseRates>) {
  const text = scope.text.screen.rates;
  const list = shownOf(data);
  const from = axisOf(list);
  return (
    <div className="wall-rates">
      {list.map(({ name, label, value, numerator, denominator }) => (
        <div key={name} className="wall-rate">
          <h3>{label}</h3>
          <strong>
            {value === null ? "—" : tenthPercent(value)}
            {value !== null && <small>%</small>}
          </strong>
          <div className="wall-track" aria-hidden="true">
            {value !== null && (
              <span style={{ width: `${(100 * (value - from)) / (1 - from)}%` }} />
            )}
          </div>
          <p>{value === null ? text.none : text.of(count(numerator), count(denominator))}</p>
        </div>
      ))}
    </div>
  );
}
