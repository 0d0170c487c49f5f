import type { CaseRates } from "../../../../domain/contract/cases.ts";
import {
  type RateTargets,
  type TargetRate,
  targetRates,
} from "../../../../domain/screen/rate-targets.ts";
import { count } from "../../../../domain/text/count.ts";
import { DAY_MS } from "../../../../domain/time.ts";
import { caseRatesQuery } from "../../../api/case-rates-query.ts";
import type { FilterParams } from "../../../state/url-state.ts";
import { reportedFrom, type ScreenScope, whenever } from "../screen-scope.ts";
import { tenthPercent } from "./change.ts";
import { definePanel, type PanelProps } from "./panel.ts";
import { againstTarget, percentOf } from "./rate-target.ts";

type Rate = CaseRates["rates"][number] & { readonly name: TargetRate };

/** Bars begin at this share where no rate and no target is below it; the title says so. */
const AXIS_FROM = 0.8;

/** 受理率, 结案率, 按期结案率, 满意率 of the last thirty days, beside what is aimed at. */
export const rates = definePanel({
  id: "rates",
  title: (text) => text.screen.rates.title,
  note: ({ text, targets }, data: CaseRates | undefined) => {
    const { note, noteTargets } = text.screen.rates;
    const hasTargets = targetRates.some((name) => targets[name] !== null);
    return (hasTargets ? noteTargets : note)(`${100 * axisOf(shownOf(data), targets)}–100%`);
  },
  query: (scope) => caseRatesQuery({ ...lastMonth(scope), lang: scope.language }),
  counts: whenever,
  why: ({ screen }, data) => [
    screen.rates.whyPeriod,
    ...shownOf(data).map(({ label, formula, numerator, denominator }) =>
      screen.rates.why(label, formula, screen.rates.of(count(numerator), count(denominator))),
    ),
  ],
  View: RatesView,
});

function lastMonth(scope: ScreenScope): FilterParams {
  return reportedFrom(scope, scope.clock.dayStart(scope.now - 30 * DAY_MS));
}

function shownOf(data: CaseRates | undefined): Rate[] {
  return targetRates.flatMap((name) =>
    (data?.rates ?? []).flatMap((rate) => (rate.name === name ? [{ ...rate, name }] : [])),
  );
}

function axisOf(list: readonly Rate[], targets: RateTargets): number {
  const shares = list.flatMap(({ name, value }) => [value, targets[name]]);
  return shares.some((share) => share !== null && share < AXIS_FROM) ? 0 : AXIS_FROM;
}

function RatesView({ data, scope }: PanelProps<CaseRates>) {
  const list = shownOf(data);
  const from = axisOf(list, scope.targets);
  return (
    <div className="wall-rates">
      {list.map((rate) => (
        <RateView key={rate.name} rate={rate} from={from} scope={scope} />
      ))}
    </div>
  );
}

type RateProps = { readonly rate: Rate; readonly from: number; readonly scope: ScreenScope };

function RateView({ rate: { name, value, numerator, denominator }, from, scope }: RateProps) {
  const text = scope.text.screen.rates;
  const target = scope.targets[name];
  const against = value === null || target === null ? null : againstTarget(value, target);
  const isBelow = against?.isMet === false;
  const along = (share: number) => `${(100 * (share - from)) / (1 - from)}%`;
  return (
    <div className={isBelow ? "wall-rate is-below" : "wall-rate"}>
      <h3>{text.names[name]}</h3>
      <strong>
        {value === null ? "—" : tenthPercent(value)}
        {value !== null && <small>%</small>}
      </strong>
      <div className="wall-track" aria-hidden="true">
        {value !== null && <span style={{ width: along(value) }} />}
        {target !== null && <i style={{ left: along(target) }} />}
      </div>
      <p>
        {target !== null && <span>{text.target(percentOf(target))}</span>}
        {value === null && <span>{text.none}</span>}
        {value !== null && target === null && text.of(count(numerator), count(denominator))}
        {against?.isMet && <span>{text.met}</span>}
        {against && !against.isMet && <b>▼ {text.below(against.below)}</b>}
      </p>
    </div>
  );
}
