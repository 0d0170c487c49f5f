import { useEffect, useReducer, useRef } from "react";
import { ApiError } from "../../api/http.ts";
import type { Freshness } from "../../state/live-clock.ts";
import type { Panel } from "./panels/panel.ts";
import type { ScreenScope } from "./screen-scope.ts";
import { stageOf, worseOf } from "./stage-of.ts";
import { useStandingAnswer } from "./use-standing-answer.ts";

export type PanelData = {
  readonly data: unknown;
  /** What the data was asked for with. */
  readonly of: ScreenScope;
  readonly stage: Freshness;
  /** Nothing has come yet, and the question failed: what the server said to it, null where it said nothing. */
  readonly failure: { readonly words: string | null } | null;
};

/** How often a panel that waits looks at how long it has. */
const LOOK_MS = 5000;

/** The panel's answer, or the last good one where a later question failed or takes its time. */
export function usePanelData(panel: Panel, scope: ScreenScope, freshness: Freshness): PanelData {
  const { data, of, error, isAnswered } = useStandingAnswer(scope, panel.query);
  const now = performance.now();
  const openSince = useRef<number | null>(null);
  openSince.current = isAnswered ? null : (openSince.current ?? now);
  useLooks(!isAnswered);
  const own = openSince.current === null ? "live" : stageOf(now - openSince.current);
  return {
    data,
    of,
    stage: worseOf(freshness, own),
    failure: error && data === undefined ? { words: refusalIn(error) } : null,
  };
}

/** Why the server will not answer; a fault of it, or its silence, has no words for people. */
function refusalIn(error: Error): string | null {
  const isRefusal = error instanceof ApiError && error.status >= 400 && error.status < 500;
  return isRefusal && error.reason !== "unreachable" ? error.message : null;
}

function useLooks(isOn: boolean): void {
  const [, look] = useReducer((looks: number) => looks + 1, 0);
  useEffect(() => {
    if (!isOn) return;
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [isOn]);
}
