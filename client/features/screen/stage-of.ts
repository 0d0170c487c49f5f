import type { Freshness } from "../../state/live-clock.ts";

const LATE_MS = 60_000;
const BROKEN_MS = 5 * 60_000;

/** How old figures are taken: late after a minute, broken after five. */
export function stageOf(ageMs: number): Freshness {
  if (ageMs > BROKEN_MS) return "broken";
  return ageMs > LATE_MS ? "late" : "live";
}

const stages: readonly Freshness[] = ["live", "late", "broken"];

export function worseOf(a: Freshness, b: Freshness): Freshness {
  return stages.indexOf(a) >= stages.indexOf(b) ? a : b;
}

export type Age = { readonly n: number; readonly unit: "seconds" | "minutes" | "hours" };

/** In the largest unit that fills. */
export function ageOf(ms: number): Age {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return { n: seconds, unit: "seconds" };
  if (seconds < 3600) return { n: Math.floor(seconds / 60), unit: "minutes" };
  return { n: Math.floor(seconds / 3600), unit: "hours" };
}
