/** The seventeen outcomes of an emerging hot spot analysis: what a cell's steps, hot and cold, come to. */
export const hotSpotPatterns = [
  "no_pattern",
  "new_hot",
  "consecutive_hot",
  "intensifying_hot",
  "persistent_hot",
  "diminishing_hot",
  "sporadic_hot",
  "oscillating_hot",
  "historical_hot",
  "new_cold",
  "consecutive_cold",
  "intensifying_cold",
  "persistent_cold",
  "diminishing_cold",
  "sporadic_cold",
  "oscillating_cold",
  "historical_cold",
] as const;
export type HotSpotPattern = (typeof hotSpotPatterns)[number];

/** Which way the z values of a cell go over time, if at all. */
export const trendDirections = ["down", "none", "up"] as const;
export type TrendDirection = (typeof trendDirections)[number];

/**
 * The pattern of a cell, RECURRENCE §6. `h` says of each step, oldest first, whether it was hot (1), cold (−1) or
 * neither (0). Nine tenths are counted in whole numbers: 10 H ≥ 9 n.
 */
export function hotSpotPattern(h: ArrayLike<number>, trend: TrendDirection): HotSpotPattern {
  const n = h.length;
  const last = n === 0 ? 0 : h[n - 1]!;
  if (last === 0) {
    if (isMostly(1, h)) return "historical_hot";
    return isMostly(-1, h) ? "historical_cold" : "no_pattern";
  }
  const side = last > 0 ? "hot" : "cold";
  if (isMostly(last, h)) {
    if (trend === "none") return `persistent_${side}`;
    const isGrowing = (trend === "up") === last > 0;
    return isGrowing ? `intensifying_${side}` : `diminishing_${side}`;
  }
  const steps = countOf(last, h);
  if (countOf(-last, h) > 0) return `oscillating_${side}`;
  if (steps === 1) return `new_${side}`;
  return finalRun(h) === steps ? `consecutive_${side}` : `sporadic_${side}`;
}

function isMostly(sign: number, h: ArrayLike<number>): boolean {
  return h.length > 0 && 10 * countOf(sign, h) >= 9 * h.length;
}

function countOf(sign: number, h: ArrayLike<number>): number {
  let count = 0;
  for (let i = 0; i < h.length; i++) if (h[i] === sign) count++;
  return count;
}

/** How many steps at the end are like the last one. */
function finalRun(h: ArrayLike<number>): number {
  let length = 0;
  while (length < h.length && h[h.length - 1 - length] === h[h.length - 1]) length++;
  return length;
}
