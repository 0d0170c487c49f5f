import { z } from "zod";
import { AdRuleExample } from "../ads/ad-rule-example.ts";
import { AdRuleSet } from "../ads/ad-rules.ts";
import { extraRuleKinds } from "../ads/audit/extra-finding.ts";
import { roadStatusList } from "../ads/audit/road-status.ts";
import { AdSummary } from "./ads.ts";
import { Instant } from "./geojson.ts";

/** The rules in force: the newest set that was saved here, else the pack's. */
export const AdRulesBody = z.object({
  active: AdRuleSet.nullable(),
  versions: z
    .array(
      z.object({
        version: z.string(),
        issuedOn: z.string(),
        source: z.string(),
        savedAt: Instant.nullable().meta({ description: "Null: it came with the pack" }),
        savedBy: z.string().nullable(),
      }),
    )
    .meta({ description: "Newest first" }),
  examples: z
    .array(AdRuleExample)
    .meta({ description: "Rules of real cities with their sources, to begin with" }),
});
export type AdRulesBody = z.infer<typeof AdRulesBody>;

export const NewAdRules = z.object({
  rules: AdRuleSet,
  reason: z.string().trim().max(500).optional(),
});
export type NewAdRules = z.infer<typeof NewAdRules>;

export const AdPreviewAsked = z.object({ rules: AdRuleSet });
export type AdPreviewAsked = z.infer<typeof AdPreviewAsked>;

/** What other rules would change; roads are matched by key. */
const ExtraCount = z
  .object({ checked: z.number().int(), broken: z.number().int(), skipped: z.number().int() })
  .nullable()
  .meta({ description: "Roads, places or boards; null: these rules ask nothing of the kind" });

export const AdPreview = z.object({
  before: AdSummary.nullable().meta({
    description: "Under the rules in force; null: there are none",
  }),
  after: AdSummary,
  changed: z.array(
    z.object({
      key: z.string(),
      name: z.string().nullable(),
      from: z.enum(roadStatusList).nullable(),
      to: z.enum(roadStatusList).nullable(),
      required: z.tuple([z.number().int(), z.number().int()]),
      shortage: z.tuple([z.number().int(), z.number().int()]),
    }),
  ),
  extra: z
    .array(
      z.object({
        rule: z.string(),
        kind: z.enum(extraRuleKinds),
        before: ExtraCount,
        after: ExtraCount,
      }),
    )
    .meta({ description: "Rules that are audited only, by path" }),
});
export type AdPreview = z.infer<typeof AdPreview>;
