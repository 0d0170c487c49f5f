import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { wallId } from "../../../state/wall-id.ts";
import { useScreenWatchText } from "../../../text/screen-watch-text.ts";
import type { WallHealth } from "./wall-health.ts";

const LOOK_MS = 1000;

/** How long and how well this wall runs, as rows of a list of facts. */
export function HealthRows({ health }: { readonly health: WallHealth }) {
  const text = useScreenWatchText().health;
  const client = useQueryClient();
  const [, setLooks] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setLooks((before) => before + 1), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  const queries = client.getQueryCache().getAll();
  const observers = queries.reduce((sum, query) => sum + query.getObserversCount(), 0);
  const rows: readonly (readonly [name: string, value: string])[] = [
    [text.uptime, text.minutes(Math.floor((Date.now() - health.startedAt) / 60_000))],
    [text.lag, `${health.frames.lagMs.toFixed(0)} ms`],
    [text.observers, String(observers)],
    [text.elements, String(document.getElementsByTagName("*").length)],
    [text.contexts, text.times(health.contextLosses)],
    [text.stuck, text.times(health.stuckTimes)],
    [text.build, health.build.isStale ? text.stale : health.build.own || text.unknown],
    [text.wall, wallId()],
  ];
  return rows.map(([name, value]) => (
    <div key={name}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  ));
}
