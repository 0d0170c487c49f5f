import { z } from "zod";
import { adObjectives } from "../ads/plan/plan-ads.ts";
import { errorCodes } from "../errors.ts";
import { Position } from "./geojson.ts";

const metres = z.number().meta({ description: "Metres" });
const count = z.number().int();

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
});

/** 公益广告核查: the figures of the whole city, metres to the centimetre. */
export const AdAudit = z.object({
  roads: z.array(AdRoad),
  areas: z.array(z.object({ id: z.string(), count, min: count, shortage: count })),
  spacingPairs: z.array(z.array(z.string())).meta({ description: "Ads too near each other" }),
  unserved: z.array(z.string()).meta({ description: "Ads that serve no road and no area" }),
  blocked: z.record(z.string(), z.string()).meta({ description: "Why a site may not be used" }),
  totals: z.object({ length: metres, required: count, shortage: count }),
  hoardings: z.array(z.record(z.string(), z.unknown())).optional(),
  screens: z.array(z.record(z.string(), z.unknown())).optional(),
  themes: z.record(z.string(), z.unknown()).optional(),
  note: z
    .enum(["no-rules", "rules-unreadable"])
    .optional()
    .meta({ description: "Why there is nothing to audit; absent where there are rules" }),
});
export type AdAudit = z.infer<typeof AdAudit>;

const amount = z.number().min(0).max(1e12);
const Budget = z.union([
  amount,
  z.strictObject({
    amount,
    weights: z
      .record(z.string(), z.number().min(0).max(1e6))
      .optional()
      .meta({ description: "Worth of an ad by key of the road or id of the area, else 1" }),
  }),
]);

const SiteIds = z.array(z.string().min(1).max(100)).max(5000);

const Bbox = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .refine(([w, s, e, n]) => w < e && s < n && w >= -180 && e <= 180 && s >= -90 && n <= 90, {
    message: "west, south, east, north in degrees expected",
  });

export const NewAdPlan = z
  .strictObject({
    objective: z.enum(adObjectives),
    budget: Budget.optional().meta({ description: "What may be spent; for that objective alone" }),
    locks: z
      .strictObject({ in: SiteIds.optional(), out: SiteIds.optional() })
      .optional()
      .meta({ description: "Sites that must be there, and that must not" }),
    scope: z
      .union([Bbox, z.string().min(1).max(100)])
      .optional()
      .meta({ description: "Bounds or id of a zone: only its roads and places need anything" }),
  })
  .refine(({ objective, budget }) => (objective === "budget") === (budget !== undefined), {
    path: ["budget"],
    message: "expected with the objective budget, and with no other",
  });
export type NewAdPlan = z.infer<typeof NewAdPlan>;

export const AdPlanTicket = z.object({ id: z.string() });
export type AdPlanTicket = z.infer<typeof AdPlanTicket>;

const AdPlanResult = z.object({
  status: z.enum(["optimal", "feasible", "infeasible"]),
  objective: z.enum(adObjectives),
  value: z.number().nullable().meta({ description: "Null: what must be cannot be" }),
  bound: z.number().nullable().meta({ description: "No plan can do better" }),
  gap: z.number().nullable(),
  actions: z.array(z.object({ kind: z.enum(["new", "repair"]), id: z.string() })),
  cost: z.number(),
  minUnmet: count.optional(),
  broken: count.optional().meta({ description: "Empty stretches and sides that stay short" }),
  short: z.array(z.object({ kind: z.string(), of: z.string(), missing: count })).optional(),
  sites: z
    .array(
      z.object({
        kind: z.enum(["new", "repair"]),
        id: z.string(),
        position: Position,
        carrier: z.string().nullable(),
        cost: z.number(),
      }),
    )
    .meta({ description: "Where the actions are, in their order" }),
});

export const adPlanStates = ["queued", "running", "done", "failed", "cancelled"] as const;
export type AdPlanState = (typeof adPlanStates)[number];

export const AdPlanBody = z.object({
  id: z.string(),
  state: z.enum(adPlanStates),
  progress: z.number().min(0).max(1),
  result: AdPlanResult.optional().meta({ description: "Of a plan that is done, and was checked" }),
  error: z
    .object({ code: z.enum(errorCodes), reason: z.string(), message: z.string() })
    .optional()
    .meta({ description: "Why it failed" }),
});
export type AdPlanBody = z.infer<typeof AdPlanBody>;
