import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { CityManifest } from "../../domain/contract/city.ts";
import { listenLive } from "../api/live-stream.ts";
import { cityQuery } from "../api/queries.ts";
import { nothing, withEvent } from "./live-delta.ts";
import { MovingClock, type Pulse } from "./moving-clock.ts";

/** Fresh: the server was heard within a minute; late: not since; broken: not for five, or the link is lost. */
export type Freshness = "live" | "late" | "broken";

export type LiveClock = {
  readonly manifest: CityManifest | undefined;
  readonly error: Error | null;
  /** The moment that "now" stands for in every request of the page, so that all numbers are of one time. */
  readonly liveAt: string | undefined;
  readonly freshness: Freshness;
  readonly ageMs: number;
  /** When the server was heard last, by this machine's clock; 0: not yet. */
  readonly heardAt: number;
  /** Asks the server for its clock at once, after a change of our own. */
  refresh(): void;
};

const LATE_MS = 60_000;
const BROKEN_MS = 5 * 60_000;
/** Events that come together are shown together. */
const TOGETHER_MS = 60;

/** The page's clock moves with what the server says happened; where that line is down it asks at intervals. */
export function useLiveClock(): LiveClock {
  const client = useQueryClient();
  const [clock] = useState(() => new MovingClock(client));
  const [pulse, setPulse] = useState<Pulse | null>(null);
  const [isLive, setIsLive] = useState(false);
  const [heardAt, setHeardAt] = useState(0);
  const [now, setNow] = useState(Date.now);
  const { data: manifest, error, dataUpdatedAt, refetch } = useQuery(cityQuery(isLive));

  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5000);
    return () => clearInterval(timer);
  }, []);

  useEffect(() => {
    let delta = nothing;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = listenLive(
      (event) => {
        delta = withEvent(delta, event);
        setHeardAt(Date.now());
        clearTimeout(waiting);
        waiting = setTimeout(() => {
          setPulse(clock.move({ at: event.data.now, revision: event.data.revision }, delta));
          delta = nothing;
        }, TOGETHER_MS);
      },
      (isConnected) => {
        setIsLive(isConnected);
        if (!isConnected) clock.doubt();
      },
    );
    return () => {
      clearTimeout(waiting);
      stop();
    };
  }, [clock]);

  useEffect(() => {
    if (!manifest) return;
    const { now: at, revision } = manifest;
    if (!clock.isBehind({ at, revision })) return;
    setPulse(clock.move({ at, revision }, { ...nothing, isUnknown: true }));
  }, [clock, manifest]);

  const last = Math.max(dataUpdatedAt, heardAt);
  const ageMs = last === 0 ? 0 : Math.max(0, now - last);
  const isLost = error !== null && ageMs > 2 * LATE_MS;
  const freshness = ageMs > BROKEN_MS || isLost ? "broken" : ageMs > LATE_MS ? "late" : "live";
  return {
    manifest,
    error: manifest ? null : error,
    liveAt: pulse?.at,
    freshness,
    ageMs,
    heardAt: last,
    refresh: () => void refetch(),
  };
}
