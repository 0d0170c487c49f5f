import { gammaQuantile, gammaTail } from "../statistics/gamma-distribution.ts";

/** Gamma prior of a category's recurrences a quiet day: its mean is α/β. */
export type Prior = { readonly alpha: number; readonly betaDays: number };

const DAYS = 30;
const LOWER_P = 0.1;

type Evidence = {
  /** Discounted recurrences. */
  readonly S: number;
  /** Discounted quiet days. */
  readonly A: number;
};

/** λ30: expected recurrences in 30 quiet days, the mean of Gamma(α + S, β + A) (RECURRENCE §3). */
export function lambda30Of({ S, A }: Evidence, { alpha, betaDays }: Prior): number {
  return (DAYS * (alpha + S)) / (betaDays + A);
}

/** What λ30 exceeds with probability 0.9. */
export function lambda30LowOf({ S, A }: Evidence, { alpha, betaDays }: Prior): number {
  return DAYS * gammaQuantile(alpha + S, betaDays + A, LOWER_P);
}

/** P(rate > its category's mean rate). About 3 µs. */
export function confidenceOf({ S, A }: Evidence, { alpha, betaDays }: Prior): number {
  return gammaTail(alpha + S, betaDays + A, alpha / betaDays);
}
