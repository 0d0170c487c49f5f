import { DAY_MS } from "../time.ts";

/** Weight 2^(−age/H) of a recurrence `ageMs` old; H in days. */
export function decayWeight(ageMs: number, halfLifeDays: number): number {
  return 2 ** (-ageMs / (halfLifeDays * DAY_MS));
}

/**
 * Recurrences per 30 days from the discounted sum S, RECURRENCE §3:
 * 30·S·ln2 / (H·(1 − 2^(−L/H))), L = min(W, length of history).
 */
export function rate30PerWeight(
  halfLifeDays: number,
  windowDays: number,
  historyDays: number,
): number {
  const length = Math.min(windowDays, historyDays);
  return (30 * Math.LN2) / (halfLifeDays * (1 - 2 ** (-length / halfLifeDays)));
}
