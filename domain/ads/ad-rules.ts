import { z } from "zod";
import { auditedOnlyRules } from "./audited-only-rules.ts";
import { ProvenanceByPath, valueAt } from "./rule-provenance.ts";

const metres = z.number().min(0).max(1_000_000);
const share = z.number().min(0).max(1);

/** What the roads of one group must have; lengths and distances in metres. */
export const AdGroupRule = z.object({
  perKm: z.number().min(0).max(1000),
  rounding: z.enum(["ceil", "round", "floor"]).default("ceil"),
  /** Shorter roads need nothing. */
  minLength: metres.default(0),
  minCount: z.number().int().min(0).default(0),
  /** Longest stretch that may be without an ad. */
  maxGap: metres.positive().nullish(),
  minSpacing: metres.default(0),
  /** How far from the carriageway an ad may stand and still be the road's. */
  serveDist: metres,
  /** How far apart two lines may lie and be one road; 0: every line is a road of its own. */
  dualWidth: metres.default(0),
  /** Of the required number, the share that each side needs. */
  perSideShare: share.nullish(),
  oppositeExempt: z.boolean().nullish(),
});
export type AdGroupRule = z.infer<typeof AdGroupRule>;

/** Sites of one carrier along roads: every so many metres, so far off the carriageway. */
export const AdSiteKind = z.object({
  carrier: z.string().min(1).max(60),
  /** Groups of roads; absent: all. */
  groups: z.array(z.string()).nullish(),
  everyM: z.number().min(5).max(10_000),
  offsetM: z.number().min(0).max(100),
  sides: z.enum(["both", "left", "right"]).default("both"),
  cost: z.number().min(0),
});
export type AdSiteKind = z.infer<typeof AdSiteKind>;

const ThemeShares = z.record(z.string().min(1).max(60), share);

/** The rules that an audit and a plan follow: data, never code. */
export const AdRules = z
  .object({
    /** Class of a road, as OSM's `highway` or the city's own, to the group it is judged in. */
    classes: z.record(z.string(), z.string()),
    groups: z.record(z.string(), AdGroupRule),
    sharing: z.enum(["all", "nearest"]).default("all"),
    oppositeExempt: z.boolean().default(false),
    maxFacingDeg: z.number().min(0).max(180).default(180),
    countStates: z.array(z.string()).default(["ok", "minor"]),
    /** Spacing of what serves no road. */
    areaSpacing: metres.default(0),
    junctionClear: metres.default(0),
    /** Ends of one road that lie so near each other are joined across the junction. */
    gapTol: metres.default(50),
    /** 辅路: lines of one group that run beside a road of another are part of that road. */
    absorbAuxiliary: z
      .array(z.object({ from: z.string(), into: z.string(), withinM: metres.positive() }))
      .max(20)
      .nullish(),
    /** Shares and, audited only, least numbers of each theme among the ads that count. */
    themes: z
      .object({
        minShare: ThemeShares.default({}),
        minCount: z.record(z.string().min(1).max(60), z.number().int().min(0)).nullish(),
      })
      .nullish(),
    /** Where ads could stand along roads, for a city that lists no sites of its own. */
    siteKinds: z.array(AdSiteKind).max(20).nullish(),
    /** Least number of ads in each place of a kind, by kind. */
    places: z.record(z.string(), z.number().int().min(0)).nullish(),
    ...auditedOnlyRules,
    /** Where the numbers come from, by path. */
    provenance: ProvenanceByPath.nullish(),
  })
  .superRefine((rules, context) => {
    for (const { path, message } of ruleDefects(rules)) {
      context.addIssue({ code: "custom", path: [...path], message });
    }
  });
export type AdRules = z.infer<typeof AdRules>;

type RuleDefect = { readonly path: readonly (string | number)[]; readonly message: string };

/** Names that lead nowhere, and windows that could not be told apart. */
function ruleDefects(rules: {
  readonly classes: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, unknown>>;
  readonly windows?:
    | readonly { id: string; groups?: readonly string[] | null | undefined }[]
    | null
    | undefined;
  readonly absorbAuxiliary?: readonly { from: string; into: string }[] | null | undefined;
  readonly provenance?: Readonly<Record<string, unknown>> | null | undefined;
}): RuleDefect[] {
  const { classes, groups, windows, absorbAuxiliary, provenance } = rules;
  const defects: RuleDefect[] = [];
  const needGroup = (group: string, path: RuleDefect["path"]) => {
    if (!Object.hasOwn(groups, group)) defects.push({ path, message: `no group ${group}` });
  };
  for (const [name, group] of Object.entries(classes)) needGroup(group, ["classes", name]);
  (windows ?? []).forEach((window, w, all) => {
    for (const group of window.groups ?? []) needGroup(group, ["windows", w, "groups"]);
    if (all.findIndex(({ id }) => id === window.id) === w) return;
    defects.push({ path: ["windows", w, "id"], message: `${window.id} twice` });
  });
  (absorbAuxiliary ?? []).forEach(({ from, into }, r) => {
    needGroup(from, ["absorbAuxiliary", r, "from"]);
    needGroup(into, ["absorbAuxiliary", r, "into"]);
  });
  for (const path of Object.keys(provenance ?? {})) {
    if (valueAt(rules, path) !== undefined) continue;
    defects.push({ path: ["provenance", path], message: "no such rule" });
  }
  return defects;
}

/** Rules as a city issues them: one version, its date, and the paper it stands in. */
export const AdRuleSet = z.intersection(
  z.object({
    version: z.string().min(1).max(40),
    issuedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    source: z.string().min(1).max(300),
  }),
  AdRules,
);
export type AdRuleSet = z.infer<typeof AdRuleSet>;
