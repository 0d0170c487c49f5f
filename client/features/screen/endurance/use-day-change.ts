import { useEffect, useState } from "react";
import { watchDay } from "./day-change.ts";
import type { WallHealth } from "./wall-health.ts";

/** The city's day, `YYYY-MM-DD`, by the server's clock; another one when it is midnight there. */
export function useCityDay(health: WallHealth, timezone: string): string {
  const dayOf = (t: number) =>
    new Intl.DateTimeFormat("en-CA", { timeZone: timezone, dateStyle: "short" }).format(t);
  const [day, setDay] = useState(() => dayOf(health.now()));
  useEffect(() => {
    const format = new Intl.DateTimeFormat("en-CA", { timeZone: timezone, dateStyle: "short" });
    const options = { now: () => health.now(), dayOf: (t: number) => format.format(t) };
    return watchDay({ ...options, changed: setDay });
  }, [health, timezone]);
  return day;
}
