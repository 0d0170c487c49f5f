import type { QueryClient } from "@tanstack/react-query";
import type { WallHealth } from "./wall-health.ts";

export type DiagFigures = {
  readonly uptimeMs: number;
  readonly fps: number;
  /** Null where the browser does not say. */
  readonly heapMb: number | null;
  readonly lagMs: number;
  readonly eventAgeMs: number | null;
  readonly driftMs: number | null;
  readonly elements: number;
  readonly queries: number;
  readonly observers: number;
};

/** As browsers of one engine alone have it. */
type MeasuredPerformance = Performance & { readonly memory?: { readonly usedJSHeapSize: number } };

export function diagFigures(health: WallHealth, client: QueryClient, heardAt: number): DiagFigures {
  const queries = client.getQueryCache().getAll();
  const heap = (performance as MeasuredPerformance).memory?.usedJSHeapSize;
  return {
    uptimeMs: Date.now() - health.startedAt,
    fps: health.rate.fps,
    heapMb: heap === undefined ? null : heap / 2 ** 20,
    lagMs: health.frames.lagMs,
    eventAgeMs: heardAt === 0 ? null : Date.now() - heardAt,
    driftMs: health.drift.isHeard() ? health.drift.offsetMs : null,
    elements: document.getElementsByTagName("*").length,
    queries: queries.length,
    observers: queries.reduce((sum, query) => sum + query.getObserversCount(), 0),
  };
}
