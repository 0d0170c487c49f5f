import type { AdGroupRule } from "../ad-rules.ts";
import { EPS_M, rounded6 } from "../tolerance.ts";

/** How many ads a road of that length must have. */
export function requiredCount(rule: AdGroupRule, lengthM: number): number {
  if (lengthM < rule.minLength - EPS_M) return 0;
  const exact = rounded6((rule.perKm * lengthM) / 1000);
  return Math.max(rule.minCount, whole(exact, rule.rounding));
}

/** How many of them each side needs. */
export function requiredPerSide(rule: AdGroupRule, required: number): number {
  return Math.floor(rounded6(required * (rule.perSideShare ?? 0)));
}

function whole(value: number, rounding: AdGroupRule["rounding"]): number {
  if (rounding === "ceil") return Math.ceil(value);
  return Math.floor(rounding === "round" ? value + 0.5 : value);
}
