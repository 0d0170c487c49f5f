import { useQuery } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { count } from "../../../domain/text/count.ts";
import { DAY_MS } from "../../../domain/time.ts";
import { trendQuery } from "../../api/queries.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useFilter, useRunning, useWorkbenchUrl } from "../../state/workbench-state.ts";
import { useText } from "../../text/use-text.ts";
import { CalendarButton } from "./calendar/calendar-button.tsx";
import { clampDay, daysOfStrip, endOfStrip } from "./strip-days.ts";
import { PlayControls } from "./time/play-controls.tsx";
import { useTimePlay } from "./time/use-time-play.ts";

type Handle = "from" | "to" | "asOf";

/** Reports per day; handles choose the days of reporting, and how far to look back. */
export function TimeStrip() {
  const text = useText();
  const format = useCityFormat();
  const { city, clock } = useRunning();
  const [url, set] = useWorkbenchUrl();
  const { from: _, to: __, ...others } = useFilter();
  const end = endOfStrip(city.lastReportedAt, clock.liveAt ?? city.now);
  const strip = useMemo(
    () => daysOfStrip(city.firstReportedAt, end, format.dayStart),
    [city.firstReportedAt, end, format],
  );
  const { data } = useQuery(trendQuery({ ...others, asOf: end }, strip.count));
  const track = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<{ handle: Handle; day: number } | null>(null);

  const dayOf = (value: string | undefined, absent: number) => {
    const start = value === undefined ? null : format.dayStart(value);
    return start === null
      ? absent
      : clampDay(Math.round((start - strip.start) / DAY_MS), strip.count);
  };
  const at = {
    from: dayOf(url.from, 0),
    to: dayOf(url.to, strip.count),
    asOf: dayOf(url.asOf, strip.count),
    ...(dragged && { [dragged.handle]: dragged.day }),
  };
  const dateAt = (day: number) => format.date(strip.start + day * DAY_MS + DAY_MS / 2);
  const percent = (day: number) => `${(100 * day) / strip.count}%`;
  const reported = data?.reported ?? [];
  const top = Math.max(...reported, 1);

  function commit({ handle, day }: { handle: Handle; day: number }): void {
    const isAtEnd = day >= strip.count;
    if (handle === "asOf") set({ asOf: isAtEnd ? undefined : dateAt(day) });
    if (handle === "from") set({ from: day <= 0 ? undefined : dateAt(Math.min(day, at.to - 1)) });
    if (handle === "to") set({ to: isAtEnd ? undefined : dateAt(Math.max(day, at.from + 1)) });
  }

  const play = useTimePlay({
    day: at.asOf,
    span: { start: at.from, end: at.to },
    onDay: (day) => commit({ handle: "asOf", day }),
  });

  function handle(name: Handle, label: string) {
    const day = at[name];
    const step = (days: number) => commit({ handle: name, day: clampDay(day + days, strip.count) });
    return (
      <button
        type="button"
        role="slider"
        className={`handle ${name}`}
        style={{ left: percent(day) }}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={strip.count}
        aria-valuenow={day}
        aria-valuetext={dateAt(day)}
        onKeyDown={(event) => {
          if (event.key === "ArrowLeft") step(-1);
          else if (event.key === "ArrowRight") step(1);
          else if (event.key === "PageDown") step(-7);
          else if (event.key === "PageUp") step(7);
          else return;
          event.preventDefault();
        }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDragged({ handle: name, day });
        }}
        onPointerMove={(event) => {
          const box = track.current?.getBoundingClientRect();
          if (!dragged || !box) return;
          const share = (event.clientX - box.left) / box.width;
          setDragged({ handle: name, day: clampDay(Math.round(share * strip.count), strip.count) });
        }}
        onPointerUp={() => {
          if (dragged) commit(dragged);
          setDragged(null);
        }}
      />
    );
  }

  return (
    <section className="time-strip" aria-label={text.time.asOf}>
      <div className="strip-tools">
        <PlayControls play={play} date={dateAt(Math.min(at.asOf, strip.count - 1))} />
        <CalendarButton />
      </div>
      <div className="strip-chart" ref={track} title={text.time.drag}>
        <svg viewBox={`0 0 ${strip.count} 100`} preserveAspectRatio="none" aria-hidden="true">
          {reported.map((n, day) => {
            const isChosen = day >= at.from && day < at.to && day < at.asOf;
            const height = (94 * n) / top;
            return (
              <rect
                key={dateAt(day)}
                x={day + 0.12}
                y={100 - height}
                width={0.76}
                height={height}
                className={isChosen ? "chosen" : ""}
              >
                <title>{text.time.reportedPerDay(count(n), dateAt(day))}</title>
              </rect>
            );
          })}
        </svg>
        <div
          className="brush"
          style={{ left: percent(at.from), width: percent(Math.max(0, at.to - at.from)) }}
        />
        {handle("from", text.time.start)}
        {handle("to", text.time.end)}
        {handle("asOf", text.time.asOf)}
        <div className="ticks">
          {strip.ticks.map((day) => (
            <span key={day} style={{ left: percent(day) }}>
              {dateAt(day).slice(strip.count > 400 ? 2 : 5, strip.count > 400 ? 7 : 10)}
            </span>
          ))}
        </div>
      </div>
      <AsOf isDragging={dragged?.handle === "asOf"} date={dateAt(at.asOf)} />
    </section>
  );
}

/** As of when the page stands, and whether it is live. */
function AsOf({ isDragging, date }: { readonly isDragging: boolean; readonly date: string }) {
  const text = useText();
  const format = useCityFormat();
  const { clock } = useRunning();
  const [url, set] = useWorkbenchUrl();
  const isLive = url.asOf === undefined && !isDragging;
  const shown = isDragging ? date : format.minute(url.asOf ?? clock.liveAt ?? "");
  const minutes = Math.floor(clock.ageMs / 60_000);
  const words = {
    live: text.time.live,
    late: text.time.late(minutes),
    broken: text.time.lost,
  };
  return (
    <div className="as-of">
      <span className="caption">{text.time.asOf}</span>
      <strong data-testid="as-of">{shown}</strong>
      {isLive ? (
        <span className={`freshness ${clock.freshness}`}>{words[clock.freshness]}</span>
      ) : (
        <button type="button" className="link" onClick={() => set({ asOf: undefined })}>
          {text.time.backToLive}
        </button>
      )}
    </div>
  );
}
