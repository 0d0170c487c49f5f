import { useQuery } from "@tanstack/react-query";
import { cityClock, DAY_MS } from "../../../domain/time.ts";
import { suggestedVisitsQuery } from "../../api/field-queries.ts";
import type { ActQueue } from "../../state/use-act-queue.ts";
import { useFieldText } from "../../text/field-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { useFieldCity } from "./field-city.ts";

type SuggestedSectionProps = { readonly asOf: string; readonly queue: ActQueue };

/** Closed problems worth a visit; one tap adds one to today's round. */
export function SuggestedSection({ asOf, queue }: SuggestedSectionProps) {
  const { round: text } = useFieldText();
  const { city, format, viewer } = useFieldCity();
  const found = useQuery(suggestedVisitsQuery);
  const clock = cityClock(city.timezone);
  const mayPlan = viewer.role !== "unit" && viewer.can.includes("act");
  const planning = new Set(
    queue.waiting.filter(({ act }) => act.act === "plan-visit").map(({ problemId }) => problemId),
  );
  /** The last minute of the city's day: later than now, whenever it is tapped. */
  const tonight = () => clock.toIso(clock.dayStart(Date.now()) + DAY_MS - 60_000);
  return (
    <section className="phone-section">
      <header className="field-section-head">
        <h2>{text.suggested}</h2>
      </header>
      {found.data && <p className="field-hint">{text.suggestedHint(found.data.relapseDays)}</p>}
      <AsyncState
        isLoading={found.isPending}
        error={found.data ? null : found.error}
        isEmpty={found.data?.suggestions.length === 0}
        empty={<p className="phone-card phone-none">{text.noSuggestions}</p>}
        onRetry={() => void found.refetch()}
      >
        <ul className="phone-list">
          {found.data?.suggestions.map(({ feature, returns }) => {
            const { id, address, category, closedAt, version } = feature.properties;
            const isPlanned = planning.has(id) || queue.taken.has(id);
            return (
              <li key={id} className="phone-card phone-head" data-testid="suggestion">
                <span className="phone-name">
                  <strong>{address ?? format.category(category)}</strong>
                  <span>
                    {format.category(category)}
                    {closedAt !== null && ` · ${text.closedAt(format.day(closedAt))}`}
                    {returns > 0 && <b className="field-returns">{text.returns(returns)}</b>}
                  </span>
                </span>
                {mayPlan && (
                  <button
                    type="button"
                    className="phone-button"
                    disabled={isPlanned}
                    aria-label={`${text.add} ${address ?? format.category(category)}`}
                    onClick={() =>
                      queue.give({
                        problemId: id,
                        title: `${text.add} ${format.category(category)}`,
                        version,
                        seenAt: asOf,
                        act: { act: "plan-visit", visitAt: tonight() },
                        pictures: [],
                      })
                    }
                  >
                    {isPlanned ? text.added : text.add}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      </AsyncState>
    </section>
  );
}
