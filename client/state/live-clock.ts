import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { CityManifest } from "../../domain/contract/city.ts";
import { cityQuery } from "../api/queries.ts";

/** Fresh: the server answered within a minute; late: not since; broken: not for five, or the link is lost. */
export type Freshness = "live" | "late" | "broken";

export type LiveClock = {
  readonly manifest: CityManifest | undefined;
  readonly error: Error | null;
  /** The moment that "now" stands for in every request of the page, so that all numbers are of one time. */
  readonly liveAt: string | undefined;
  readonly freshness: Freshness;
  readonly ageMs: number;
  /** Asks the server for its clock at once, after a change of our own. */
  refresh(): void;
};

/** Now moves on with every change in the city, and each minute without one. */
const TICK_MS = 60_000;
const LATE_MS = 60_000;
const BROKEN_MS = 5 * 60_000;

export function useLiveClock(): LiveClock {
  const { data: manifest, error, dataUpdatedAt, refetch } = useQuery(cityQuery);
  const [pulse, setPulse] = useState<{ at: string; revision: number } | null>(null);
  const [now, setNow] = useState(Date.now);

  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5000);
    return () => clearInterval(timer);
  }, []);

  const isDue =
    manifest !== undefined &&
    (pulse === null ||
      manifest.revision !== pulse.revision ||
      Date.parse(manifest.now) - Date.parse(pulse.at) >= TICK_MS);
  if (isDue) setPulse({ at: manifest.now, revision: manifest.revision });

  const ageMs = dataUpdatedAt === 0 ? 0 : Math.max(0, now - dataUpdatedAt);
  const isLost = error !== null && ageMs > 2 * LATE_MS;
  const freshness = ageMs > BROKEN_MS || isLost ? "broken" : ageMs > LATE_MS ? "late" : "live";
  return {
    manifest,
    error: manifest ? null : error,
    liveAt: pulse?.at,
    freshness,
    ageMs,
    refresh: () => void refetch(),
  };
}
