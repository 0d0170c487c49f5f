import type { CalendarCounts } from "../../../../domain/contract/calendar.ts";
import { DAY_MS } from "../../../../domain/time.ts";
import { calendarQuery } from "../../../api/analysis-queries.ts";
import { count } from "../../../state/city-format.ts";
import { earlier } from "../screen-scope.ts";
import { definePanel, type PanelProps } from "./panel.ts";

type Hours = {
  /** Reports of today by the hour, 0 … 23. */
  readonly today: readonly number[];
  /** Mean of the seven days before. */
  readonly mean: readonly number[];
  readonly total: number;
};

const DAYS = 7;

/** 今日上报: by the hour, beside what is usual. */
export const hours = definePanel({
  id: "hours",
  title: (text) => text.screen.hours.title,
  note: ({ text }) => text.screen.hours.note,
  query: (scope) => {
    const { filter, clock, client, now } = scope;
    const midnight = clock.dayStart(now);
    const today = { ...filter, from: clock.toIso(midnight) };
    const before = {
      ...earlier(scope, 0),
      from: clock.toIso(clock.dayStart(midnight - DAYS * DAY_MS + DAY_MS / 2)),
      to: clock.toIso(midnight),
    };
    return {
      queryKey: ["wall-hours", today, before.asOf],
      queryFn: async (): Promise<Hours> => {
        const [own, past] = await Promise.all([
          client.ensureQueryData(calendarQuery(today)),
          client.ensureQueryData(calendarQuery(before)),
        ]);
        return {
          today: byHour(own.reported),
          mean: byHour(past.reported).map((n) => n / DAYS),
          total: own.reported.total,
        };
      },
    };
  },
  why: ({ screen }) => [screen.hours.why],
  View: HoursView,
});

function byHour({ weekdayHour }: CalendarCounts): number[] {
  return Array.from({ length: 24 }, (_, hour) =>
    weekdayHour.reduce((sum, day) => sum + (day[hour] ?? 0), 0),
  );
}

const [WIDTH, HEIGHT, AXIS] = [412, 130, 24];

function HoursView({ data, scope }: PanelProps<Hours>) {
  const text = scope.text.screen.hours;
  const { clock, now } = scope;
  const hour = clock.toLocal(now).hour;
  const most = Math.max(4, ...data.today, ...data.mean);
  const step = WIDTH / 24;
  const y = (n: number) => HEIGHT - (n / most) * (HEIGHT - 20);
  return (
    <div className="wall-hours">
      <p className="wall-keys">
        <span>
          <i className="is-bar" /> {text.today(count(data.total))}
        </span>
        <span>
          <i className="is-tick" /> {text.mean}
        </span>
      </p>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + AXIS}`} role="img" aria-label={text.title}>
        <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} stroke="var(--line)" />
        {data.today.map((n, i) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its index
            key={i}
            x={i * step + 2}
            width={step - 5}
            y={y(n)}
            height={HEIGHT - y(n)}
            fill={i === hour ? "var(--open)" : "var(--bar)"}
          />
        ))}
        {data.mean.map((n, i) => (
          <line
            // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its index
            key={i}
            x1={i * step + 1}
            x2={(i + 1) * step - 2}
            y1={y(n)}
            y2={y(n)}
            stroke="var(--text-2)"
            strokeWidth="2"
          />
        ))}
        {[0, 6, 12, 18].map((at) => (
          <text key={at} x={at * step + 2} y={HEIGHT + 20} fill="var(--text-3)" fontSize="16">
            {text.hour(at)}
          </text>
        ))}
      </svg>
    </div>
  );
}
