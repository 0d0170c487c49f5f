import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import type { RecurrenceLegend } from "../../../domain/contract/recurrence.ts";
import { backlogColours, heatColours } from "../../../domain/heat-ramp.ts";
import { DAY_MS } from "../../../domain/time.ts";
import { legendQuery } from "../../api/queries.ts";
import { shadeOf } from "../../app/theme.ts";
import { hexResolution, MARKS_FROM_ZOOM, PLACES_FROM_ZOOM } from "../../map/zoom-steps.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { readLayers } from "../../state/visible-layers.ts";
import { useFilter, useRunning, useWorkbenchUrl } from "../../state/workbench-state.ts";
import { useText } from "../../text/use-text.ts";
import { HotSpotLegend } from "./legend/hot-spot-legend.tsx";
import { ClassKeys, LineKey, RingKeys } from "./legend/map-keys.tsx";
import { Ramp } from "./legend/ramp.tsx";
import { useFilterWords } from "./legend/use-filter-words.ts";
import "./legend/legend.css";

const DutyLegend = lazy(async () => ({
  default: (await import("./responsibility/duty-legend.tsx")).DutyLegend,
}));

/** What the map shows, in which unit, under which filter, as of when. */
export function LegendCard({ zoom }: { readonly zoom: number }) {
  const text = useText();
  const [url] = useWorkbenchUrl();
  const shown = useShown(zoom);
  const { data: legend } = useQuery(legendQuery(useFilter()));
  const shade = shadeOf(url.theme === "night" ? "night" : "day");
  if (!legend) return null;
  return (
    <section className="card legend" aria-label={text.legend.recurrence}>
      {shown.hasRate && (
        <Ramp
          title={shown.heat ? text.legend.recurrenceHeat : text.legend.recurrence}
          unit={text.legend.perKm2}
          colours={heatColours[shade]}
          breaks={shown.hexagons ? hexBreaks(legend, hexResolution(zoom)) : legend.kernel.breaks}
        />
      )}
      {shown.backlog && (
        <Ramp
          title={text.legend.backlog}
          unit={text.legend.openPerKm2}
          colours={backlogColours[shade]}
          breaks={legend.backlog.breaks}
        />
      )}
      {url.colour !== undefined && (
        <Suspense>
          <DutyLegend />
        </Suspense>
      )}
      {shown.hotSpots && <HotSpotLegend />}
      {shown.classes && <ClassKeys zoom={zoom} />}
      {shown.clusters && <RingKeys zoom={zoom} />}
      {shown.sections && (
        <p className="keys">
          <LineKey colour="var(--accent)" label={text.legend.section} />
        </p>
      )}
      <Facts zoom={zoom} legend={legend} shown={shown} />
    </section>
  );
}

type Shown = ReturnType<typeof useShown>;

/** Which measures and marks are on the map at a zoom. */
function useShown(zoom: number) {
  const [url] = useWorkbenchUrl();
  const on = readLayers(url.layers);
  const [heat, backlog] = [on.has("heat"), on.has("backlog")];
  const hexagons = on.has("hexagons") && zoom < PLACES_FROM_ZOOM;
  const circles = on.has("recurring") && zoom >= PLACES_FROM_ZOOM;
  return {
    heat,
    backlog,
    hexagons,
    circles,
    hasRate: hexagons || heat || (circles && !backlog),
    hotSpots: on.has("hot-spots"),
    classes: on.has("recurring") && zoom >= MARKS_FROM_ZOOM,
    clusters: on.has("clusters"),
    sections: on.has("sections"),
  };
}

type FactsProps = {
  readonly zoom: number;
  readonly legend: RecurrenceLegend;
  readonly shown: Shown;
};

/** Half-life, resolution, bandwidth, filter, as of when, and what to be careful about. */
function Facts({ zoom, legend, shown }: FactsProps) {
  const text = useText();
  const [url] = useWorkbenchUrl();
  const { city } = useRunning();
  const { asOf } = useFilter();
  const format = useCityFormat();
  const filterWords = useFilterWords(url);
  const isRecurrence = shown.hasRate || shown.classes || shown.hotSpots;
  const hasKernel = shown.heat || shown.backlog || shown.circles;
  const seenAt = asOf === undefined ? Date.parse(legend.asOf) : format.instant(asOf);
  const isYoung = isFirstYear(legend, seenAt);
  const measure = [
    isRecurrence && text.legend.own,
    (shown.hasRate || shown.classes) && text.legend.halfLife(legend.halfLifeDays),
    shown.hexagons && text.legend.resolution(hexResolution(zoom)),
    hasKernel && text.legend.kernel(legend.kernel.bandwidthM),
    filterWords,
  ];
  const moment = [
    asOf !== undefined && text.legend.asOf(format.fullMinute(asOf)),
    city.isDemo && text.demoData,
  ];
  const caution = [
    isRecurrence && isYoung && text.legend.firstYear,
    shown.classes && isYoung && text.analysis.firstYearClasses,
  ];
  return (
    <>
      {[measure, moment, caution].map((parts, line) => {
        const words = parts.filter(Boolean).join(" · ");
        return (
          words !== "" && (
            <p className="facts" key={["measure", "moment", "caution"][line]}>
              {words}
            </p>
          )
        );
      })}
    </>
  );
}

function hexBreaks({ hexagons }: RecurrenceLegend, resolution: number): readonly number[] {
  return hexagons.find((scale) => scale.resolution === resolution)?.breaks ?? [];
}

/** In its first year a city's new and resolved places mean little; looking back it may not have been older. */
function isFirstYear({ historyStart, windowDays }: RecurrenceLegend, seenAt: number): boolean {
  return seenAt - Date.parse(historyStart) < windowDays * DAY_MS;
}
