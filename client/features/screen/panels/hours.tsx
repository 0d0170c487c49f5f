import type { ScreenHours } from "../../../../domain/contract/screen-reads.ts";
import { count } from "../../../../domain/text/count.ts";
import { hoursQuery } from "../../../api/screen-queries.ts";
import { type NiceScale, niceScale } from "./nice-scale.ts";
import { definePanel, type PanelProps } from "./panel.ts";

/** 今日上报与办结: by the hour, beside what usually comes in. */
export const hours = definePanel({
  id: "hours",
  title: (text) => text.screen.hours.title,
  note: ({ text }) => text.screen.hours.note,
  query: ({ filter }) => hoursQuery(filter),
  why: ({ screen }) => [screen.hours.why],
  View: HoursView,
});

/** Units, with numbers on the left and the line of hours below. */
const [WIDTH, HEIGHT, AXIS, LEFT] = [412, 130, 24, 40];
const TOP = 8;
const STEP = (WIDTH - LEFT) / 24;
const BAR = 6;
/** A day with little to tell is not blown up. */
const LEAST_SCALE = 4;

function HoursView({ data, scope }: PanelProps<ScreenHours>) {
  const text = scope.text.screen.hours;
  const scale = scaleOf(data.hours);
  const sum = (part: "reported" | "closed") =>
    count(data.hours.reduce((total, hour) => total + hour[part], 0));
  return (
    <div className="wall-hours">
      <p className="wall-keys">
        <span>
          <i className="is-reported" /> {text.reported(sum("reported"))}
        </span>
        <span>
          <i className="is-closed" /> {text.closed(sum("closed"))}
        </span>
        <span>
          <i className="is-tick" /> {text.usual}
        </span>
      </p>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + AXIS}`} role="img" aria-label={text.title}>
        <Marks scale={scale} />
        <Bars hours={data.hours} scale={scale} />
        {[0, 6, 12, 18].map((at) => (
          <text
            key={at}
            x={LEFT + at * STEP + 2}
            y={HEIGHT + 20}
            fill="var(--text-3)"
            fontSize="16"
          >
            {text.hour(at)}
          </text>
        ))}
      </svg>
    </div>
  );
}

type ScaleProps = { readonly scale: NiceScale };

/** From nothing to the highest of bars and lines. */
function scaleOf(hours: ScreenHours["hours"]): NiceScale {
  const values = hours.flatMap(({ reported, closed, usualReported }) => [
    reported,
    closed,
    usualReported,
  ]);
  return niceScale([0, LEAST_SCALE, ...values]);
}

function heightAt(n: number, { to }: NiceScale): number {
  return HEIGHT - (n / to) * (HEIGHT - TOP);
}

function Marks({ scale }: ScaleProps) {
  return scale.marks.map((mark) => (
    <g key={mark}>
      <line
        x1={LEFT}
        x2={WIDTH}
        y1={heightAt(mark, scale)}
        y2={heightAt(mark, scale)}
        stroke="var(--line)"
      />
      <text
        x={LEFT - 8}
        y={heightAt(mark, scale) + 6}
        textAnchor="end"
        fill="var(--text-3)"
        fontSize="16"
      >
        {count(mark)}
      </text>
    </g>
  ));
}

function Bars({ hours, scale }: Pick<ScreenHours, "hours"> & ScaleProps) {
  const y = (n: number) => heightAt(n, scale);
  const bar = (x: number, n: number, fill: string) => (
    <rect x={x} width={BAR} y={y(n)} height={HEIGHT - y(n)} fill={fill} />
  );
  return hours.map(({ hour, reported, closed, usualReported }) => {
    const x = LEFT + hour * STEP + 1;
    return (
      <g key={hour}>
        {bar(x, reported, "var(--open)")}
        {bar(x + BAR + 1, closed, "var(--closed)")}
        <line
          x1={x - 1}
          x2={x + 2 * BAR + 2}
          y1={y(usualReported)}
          y2={y(usualReported)}
          stroke="var(--text-2)"
          strokeWidth="2"
        />
      </g>
    );
  });
}
