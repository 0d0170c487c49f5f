import { useQuery } from "@tanstack/react-query";
import { count } from "../../../domain/text/count.ts";
import { countQuery, trendQuery, zonesQuery } from "../../api/queries.ts";
import { pickedText } from "../../state/url-state.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useFilter, useWorkbenchUrl } from "../../state/workbench-state.ts";
import { useText } from "../../text/use-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { BarList } from "../../ui/bar-list.tsx";
import { Sparkline } from "../../ui/sparkline.tsx";
import { Stat } from "../../ui/stat.tsx";

const DAYS = 30;
const WORST = 6;

/** A zone of any level: who leads it, how it stands, how that developed, what is worst. */
export function ZonePanel({ id }: { readonly id: string }) {
  const text = useText();
  const format = useCityFormat();
  const [, set] = useWorkbenchUrl();
  const filter = useFilter();
  const here = { ...filter, zone: id };
  const { data: zones, error, isPending, refetch } = useQuery(zonesQuery(filter, "all"));
  const { data: counts } = useQuery(countQuery(here));
  const { data: trend } = useQuery(trendQuery(here, DAYS));
  const zone = zones?.features.find(({ properties }) => properties.id === id)?.properties;
  const inside = zones?.features.filter(({ properties }) => properties.parentId === id) ?? [];
  const worst = Object.entries(counts?.byCategory ?? {})
    .sort((a, b) => b[1] - a[1])
    .slice(0, WORST);
  return (
    <AsyncState
      isLoading={isPending}
      error={error}
      isEmpty={zones !== undefined && !zone}
      empty={text.search.none}
      lines={8}
      onRetry={() => void refetch()}
    >
      {zone && (
        <>
          <header className="drawer-title">
            <h2>{zone.name}</h2>
            <p>
              {text.zone.per[zone.level]} · {zone.id}
            </p>
          </header>
          <div className="stats">
            <Stat label={text.zone.open} value={count(zone.openCount)} />
            <Stat
              label={text.zone.overdue}
              value={count(zone.overdueCount)}
              isBad={zone.overdueCount > 0}
            />
            <Stat label={text.zone.recurrences} value={count(zone.recurrenceCount)} />
            <Stat label={text.zone.total} value={counts ? count(counts.total) : "—"} />
          </div>
          <dl className="facts-list">
            <div>
              <dt>{text.zone.leads}</dt>
              <dd data-testid="leads">
                {zone.leads.length === 0 ? (
                  <span className="defect">{text.zone.noLead}</span>
                ) : (
                  zone.leads.map((person) => (
                    <button
                      type="button"
                      className="link chip"
                      key={person}
                      onClick={() => set({ person })}
                    >
                      {person}
                    </button>
                  ))
                )}
              </dd>
            </div>
            {zone.units.length > 0 && (
              <div>
                <dt>{text.zone.units}</dt>
                <dd>{zone.units.map((unit) => format.unit(unit)).join("、")}</dd>
              </div>
            )}
          </dl>
          <section>
            <header className="section-title">
              <h3>{text.zone.trend}</h3>
              <span>
                {trend && `${count(trend.open[0] ?? 0)} → ${count(trend.open.at(-1) ?? 0)}`}
              </span>
            </header>
            <Sparkline values={trend?.open ?? []} label={text.zone.trend} />
          </section>
          <section>
            <header className="section-title">
              <h3>{text.zone.worst}</h3>
              <span>{text.unit.items}</span>
            </header>
            <BarList
              items={worst.map(([code, value]) => ({
                key: code,
                label: format.category(code),
                value,
                text: count(value),
                onPick: () => set({ category: code, zone: id }),
              }))}
            />
          </section>
          {inside.length > 0 && (
            <section>
              <header className="section-title">
                <h3>{text.zone.inside}</h3>
                <span>{text.zone.open}</span>
              </header>
              <BarList
                items={inside
                  .toSorted((a, b) => b.properties.openCount - a.properties.openCount)
                  .map(({ properties }) => ({
                    key: properties.id,
                    label: properties.name,
                    value: properties.openCount,
                    text: count(properties.openCount),
                    onPick: () => set({ pick: pickedText({ kind: "zone", id: properties.id }) }),
                  }))}
              />
            </section>
          )}
          <footer className="drawer-actions">
            <button type="button" className="button" onClick={() => set({ zone: id })}>
              {text.zone.filterHere}
            </button>
          </footer>
        </>
      )}
    </AsyncState>
  );
}
