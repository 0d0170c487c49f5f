import { z } from "zod";
import { adObjectives } from "../ads/plan/plan-ads.ts";
import { errorCodes } from "../errors.ts";
import { AdStamp, AdSummaryRow } from "./ads.ts";
import { Position } from "./geojson.ts";

const metres = z.number().meta({ description: "Metres" });
const count = z.number().int();

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

/** What a road is worth under a budget, besides 1: how much comes back along it, or how many places lie by it. */
export const adWeightings = ["none", "recurrence", "places"] as const;
export type AdWeighting = (typeof adWeightings)[number];

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
    locks: z.strictObject({ in: SiteIds.optional(), out: SiteIds.optional() }).optional().meta({
      description:
        "Sites that must be there, and that must not; an ad among the latter is not repaired",
    }),
    scope: z
      .union([Bbox, z.string().min(1).max(100)])
      .optional()
      .meta({ description: "Bounds or id of a zone: only its roads and places need anything" }),
    name: z.string().trim().min(1).max(60).optional(),
    rules: z
      .string()
      .max(40)
      .optional()
      .meta({ description: "Version of the rules; absent: those in force" }),
    moves: z
      .record(z.string().min(1).max(100), Position)
      .refine((moves) => Object.keys(moves).length <= 500, { message: "at most 500" })
      .optional()
      .meta({ description: "Sites that are planned elsewhere along their road" }),
    weighting: z.enum(adWeightings).optional(),
    basedOn: z.string().max(100).optional().meta({
      description:
        "A plan that is done: only near the sites whose locks or places differ from it is planned anew",
    }),
  })
  .refine(({ objective, budget }) => (objective === "budget") === (budget !== undefined), {
    path: ["budget"],
    message: "expected with the objective budget, and with no other",
  });
export type NewAdPlan = z.infer<typeof NewAdPlan>;

export const AdPlanTicket = z.object({ id: z.string() });
export type AdPlanTicket = z.infer<typeof AdPlanTicket>;

/** A site of a plan with everything that a work order says. */
const AdPlanSite = z.object({
  kind: z.enum(["new", "repair"]),
  id: z.string(),
  number: count.optional().meta({ description: "Running number within the plan, from 1" }),
  position: Position,
  carrier: z.string().nullable(),
  cost: z.number(),
  road: z.string().nullable().optional(),
  chainage: metres.nullable().optional(),
  side: count.optional(),
  facing: z.number().nullable().optional(),
  theme: z.string().nullable().optional(),
  unit: z
    .object({ id: z.string(), name: z.string() })
    .nullable()
    .optional()
    .meta({ description: "Answers for the spot by duty" }),
  zone: z.object({ id: z.string(), name: z.string() }).nullable().optional(),
});
export type AdPlanSite = z.infer<typeof AdPlanSite>;

const AdCostRow = z.object({
  id: z.string().nullable(),
  name: z.string(),
  sites: count,
  cost: z.number(),
});
export type AdCostRow = z.infer<typeof AdCostRow>;

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
  sites: z.array(AdPlanSite).meta({ description: "Where the actions are, as one would walk them" }),
  after: z
    .object({
      total: AdSummaryRow,
      byGroup: z.array(AdSummaryRow),
    })
    .optional()
    .meta({ description: "The audit as it will be" }),
  costs: z.object({ byCarrier: z.array(AdCostRow), byUnit: z.array(AdCostRow) }).optional(),
  unmet: z
    .array(
      z.object({
        kind: z.string(),
        of: z.string(),
        missing: count,
        side: z.enum(["left", "right"]).nullable().optional(),
        need: z.number().optional().meta({ description: "Ads; of a stretch metres" }),
        have: z.number().optional(),
        possible: z.number().meta({
          description: "So many were found there, all else left aside; of a stretch metres",
        }),
        atMost: z.number().optional().meta({ description: "There cannot be more" }),
        sites: count.meta({ description: "Sites along it, usable or not" }),
        reasons: z.array(z.object({ reason: z.string(), count })),
      }),
    )
    .optional()
    .meta({ description: "What cannot be met, and what is in the way" }),
  themes: z
    .array(
      z.object({
        theme: z.string(),
        have: count,
        need: count.optional(),
        added: count,
        minShare: z.number(),
      }),
    )
    .optional(),
  greedy: z
    .object({ actions: count, cost: z.number(), unmet: count })
    .optional()
    .meta({ description: "What taking the best site each time would give" }),
  isLocal: z.boolean().optional().meta({ description: "Planned anew near the edits alone" }),
  planMs: z.number().optional(),
});
export type AdPlanResult = z.infer<typeof AdPlanResult>;

export const adPlanStates = ["queued", "running", "done", "failed", "cancelled"] as const;
export type AdPlanState = (typeof adPlanStates)[number];

/** A scenario as the list shows it. */
export const AdPlanHead = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(adPlanStates),
  progress: z.number().min(0).max(1),
  asked: z
    .object({
      objective: z.enum(adObjectives),
      budget: amount.nullable(),
      locks: z.object({ in: z.array(z.string()), out: z.array(z.string()) }),
      moves: z.record(z.string(), Position),
      scope: z.union([Bbox, z.string()]).nullable(),
      weighting: z.enum(adWeightings),
      basedOn: z.string().nullable(),
    })
    .meta({ description: "What it was asked with" }),
  stamp: AdStamp,
  madeBy: z.string(),
  figures: z
    .object({
      status: z.enum(["optimal", "feasible", "infeasible"]),
      value: z.number().nullable(),
      bound: z.number().nullable(),
      gap: z.number().nullable(),
      fresh: count,
      repairs: count,
      cost: z.number(),
      shortageAfter: count,
      unmet: count.optional().meta({ description: "Least shortage, where not all can be met" }),
      broken: count.optional(),
      metShare: z
        .number()
        .nullable()
        .meta({ description: "Roads no longer short, of those judged" }),
      isLocal: z.boolean(),
    })
    .nullable()
    .meta({ description: "Null: not done" }),
});
export type AdPlanHead = z.infer<typeof AdPlanHead>;

export const AdPlanList = z
  .object({ plans: z.array(AdPlanHead) })
  .meta({ description: "Newest first" });
export type AdPlanList = z.infer<typeof AdPlanList>;

export const AdPlanRename = z.strictObject({ name: z.string().trim().min(1).max(60) });

export const AdPlanBody = z.object({
  id: z.string(),
  state: z.enum(adPlanStates),
  progress: z.number().min(0).max(1),
  head: AdPlanHead.optional(),
  result: AdPlanResult.optional().meta({ description: "Of a plan that is done, and was checked" }),
  error: z
    .object({ code: z.enum(errorCodes), reason: z.string(), message: z.string() })
    .optional()
    .meta({ description: "Why it failed" }),
});
export type AdPlanBody = z.infer<typeof AdPlanBody>;

const Served = z.object({
  kind: z.enum(["count", "gap", "side", "area"]),
  of: z.string().meta({ description: "Key of a road or id of a place" }),
  side: z.enum(["left", "right"]).nullable().optional(),
  need: z.number().meta({ description: "Ads; of a stretch the metres that may be" }),
  with: z.number(),
  without: z.number(),
});

/** 为什么在这里, 为什么不行. */
export const AdSiteReason = z.object({
  id: z.string(),
  isChosen: z.boolean(),
  kind: z.enum(["new", "repair"]).nullable(),
  road: z.string().nullable(),
  chainage: metres.nullable(),
  side: count,
  isMust: z.boolean().optional(),
  cost: z.number(),
  serves: z.array(Served),
  alsoServes: z
    .array(z.string())
    .optional()
    .meta({ description: "Roads and places that would have enough without it" }),
  stretch: z
    .object({ before: metres, after: z.array(metres), max: metres.nullable() })
    .nullable()
    .meta({ description: "The empty stretch it breaks" }),
  breaks: z.array(Served).meta({ description: "Short without it" }),
  alternative: z
    .object({
      kind: z.enum(["new", "repair"]),
      id: z.string(),
      extraCost: z.number(),
      position: Position,
    })
    .nullable()
    .meta({ description: "The cheapest single site that fills what only this one fills" }),
  extraCostIfRefused: z
    .number()
    .nullable()
    .optional()
    .meta({ description: "By that swap; null: only planning again can tell" }),
  why: z
    .array(
      z.object({
        code: z.string(),
        detail: z.string().optional(),
        ids: z.array(z.string()).optional(),
      }),
    )
    .meta({ description: "Why it is not chosen; empty where it is" }),
});
export type AdSiteReason = z.infer<typeof AdSiteReason>;

export const AdMoveAsked = z.strictObject({ site: z.string().min(1).max(100), position: Position });
export type AdMoveAsked = z.infer<typeof AdMoveAsked>;

/** Where a dragged site lands on its road's side, and what that does to the plan. */
export const AdMoveBody = z.object({
  site: z.string(),
  position: Position,
  road: z.string().nullable(),
  chainage: metres.nullable(),
  faults: z.array(
    z.object({
      code: z.string(),
      detail: z.string().optional(),
      ids: z.array(z.string()).optional(),
    }),
  ),
  breaks: z.array(Served),
});
export type AdMoveBody = z.infer<typeof AdMoveBody>;

/** Phases cut from one plan: together they are the plan. */
export const AdPhases = z.object({
  phases: z.array(
    z.object({
      budget: z.number().nullable().meta({ description: "Null: what is left over" }),
      actions: z.array(z.object({ kind: z.enum(["new", "repair"]), id: z.string() })),
      cost: z.number(),
      shortageLeft: count,
      brokenLeft: count.optional(),
      coverage: z
        .number()
        .optional()
        .meta({ description: "Of all ads that are needed, the share that is there then" }),
    }),
  ),
});
export type AdPhases = z.infer<typeof AdPhases>;
