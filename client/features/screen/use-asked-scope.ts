import { useState } from "react";
import type { ScreenScope } from "./screen-scope.ts";

/** An answer is waited for so long, then the next is asked for: a line that is cut says nothing at all. */
const WAIT_MS = 30_000;

type AskedScope = {
  readonly asked: ScreenScope;
  /** Called each time the component is rendered: whether what was asked about has no answer yet. */
  settle(isAwaited: boolean): void;
};

/**
 * The scope that is asked about: the newest, once the one before is answered. The moments of a busy city come faster than
 * slow answers, and none would ever be shown. Another topic is asked about at once.
 */
export function useAskedScope(scope: ScreenScope, topic = ""): AskedScope {
  const [before, setBefore] = useState({ scope, topic, at: performance.now() });
  const isOther = before.topic !== topic;
  return {
    asked: isOther ? scope : before.scope,
    settle: (isAwaited) => {
      const now = performance.now();
      const waits = isAwaited && !isOther && now - before.at < WAIT_MS;
      if (before.scope !== scope && !waits) setBefore({ scope, topic, at: now });
      else if (isOther) setBefore({ ...before, topic });
    },
  };
}
