import { useCallback, useEffect, useMemo, useState } from "react";
import { ContextWatch } from "./context-watch.ts";
import type { WallHealth } from "./wall-health.ts";

type WatchedContext = {
  /** Another one: the map is to be made anew, as a React key. */
  readonly generation: number;
  /** What the map says: its context is lost (false), or it has drawn (true). */
  readonly report: (isDrawn: boolean) => void;
};

/** Makes a map anew whose WebGL context was lost. */
export function useContextWatch(health: WallHealth): WatchedContext {
  const [generation, setGeneration] = useState(0);
  const watch = useMemo(
    () => new ContextWatch({ rebuild: () => setGeneration((before) => before + 1) }),
    [],
  );
  useEffect(() => () => watch.stop(), [watch]);
  const report = useCallback(
    (isDrawn: boolean) => {
      const before = watch.losses;
      if (isDrawn) watch.drawn(performance.now());
      else watch.lost(performance.now());
      health.contextLosses += watch.losses - before;
      health.lastOutageMs = watch.lastOutageMs;
    },
    [health, watch],
  );
  return { generation, report };
}
