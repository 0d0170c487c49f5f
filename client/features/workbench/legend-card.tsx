import { useQuery } from "@tanstack/react-query";
import type { RecurrenceLegend } from "../../../domain/contract/recurrence.ts";
import { backlogColours, heatColours } from "../../../domain/heat-ramp.ts";
import { DAY_MS } from "../../../domain/time.ts";
import { legendQuery } from "../../api/queries.ts";
import { shadeOf } from "../../app/theme.ts";
import { hexResolution, PLACES_FROM_ZOOM } from "../../map/zoom-steps.ts";
import { figure } from "../../state/city-format.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { readLayers } from "../../state/visible-layers.ts";
import { useFilter, useRunning, useWorkbenchUrl } from "../../state/workbench-state.ts";
import { useText } from "../../text/use-text.ts";
import { MapMark } from "../../ui/map-mark.tsx";

/** What the map shows, in which unit, under which filter, as of when. */
export function LegendCard({ zoom }: { readonly zoom: number }) {
  const text = useText();
  const [url] = useWorkbenchUrl();
  const { city } = useRunning();
  const filter = useFilter();
  const format = useCityFormat();
  const on = readLayers(url.layers);
  const { data: legend } = useQuery(legendQuery(filter));
  const shade = shadeOf(url.theme === "night" ? "night" : "day");
  const asOf = filter.asOf === undefined ? "" : text.legend.asOf(format.fullMinute(filter.asOf));
  const isHex = on.has("hexagons") && zoom < PLACES_FROM_ZOOM;
  const isHeat = on.has("heat");
  const isBacklog = on.has("backlog");
  const isPlaces = on.has("recurring") && zoom >= PLACES_FROM_ZOOM;
  if (!legend) return null;
  return (
    <section className="card legend" aria-label={text.legend.recurrence}>
      {(isHex || isHeat || (isPlaces && !isBacklog)) && (
        <>
          <header>
            <h2>{isHeat ? text.legend.recurrenceHeat : text.legend.recurrence}</h2>
            <span className="unit">{text.legend.perKm2}</span>
          </header>
          <Ramp
            colours={heatColours[shade]}
            breaks={isHex ? hexBreaks(legend, hexResolution(zoom)) : legend.kernel.breaks}
          />
        </>
      )}
      {isBacklog && (
        <>
          <header>
            <h2>{text.legend.backlog}</h2>
            <span className="unit">{text.legend.openPerKm2}</span>
          </header>
          <Ramp colours={backlogColours[shade]} breaks={legend.backlog.breaks} />
        </>
      )}
      {on.has("clusters") && (
        <p className="keys">
          <span className="muted">{text.legend.ring}</span>
          <Key colour="var(--open)" label={text.statuses.inTime} />
          <Key colour="var(--overdue)" label={text.statuses.overdue} />
          <Key colour="var(--closed)" label={text.statuses.closed} />
        </p>
      )}
      {on.has("clusters") && zoom >= PLACES_FROM_ZOOM - 1 && (
        <p className="keys">
          <span className="muted">{text.list.title}</span>
          {(["open", "overdue", "closed"] as const).map((status) => (
            <span key={status}>
              <MapMark status={status} /> {text.statuses[status]}
            </span>
          ))}
        </p>
      )}
      {isPlaces && (
        <p className="keys muted">
          {text.legend.place} · {text.legend.placeRing}
        </p>
      )}
      {on.has("sections") && (
        <p className="keys">
          <Key colour="var(--accent)" label={text.legend.section} />
        </p>
      )}
      <p className="facts">
        {(isHex || isHeat || isPlaces) &&
          `${text.legend.own} · ${text.legend.halfLife(legend.halfLifeDays)} · `}
        {isHex && `${text.legend.resolution(hexResolution(zoom))} · `}
        {(isHeat || isBacklog || isPlaces) && `${text.legend.kernel(legend.kernel.bandwidthM)} · `}
        {filterFacts(
          url.category?.split(",").map((code) => format.category(code)) ?? [],
          text.legend.allCategories,
        )}
      </p>
      <p className="facts">
        {asOf}
        {city.isDemo && ` · ${text.demoData}`}
        {isYoung(legend) && ` · ${text.legend.firstYear}`}
      </p>
    </section>
  );
}

function Ramp({
  colours,
  breaks,
}: {
  readonly colours: readonly string[];
  readonly breaks: readonly number[];
}) {
  return (
    <div className="ramp">
      {colours.map((colour, band) => (
        <span key={colour}>
          <i style={{ background: colour }} />
          {figure(breaks[band] ?? 0)}
        </span>
      ))}
    </div>
  );
}

function Key({ colour, label }: { readonly colour: string; readonly label: string }) {
  return (
    <span>
      <i className="stroke" style={{ background: colour }} /> {label}
    </span>
  );
}

function hexBreaks({ hexagons }: RecurrenceLegend, resolution: number): readonly number[] {
  return hexagons.find((scale) => scale.resolution === resolution)?.breaks ?? [];
}

function filterFacts(names: readonly string[], all: string): string {
  if (names.length === 0) return all;
  return names.length <= 2 ? names.join("、") : `${names[0]} +${names.length - 1}`;
}

/** In its first year a city's new and resolved places mean little. */
function isYoung({ historyStart, asOf, windowDays }: RecurrenceLegend): boolean {
  return Date.parse(asOf) - Date.parse(historyStart) < windowDays * DAY_MS;
}
