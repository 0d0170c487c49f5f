import { z } from "@hono/zod-openapi";
import { AdRuleSet } from "../../domain/ads/ad-rules.ts";
import { DomainError } from "../../domain/errors.ts";
import { nearestNames } from "../../domain/nearest-names.ts";
import type { AdView } from "../ads/ad-view.ts";
import type { ReadyAds } from "../ads/city-ads.ts";
import type { City } from "../city/city.ts";
import type { Deps } from "../deps.ts";

export const viewParameters = {
  rules: z.string().optional().openapi({ description: "Version of the rules, default in force" }),
  plan: z
    .string()
    .optional()
    .openapi({ description: "As it will be with this plan, by its rules" }),
};

export type ReadAdView =
  | { readonly kind: "view"; readonly view: AdView; readonly ready: ReadyAds }
  | { readonly kind: "no-rules" | "rules-unreadable" };

/** Ads as a request looks at them. Throws for a version of rules or a plan that there is not. */
export async function readAdView(
  { city, ads, adPlans }: Pick<Deps, "city" | "ads" | "adPlans">,
  { rules: version, plan: id }: { readonly rules?: string; readonly plan?: string },
): Promise<ReadAdView> {
  const ready = await ads.ready();
  if (id !== undefined) {
    const { rules, plan } = await adPlans.viewed(id);
    return { kind: "view", view: { rules, plan }, ready };
  }
  const rules = version === undefined ? ready.rules : await rulesOf(city, ready, version);
  if (rules) return { kind: "view", view: { rules, plan: null }, ready };
  return { kind: ready.isRulesFileThere ? "rules-unreadable" : "no-rules" };
}

/** The rules of a version: saved here, else the pack's. */
export async function rulesOf(city: City, ready: ReadyAds, version: string): Promise<AdRuleSet> {
  const saved = await city.storage.adRuleSets();
  const found = saved.find((each) => each.version === version);
  if (found) return AdRuleSet.parse(found.rules);
  if (ready.packRules?.version === version) return ready.packRules;
  const known = [...saved.map((each) => each.version), ready.packRules?.version ?? []].flat();
  const nearest = nearestNames(version, known);
  throw new DomainError("unknown-value", { name: "rules", value: version, nearest });
}
