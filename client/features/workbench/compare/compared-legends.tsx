import { useQuery } from "@tanstack/react-query";
import { backlogColours, heatColours } from "../../../../domain/heat-ramp.ts";
import { legendQuery } from "../../../api/queries.ts";
import { shadeOf } from "../../../app/theme.ts";
import { useCityFormat } from "../../../state/use-city-format.ts";
import { useFilter, useRunning, useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { useText } from "../../../text/use-text.ts";
import { Ramp } from "../legend/ramp.tsx";
import { useFilterWords } from "../legend/use-filter-words.ts";

/** A card for either side: what it shows, its unit and bands; and what holds for both. */
export function ComparedLegends() {
  const text = useText();
  const [url] = useWorkbenchUrl();
  const { city } = useRunning();
  const filter = useFilter();
  const format = useCityFormat();
  const filterWords = useFilterWords(url);
  const { data: legend } = useQuery(legendQuery(filter));
  const shade = shadeOf(url.theme === "night" ? "night" : "day");
  if (!legend) return null;
  const { kernel, reported, halfLifeDays } = legend;
  const halfLife = text.legend.halfLife(halfLifeDays);
  const asOf = filter.asOf === undefined ? "" : text.legend.asOf(format.fullMinute(filter.asOf));
  return (
    <>
      <section className="card legend compared-left" aria-label={text.compare.reported}>
        <Ramp
          title={text.compare.reported}
          unit={text.compare.reportedUnit}
          colours={backlogColours[shade]}
          breaks={reported.breaks}
        />
        <p className="facts">
          {text.compare.everyReport} · {halfLife} · {text.legend.kernel(reported.bandwidthM)}
        </p>
        <p className="facts">{filterWords}</p>
      </section>
      <section className="card legend compared-right" aria-label={text.compare.returning}>
        <Ramp
          title={text.compare.returning}
          unit={text.legend.perKm2}
          colours={heatColours[shade]}
          breaks={kernel.breaks}
        />
        <p className="facts">
          {text.legend.own} · {halfLife} · {text.legend.kernel(kernel.bandwidthM)}
        </p>
        <p className="facts">
          {asOf}
          {city.isDemo && ` · ${text.demoData}`}
        </p>
      </section>
    </>
  );
}
