import type { RecurrenceSummary } from "../../../../domain/contract/recurrence.ts";
import type { RecurrenceSettings } from "../../../../domain/recurrence/params.ts";
import { count } from "../../../../domain/text/count.ts";
import { wilsonText } from "../../../state/place-figures.ts";
import { useText } from "../../../text/use-text.ts";
import { Stat } from "../../../ui/stat.tsx";

type QualityCountsProps = {
  readonly summary: RecurrenceSummary;
  readonly settings: RecurrenceSettings;
};

/** What comes back, beside what was never closed: not closing hides recurrence. */
export function QualityCounts({ summary, settings }: QualityCountsProps) {
  const text = useText();
  const { relapse, total, isFirstYear, historyStart } = summary;
  const share = relapse.n === 0 ? "—" : `${Math.round((100 * relapse.x) / relapse.n)}%`;
  const closings = text.quality.ofClosings(count(relapse.x), count(relapse.n));
  const facts: readonly (readonly [name: string, value: string, isBad: boolean])[] = [
    [
      text.quality.relapse(settings.relapseDays),
      [closings, wilsonText(summary, text.figures)].filter(Boolean).join(" · "),
      false,
    ],
    [text.quality.openPlaces, count(summary.openPlaces), false],
    [text.quality.stalePlaces, count(summary.stalePlaces), summary.stalePlaces > 0],
    [text.quality.openProblems, count(summary.openProblems), false],
    [
      text.quality.staleProblems(settings.staleDays),
      count(summary.staleProblems),
      summary.staleProblems > 0,
    ],
  ];
  return (
    <section data-testid="quality-counts">
      <div className="stats">
        <Stat label={text.quality.places} value={count(total.places)} />
        <Stat label={text.quality.returns} value={count(total.k)} />
        <Stat label={text.quality.relapse(settings.relapseDays)} value={share} />
      </div>
      <dl className="quality-facts">
        {facts.map(([name, value, isBad]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={isBad ? "defect" : ""}>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{text.quality.history}</dt>
          <dd>{text.quality.historyStart(historyStart)}</dd>
        </div>
      </dl>
      <p className="hint-box">{text.quality.backlogHint}</p>
      {isFirstYear && (
        <p className="hint-box">{text.place.firstYear(historyStart, settings.windowDays)}</p>
      )}
    </section>
  );
}
