import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { CityManifest } from "../../../domain/contract/city.ts";
import { cityQuery } from "../../api/queries.ts";
import type { ScreenScope } from "./screen-scope.ts";

/** How far this machine's clock is behind the server's, ms. */
export function useServerDrift(): () => number {
  const client = useQueryClient();
  return () => {
    const state = client.getQueryState<CityManifest>(cityQuery(false).queryKey);
    if (!state?.data) return 0;
    return Date.parse(state.data.now) - state.dataUpdatedAt;
  };
}

/** Date and time of the city by the server's clock; only its text is written, once a second. */
export function WallClock({ scope }: { readonly scope: ScreenScope }) {
  const date = useRef<HTMLSpanElement>(null);
  const time = useRef<HTMLElement>(null);
  const driftOf = useServerDrift();
  const latest = useRef({ driftOf, scope });
  latest.current = { driftOf, scope };
  useEffect(() => {
    const write = () => {
      const { clock, text } = latest.current.scope;
      const at = Date.now() + latest.current.driftOf();
      const { year, month, day, hour, minute } = clock.toLocal(at);
      const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
      put(date.current, text.screen.date(year, month, day, text.screen.weekdays[weekday] ?? ""));
      put(time.current, `${two(hour)}:${two(minute)}`);
    };
    write();
    const timer = setInterval(write, 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className="wall-clock">
      <span ref={date} />
      <strong ref={time} />
    </p>
  );
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}

/** Writes only what has changed: an equal text would be laid out again. */
export function put(element: HTMLElement | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
