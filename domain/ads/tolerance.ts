/** Metres; what lies so near to a limit is taken to be on it. */
export const EPS_M = 1e-6;

/** A product of shares and counts without the noise of doubles: 0.29 · 100 is 29, not 28.999…. */
export function rounded6(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
