import { useQuery } from "@tanstack/react-query";
import { rateGroups } from "../../../domain/contract/cases.ts";
import { caseRatesQuery } from "../../api/case-rates-query.ts";
import { zonesQuery } from "../../api/queries.ts";
import { DeskBar } from "../../shell/desk-bar.tsx";
import { useLook } from "../../shell/look.ts";
import { qualityDays, useQualityUrl } from "../../state/quality-url.ts";
import { useRunning } from "../../state/workbench-state.ts";
import { useQualityText } from "../../text/quality-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { RateCard } from "./rate-card.tsx";
import { RateTable } from "./rate-table.tsx";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Rates of the last days, of the city or one zone, and of each group. */
export function QualityDesk() {
  const text = useQualityText().quality;
  const { language } = useLook();
  const { clock } = useRunning();
  const [url, set] = useQualityUrl();
  const days = qualityDays.find((each) => each === url.days) ?? "30";
  const by = rateGroups.find((each) => each === url.by) ?? "zone";
  // By the minute, so that the clock's ticks do not ask anew.
  const now =
    Math.floor(Date.parse(clock.liveAt ?? new Date().toISOString()) / MINUTE_MS) * MINUTE_MS;
  const from = new Date(now - Number(days) * DAY_MS).toISOString();
  const query = useQuery(caseRatesQuery({ from, by, zone: url.zone, lang: language }));
  const zones = useQuery(zonesQuery({}, "zone"));
  return (
    <div className="quality">
      <DeskBar current="quality" />
      <main>
        <div className="quality-tools">
          <fieldset>
            <legend>{text.period}</legend>
            {qualityDays.map((each) => (
              <button
                type="button"
                key={each}
                aria-pressed={each === days}
                onClick={() => set({ days: each === "30" ? undefined : each })}
              >
                {text.days[each]}
              </button>
            ))}
          </fieldset>
          <label>
            {text.zone}
            <select
              value={url.zone ?? ""}
              onChange={(event) => set({ zone: event.target.value || undefined })}
            >
              <option value="">{text.wholeCity}</option>
              {zones.data?.features.map(({ properties }) => (
                <option key={properties.id} value={properties.id}>
                  {properties.name}
                </option>
              ))}
            </select>
          </label>
          <fieldset>
            <legend>{text.groups}</legend>
            {rateGroups.map((each) => (
              <button
                type="button"
                key={each}
                aria-pressed={each === by}
                onClick={() => set({ by: each === "zone" ? undefined : each })}
              >
                {text.by[each]}
              </button>
            ))}
          </fieldset>
        </div>
        <AsyncState
          isLoading={query.isPending}
          error={query.error}
          lines={6}
          onRetry={() => void query.refetch()}
        >
          {query.data && (
            <>
              <p className="quality-span">
                {text.span(query.data.from.slice(0, 10), query.data.to.slice(0, 10))}
              </p>
              <div className="rate-cards">
                {query.data.rates.map((rate) => (
                  <RateCard key={rate.name} rate={rate} />
                ))}
                <section className="rate-card" aria-label={text.unverified}>
                  <h3>{text.unverified}</h3>
                  <p className="rate-value">
                    {text.pieces(query.data.unverified.toLocaleString("en"))}
                  </p>
                  <p className="rate-formula">{text.unverifiedHint}</p>
                  {query.data.bulkUnverified > 0 && (
                    <p className="is-late">
                      {text.bulk(query.data.bulkUnverified.toLocaleString("en"))}
                    </p>
                  )}
                </section>
              </div>
              <RateTable data={query.data} by={by} />
              <p className="quality-basis">{text.basis}</p>
            </>
          )}
        </AsyncState>
      </main>
    </div>
  );
}
