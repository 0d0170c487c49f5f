import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { boundQueries } from "./bound-queries.ts";
import { mayReload } from "./reload-guard.ts";
import { useWakeLock } from "./use-wake-lock.ts";
import { WallHealth } from "./wall-health.ts";

/** Answers that are kept though nobody shows them: those of the scenes just before, so that a step back has its own at once. */
const IDLE_QUERIES = 60;

/** Looks after a wall for as long as it runs. A renderer that is stuck is loaded anew. */
export function useWallHealth(): WallHealth {
  const client = useQueryClient();
  const [health] = useState(() => new WallHealth(reloadSeldom));
  useWakeLock();
  useEffect(() => {
    health.frames.start();
    const stops = [() => health.frames.stop(), boundQueries(client, IDLE_QUERIES)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [client, health]);
  return health;
}

function reloadSeldom(): void {
  if (mayReload(sessionStorage, Date.now())) location.reload();
}

/** To be called between two scenes: loads the page anew where the server has another build of it. */
export function reloadIfStale(health: WallHealth): boolean {
  if (!health.build.isStale || !health.build.begin()) return false;
  location.reload();
  return true;
}
