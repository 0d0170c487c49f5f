import { z } from "zod";
import { adStates } from "../ads/ad.ts";
import { extraRuleKinds } from "../ads/audit/extra-finding.ts";
import { roadStatusList } from "../ads/audit/road-status.ts";
import { featureCollectionOf, featureOf, Instant, Position, Ring } from "./geojson.ts";

const metres = z.number().meta({ description: "Metres" });
const count = z.number().int();

/** What a figure was made from. */
export const AdStamp = z.object({
  rules: z.object({ version: z.string(), issuedOn: z.string(), source: z.string() }),
  data: z.string().meta({ description: "Changes when roads, ads, sites or places do" }),
  at: Instant,
});
export type AdStamp = z.infer<typeof AdStamp>;

const AdRoad = z.object({
  key: z.string(),
  group: z.string(),
  length: metres,
  rawLength: metres.meta({ description: "Metres of all lines as drawn" }),
  closed: z.boolean(),
  count,
  required: count,
  shortage: count,
  density: z.number().meta({ description: "Ads that count, per km" }),
  longestGap: metres,
  gapOk: z.boolean(),
  left: count,
  right: count,
  sideShort: count,
  name: z.string().nullable().meta({ description: "Null: it has none" }),
  status: z.enum(roadStatusList),
  zone: z.string().nullable().meta({ description: "The one with the longest part of it" }),
  unit: z.string().nullable().meta({ description: "Answers at its middle" }),
});
export type AdRoad = z.infer<typeof AdRoad>;

/** Sums over roads; required − existing + surplus = shortage. */
export const AdSummaryRow = z.object({
  id: z.string().nullable().meta({ description: "Null: roads in no zone, or of no unit" }),
  name: z.string(),
  roads: count,
  lengthM: metres,
  required: count,
  existing: count,
  shortage: count,
  surplus: count,
  short: count.meta({ description: "Roads 不足" }),
  dense: count.meta({ description: "Roads 过密" }),
  met: count.meta({ description: "Roads 达标" }),
  unneeded: count.meta({ description: "Roads 不作要求" }),
});
export type AdSummaryRow = z.infer<typeof AdSummaryRow>;

export const AdSummary = z.object({
  total: AdSummaryRow,
  byGroup: z.array(AdSummaryRow),
  byZone: z.array(AdSummaryRow),
  byUnit: z.array(AdSummaryRow),
});
export type AdSummary = z.infer<typeof AdSummary>;

export const adAuditNotes = ["no-rules", "rules-unreadable"] as const;

/** A demand that no plan is made for, held against one road, place or board. */
export const AdExtraFinding = z.object({
  rule: z.string().meta({ description: "Path of the number in the rules" }),
  kind: z.enum(extraRuleKinds),
  owner: z
    .string()
    .nullable()
    .meta({ description: "Key of a road, id of a place or board; null: the city" }),
  have: z.number().meta({ description: "Ads; of spacing metres; of shares 0 to 1" }),
  need: z.number(),
  ok: z.boolean(),
  where: z
    .array(z.object({ piece: count, fromM: metres, toM: metres }))
    .optional()
    .meta({ description: "Where a road falls short, along the pieces of its axis" }),
  ads: z.array(z.string()).optional(),
});
export type AdExtraFinding = z.infer<typeof AdExtraFinding>;

/** How often a rule that is audited only was looked at and not kept. */
const AdExtraSum = z.object({
  rule: z.string(),
  kind: z.enum(extraRuleKinds),
  checked: count,
  broken: count,
  skipped: count.meta({ description: "Places drawn as points that no reach was given for" }),
});

/** 公益广告核查: metres to the centimetre. `zone` and `unit` narrow the roads, their sums and totals. */
export const AdAudit = z.object({
  roads: z.array(AdRoad),
  areas: z.array(
    z.object({
      id: z.string(),
      count,
      min: count,
      shortage: count,
      name: z.string().optional(),
      kind: z.string().optional(),
      position: Position.optional().meta({ description: "Inside it" }),
    }),
  ),
  spacingPairs: z.array(z.array(z.string())).meta({ description: "Ads too near each other" }),
  unserved: z.array(z.string()).meta({ description: "Ads that serve no road and no area" }),
  blocked: z.record(z.string(), z.string()).meta({ description: "Why a site may not be used" }),
  totals: z.object({ length: metres, required: count, shortage: count }),
  hoardings: z
    .array(
      z.object({
        id: z.string(),
        faceArea: z.number().meta({ description: "m²" }),
        share: z.number(),
        shortageArea: z.number().meta({ description: "m²" }),
      }),
    )
    .optional(),
  screens: z
    .array(z.object({ id: z.string(), share: z.number(), shortageSeconds: count }))
    .optional(),
  themes: z.object({ total: count, need: z.record(z.string(), count), rethemed: count }).optional(),
  extraRules: z
    .object({
      sums: z.array(AdExtraSum),
      broken: z
        .array(AdExtraFinding)
        .meta({ description: "What is not kept; what is, is counted" }),
    })
    .optional()
    .meta({ description: "Rules that are audited only: plans do not see them" }),
  summary: AdSummary.optional(),
  stamp: AdStamp.optional(),
  datumWarning: z
    .object({ served: count, all: count })
    .optional()
    .meta({ description: "Fewer than 95 % of the ads serve a road: their datum may be wrong" }),
  note: z
    .enum(adAuditNotes)
    .optional()
    .meta({ description: "Why there is nothing to audit; absent where there are rules" }),
});
export type AdAudit = z.infer<typeof AdAudit>;

/** What a wall shows: sums, no roads and no sites. */
export const AdSummaryBody = z.object({
  total: AdSummaryRow.nullable(),
  byGroup: z.array(AdSummaryRow),
  stamp: AdStamp.nullable(),
  note: z.enum(adAuditNotes).optional(),
});
export type AdSummaryBody = z.infer<typeof AdSummaryBody>;

/** The axes of roads, each drawn once, however many lines it has. */
export const AdRoads = featureCollectionOf(
  featureOf(
    z.object({ type: z.literal("MultiLineString"), coordinates: z.array(Ring) }),
    z.object({
      key: z.string(),
      name: z.string().nullable(),
      group: z.string(),
      status: z.enum(roadStatusList),
    }),
  ),
);
export type AdRoads = z.infer<typeof AdRoads>;

/** Where something stands: the road that is its host, how far along, on which side. */
const Hosted = {
  position: Position,
  carrier: z.string().nullable(),
  facing: z.number().nullable(),
  road: z.string().nullable().meta({ description: "Key of its host; null: it serves none" }),
  chainage: metres.nullable(),
  side: z.number().int().meta({ description: "+1 left, −1 right, 0 in the middle" }),
};

export const AdSpot = z.object({
  id: z.string(),
  ...Hosted,
  theme: z.string().nullable(),
  state: z.enum(adStates),
  counts: z.boolean(),
  repairCost: z.number().nullable(),
  unit: z.string().nullable(),
});
export type AdSpot = z.infer<typeof AdSpot>;

export const AdSite = z.object({
  id: z.string(),
  ...Hosted,
  cost: z.number(),
  blocked: z.string().nullable(),
});
export type AdSite = z.infer<typeof AdSite>;

/** Everything that stands and every place for more, in the pack's order. */
export const AdSpots = z.object({ ads: z.array(AdSpot), sites: z.array(AdSite) });
export type AdSpots = z.infer<typeof AdSpots>;

/** The arithmetic of one road, step by step. */
export const AdRoadDetail = z.object({
  key: z.string(),
  name: z.string().nullable(),
  group: z.string(),
  status: z.enum(roadStatusList),
  lengthM: metres,
  rawLengthM: metres,
  isClosed: z.boolean(),
  pieces: z.array(metres).meta({ description: "Lengths of the pieces of its axis" }),
  perKm: z.number(),
  rounding: z.enum(["ceil", "round", "floor"]),
  exact: z.number().meta({ description: "perKm · length / 1000 before rounding" }),
  minLengthM: metres,
  minCount: count,
  required: count,
  count,
  shortage: count,
  ads: z.array(
    z.object({
      id: z.string(),
      piece: count,
      chainage: metres,
      side: count,
      distance: metres,
      state: z.enum(adStates),
      counts: z.boolean(),
      whyNot: z.string().nullable(),
      isPlanned: z.boolean(),
    }),
  ),
  stretches: z.array(
    z.object({ piece: count, from: metres, to: metres, length: metres, isTooLong: z.boolean() }),
  ),
  maxGapM: metres.nullable(),
  sides: z
    .object({ need: count, left: count, right: count })
    .nullable()
    .meta({ description: "Null: the rules ask nothing of its sides" }),
  conflicts: z.array(
    z.object({ a: z.string(), b: z.string(), distance: metres, required: metres }),
  ),
});
export type AdRoadDetail = z.infer<typeof AdRoadDetail>;
