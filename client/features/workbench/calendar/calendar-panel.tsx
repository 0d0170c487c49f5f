import { useQuery } from "@tanstack/react-query";
import type { Calendar } from "../../../../domain/contract/calendar.ts";
import { backlogColours, heatColours } from "../../../../domain/heat-ramp.ts";
import { count } from "../../../../domain/text/count.ts";
import { calendarQuery } from "../../../api/analysis-queries.ts";
import { shadeOf } from "../../../app/theme.ts";
import { type CalendarMeasure, calendarMeasures, pickedText } from "../../../state/url-state.ts";
import { useFilter, useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { useText } from "../../../text/use-text.ts";
import { AsyncState } from "../../../ui/async-state.tsx";
import { BarList } from "../../../ui/bar-list.tsx";
import { calendarShades, type Shades } from "./calendar-shades.ts";
import { HourTable } from "./hour-table.tsx";
import "./calendar.css";

/** When it is reported, and when it comes back: weekday × hour, and by month, under the page's filter. */
export function CalendarPanel({ measure }: { readonly measure: CalendarMeasure }) {
  const text = useText();
  const [, set] = useWorkbenchUrl();
  const { data, error, isPending, refetch } = useQuery(calendarQuery(useFilter()));
  return (
    <>
      <header className="drawer-title">
        <h2>{text.calendar.title}</h2>
        <p>{text.calendar.basis[measure]}</p>
      </header>
      <div className="segments calendar-measures">
        {calendarMeasures.map((name) => (
          <button
            type="button"
            key={name}
            aria-pressed={name === measure}
            onClick={() => set({ pick: pickedText({ kind: "calendar", measure: name }) })}
          >
            {text.calendar.measures[name]}
          </button>
        ))}
      </div>
      <AsyncState isLoading={isPending} error={error} lines={8} onRetry={() => void refetch()}>
        {data && <Counts counts={data[measure]} measure={measure} />}
      </AsyncState>
    </>
  );
}

type CountsProps = {
  readonly counts: Calendar[CalendarMeasure];
  readonly measure: CalendarMeasure;
};

function Counts({ counts: { total, weekdayHour, months }, measure }: CountsProps) {
  const text = useText();
  const [url] = useWorkbenchUrl();
  const theme = shadeOf(url.theme === "night" ? "night" : "day");
  const colours = (measure === "reported" ? backlogColours : heatColours)[theme];
  const shades = calendarShades(weekdayHour.flat());
  return (
    <>
      <p className="calendar-total" data-testid="calendar-total">
        {text.calendar.total[measure](count(total))}
      </p>
      <header className="section-title">
        <h3>{text.calendar.hours}</h3>
        <span>{text.calendar.pick}</span>
      </header>
      <HourTable counts={weekdayHour} shades={shades} colours={colours} />
      <ShadeLegend shades={shades} colours={colours} />
      <header className="section-title">
        <h3>{text.calendar.months}</h3>
        <span>{measure === "reported" ? text.unit.items : text.unit.times}</span>
      </header>
      <BarList
        items={months.map(({ month, count: n }) => ({
          key: month,
          label: month,
          value: n,
          text: count(n),
        }))}
      />
    </>
  );
}

type ShadeLegendProps = { readonly shades: Shades; readonly colours: readonly string[] };

function ShadeLegend({ shades: { ranges }, colours }: ShadeLegendProps) {
  const text = useText();
  return (
    <ul className="shade-legend" aria-label={text.calendar.shades}>
      <li>
        <i />
        {text.calendar.none}
      </li>
      {ranges.map(([low, high], i) => (
        <li key={low} title={text.calendar.range(count(low), count(high))}>
          <i style={{ background: colours[i] }} />
          {count(low)}
        </li>
      ))}
    </ul>
  );
}
