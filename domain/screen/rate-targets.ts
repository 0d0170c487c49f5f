import { z } from "zod";
import type { CaseRateName } from "../case/case-rates.ts";

/** The rates that walls show, in their order. */
export const targetRates = [
  "accepted",
  "closed",
  "closed-in-time",
  "satisfied",
] as const satisfies readonly CaseRateName[];
export type TargetRate = (typeof targetRates)[number];

/** 0 … 1; null: the city has set none. */
const Target = z.number().min(0).max(1).nullable();

/** What a city means to reach. The usual ones are only a beginning: each city has its own. */
export const RateTargets = z.strictObject({
  accepted: Target.default(0.99),
  closed: Target.default(0.95),
  "closed-in-time": Target.default(0.9),
  satisfied: Target.default(0.9),
} satisfies Record<TargetRate, z.ZodType>);
export type RateTargets = z.infer<typeof RateTargets>;
