import type { AdRuleSet } from "../../domain/ads/ad-rules.ts";
import type { AdObjective, AdPlan } from "../../domain/ads/plan/plan-ads.ts";
import type { AdScope } from "../../domain/ads/plan/scoped-city.ts";

/** Sites that must be there, that must not, and that stand elsewhere along their road; degrees. */
export type AdEdits = {
  readonly locks: { readonly in: readonly string[]; readonly out: readonly string[] };
  readonly moves: Readonly<Record<string, readonly [number, number]>>;
};

/** Ads as they are looked at: under some rules, and with a plan or without. */
export type AdView = {
  readonly rules: AdRuleSet;
  readonly plan: ViewedPlan | null;
};

export type ViewedPlan = AdEdits & {
  readonly id: string;
  /** The part that was planned, as it was drawn then; null: all of the city. */
  readonly scope: AdScope | null;
  readonly objective: AdObjective;
  /** What might be spent; for that objective alone. */
  readonly budget: number | null;
  readonly actions: AdPlan["actions"];
};

export const noEdits: AdEdits = { locks: { in: [], out: [] }, moves: {} };
