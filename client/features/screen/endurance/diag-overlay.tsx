import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { wallId } from "../../../state/wall-id.ts";
import { useScreenWatchText } from "../../../text/screen-watch-text.ts";
import { type DiagFigures, diagFigures } from "./diag-figures.ts";
import type { WallHealth } from "./wall-health.ts";
import "./diag-overlay.css";

const LOOK_MS = 1000;
const ERRORS_SHOWN = 8;

type DiagOverlayProps = {
  readonly health: WallHealth;
  /** When data came last, epoch ms of the own clock; 0: never. */
  readonly heardAt: number;
  readonly onClose: () => void;
};

/** How this wall runs, for whoever looks after it; it counts frames only while it is open. */
export function DiagOverlay({ health, heardAt, onClose }: DiagOverlayProps) {
  const text = useScreenWatchText().diag;
  const figures = useFigures(health, heardAt);
  const { rows } = text;
  const { errors } = health.errors;
  const seconds = (ms: number, digits = 0) => text.seconds((ms / 1000).toFixed(digits));
  const entries: readonly (readonly [string, string])[] = [
    [rows.uptime, seconds(figures.uptimeMs)],
    [rows.fps, figures.fps.toFixed(0)],
    [rows.heap, figures.heapMb === null ? text.unknown : `${figures.heapMb.toFixed(1)} MB`],
    [rows.lag, `${figures.lagMs.toFixed(0)} ms`],
    [rows.event, figures.eventAgeMs === null ? text.unknown : seconds(figures.eventAgeMs)],
    [rows.drift, figures.driftMs === null ? text.unknown : seconds(figures.driftMs, 1)],
    [rows.dom, String(figures.elements)],
    [rows.queries, `${figures.queries}（${figures.observers}）`],
    [rows.contexts, text.times(health.contextLosses)],
    [rows.stuck, text.times(health.stuckTimes)],
    [rows.build, health.build.isStale ? text.stale : health.build.own || text.unknown],
    [rows.wall, wallId()],
    [rows.errors, text.times(health.errors.count)],
  ];
  return (
    <aside className="wall-diag" aria-label={text.title}>
      <header>
        <h2>{text.title}</h2>
        <small>{text.hint}</small>
        <button type="button" onClick={onClose}>
          {text.close}
        </button>
      </header>
      <dl>
        {entries.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ol>
        {errors.length === 0 && <li>{text.noErrors}</li>}
        {errors.slice(0, ERRORS_SHOWN).map((error) => (
          <li key={error.text}>
            <time>{new Date(error.at).toLocaleTimeString("zh-CN", { hourCycle: "h23" })}</time>{" "}
            {error.text}
            {error.times > 1 && ` × ${error.times}`}
          </li>
        ))}
      </ol>
    </aside>
  );
}

function useFigures(health: WallHealth, heardAt: number): DiagFigures {
  const client = useQueryClient();
  const [figures, setFigures] = useState(() => diagFigures(health, client, heardAt));
  useEffect(() => {
    let frame = 0;
    const drawn = (at: number) => {
      health.rate.drawn(at);
      frame = requestAnimationFrame(drawn);
    };
    frame = requestAnimationFrame(drawn);
    const timer = setInterval(() => setFigures(diagFigures(health, client, heardAt)), LOOK_MS);
    return () => {
      cancelAnimationFrame(frame);
      clearInterval(timer);
    };
  }, [client, health, heardAt]);
  return figures;
}
