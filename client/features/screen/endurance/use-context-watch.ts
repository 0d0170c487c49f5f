import { useCallback, useEffect, useMemo, useState } from "react";
import { ContextWatch } from "./context-watch.ts";
import type { WallHealth } from "./wall-health.ts";

type WatchedContext = {
  /** Another one: the map is to be made anew, as a React key. */
  readonly generation: number;
  /** What the map says of its context. A map that is made anew says nothing: it is alive with its first rest. */
  readonly report: (isAlive: boolean) => void;
};

/** Makes a map anew whose WebGL context does not come back within 2.5 s. */
export function useContextWatch(health: WallHealth): WatchedContext {
  const [generation, setGeneration] = useState(0);
  const watch = useMemo(
    () =>
      new ContextWatch({
        rebuild: () => setGeneration((before) => before + 1),
        changed: () => undefined,
      }),
    [],
  );
  useEffect(() => () => watch.stop(), [watch]);
  const report = useCallback(
    (isAlive: boolean) => {
      if (isAlive) {
        watch.restored(performance.now());
        return;
      }
      watch.lost(performance.now());
      health.contextLosses = watch.losses;
    },
    [health, watch],
  );
  return { generation, report };
}
