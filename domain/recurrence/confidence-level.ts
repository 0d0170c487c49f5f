import type { RecurrenceSettings } from "./params.ts";

/** How sure it is that a place is worse than its category. */
export const confidenceLevels = ["high", "medium", "low"] as const;
export type ConfidenceLevel = (typeof confidenceLevels)[number];

export function confidenceLevelOf(
  confidence: number,
  { high, medium }: RecurrenceSettings["confidence"],
): ConfidenceLevel {
  if (confidence >= high) return "high";
  return confidence >= medium ? "medium" : "low";
}
