import type { ProblemTrend } from "../../../../domain/contract/problems.ts";
import { count } from "../../../../domain/text/count.ts";
import { DAY_MS } from "../../../../domain/time.ts";
import { trendQuery } from "../../../api/queries.ts";
import { whenever } from "../screen-scope.ts";
import { niceScale } from "./nice-scale.ts";
import { definePanel, type PanelProps } from "./panel.ts";

const DAYS = 30;

/** 近 30 天未办结: what stood open at the end of each day, whenever it was reported. */
export const trend = definePanel({
  id: "trend",
  title: (text) => text.screen.trend.title,
  note: ({ text }) => text.screen.trend.note,
  query: (scope) => trendQuery(whenever(scope), DAYS),
  counts: whenever,
  why: ({ screen }) => [screen.trend.why],
  View: TrendView,
});

/** Units: numbers stand left of the line, days below it. */
const [WIDTH, HEIGHT] = [412, 126];
const [LEFT, TOP, RIGHT, BOTTOM] = [60, 10, WIDTH - 8, HEIGHT - 26];
const LABEL = 16;

function TrendView({ data: { open }, scope }: PanelProps<ProblemTrend>) {
  const { clock, now, text } = scope;
  const { from, to, marks } = niceScale(open);
  const y = (n: number) => BOTTOM - ((n - from) / (to - from)) * (BOTTOM - TOP);
  const x = (day: number) => LEFT + (day / Math.max(1, open.length - 1)) * (RIGHT - LEFT);
  const points = open.map((n, day) => `${x(day).toFixed(1)},${y(n).toFixed(1)}`);
  const dayName = (ago: number) =>
    clock.toDate(clock.dayStart(now) - (ago - 0.5) * DAY_MS).slice(5);
  const label = { fill: "var(--text-3)", fontSize: LABEL };
  return (
    <svg
      className="wall-trend"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={text.screen.trend.title}
    >
      {marks.map((mark) => (
        <g key={mark}>
          <line x1={LEFT} x2={RIGHT} y1={y(mark)} y2={y(mark)} stroke="var(--line)" />
          <text x={LEFT - 8} y={y(mark) + 6} textAnchor="end" {...label}>
            {count(mark)}
          </text>
        </g>
      ))}
      <polyline points={points.join(" ")} fill="none" stroke="var(--spark)" strokeWidth="2" />
      <circle cx={x(open.length - 1)} cy={y(open.at(-1) ?? 0)} r="4" fill="var(--spark)" />
      <text x={LEFT} y={HEIGHT - 4} {...label}>
        {dayName(open.length - 1)}
      </text>
      <text x={RIGHT} y={HEIGHT - 4} textAnchor="end" {...label}>
        {dayName(0)}
      </text>
    </svg>
  );
}
