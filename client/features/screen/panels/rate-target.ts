/** How a share stands to what is aimed at, in points of a hundred with one decimal. */
export type Against =
  | { readonly isMet: true }
  /** At least 0.1: what is below is never called as good as met. */
  | { readonly isMet: false; readonly below: string };

export function againstTarget(value: number, target: number): Against {
  if (value >= target) return { isMet: true };
  const tenths = Math.round(target * 1000) - Math.round(value * 1000);
  return { isMet: false, below: (Math.max(1, tenths) / 10).toFixed(1) };
}

/** 95, 99.5: without a decimal where it has none. */
export function percentOf(share: number): string {
  return String(Math.round(share * 1000) / 10);
}
