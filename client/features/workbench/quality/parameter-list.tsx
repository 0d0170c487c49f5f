import type { RecurrenceSettings } from "../../../../domain/recurrence/params.ts";
import { useText } from "../../../text/use-text.ts";
import type { Text } from "../../../text/zh-cn.ts";

/** Every setting of the measure, as it stands. */
export function ParameterList({ settings }: { readonly settings: RecurrenceSettings }) {
  const text = useText();
  return (
    <section>
      <header className="section-title">
        <h3>{text.quality.parameters}</h3>
        <span>pack.json</span>
      </header>
      <dl className="quality-facts">
        {parametersOf(settings, text).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function parametersOf(
  settings: RecurrenceSettings,
  { quality }: Text,
): readonly (readonly [name: string, value: string])[] {
  const { names, days, hours, metres } = quality;
  const { class: rule, confidence, planeOrigin } = settings;
  return [
    [names.halfLifeDays, days(settings.halfLifeDays)],
    [names.windowDays, days(settings.windowDays)],
    [names.staleDays, days(settings.staleDays)],
    [names.relapseDays, days(settings.relapseDays)],
    [names.quickDays, days(settings.quickDays)],
    [names.recentDays, days(rule.recentDays)],
    [names.radiusM, metres(settings.radiusM)],
    [names.graceHours, hours(settings.graceHours)],
    [names.kernelM, metres(settings.kernelM)],
    [names.stackAddresses, String(settings.stackAddresses)],
    [names.priorMinPlaces, String(settings.priorMinPlaces)],
    [names.confidence, `${confidence.high} · ${confidence.medium}`],
    [
      names.persistent,
      quality.persistentRule(
        rule.persistentMinBins,
        rule.bins,
        rule.binDays,
        rule.persistentMinRecent,
      ),
    ],
    [names.trend, quality.trendRule(rule.trendMinK, rule.trendZ.toFixed(3), rule.trendMinRecent)],
    [names.resolved, quality.resolvedRule(rule.resolvedMinK, rule.quietMinDays, rule.quietP)],
    [names.planeOrigin, planeOrigin ? planeOrigin.join(", ") : "—"],
  ];
}
