import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { AdAudit } from "../../domain/contract/ads.ts";
import { AdPlanBody, AdPlanTicket, NewAdPlan } from "../../domain/contract/ads-plans.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AskedPlan } from "../ads/ad-plans.ts";
import type { Deps } from "../deps.ts";
import { describedError } from "../error-response.ts";
import { adPlanJob } from "./ad-plan-job.ts";
import { answers, answersChange, answersOne, documentedRoutes } from "./api.ts";
import { readBody } from "./read-body.ts";
import { readQuery } from "./read-query.ts";

const audit = createRoute({
  method: "get",
  path: "/audit",
  summary: "公益广告核查: what the rules ask of every road and place, what stands, what is short",
  description:
    "Of the whole city, for accounts that plan ads; the others are refused. Made once a version of the pack's files.",
  responses: answers(AdAudit, "Empty lists with a note where the city has no rules for ads"),
});

const ask = createRoute({
  method: "post",
  path: "/plans",
  summary: "Plan ads: fewest, cheapest, or the most for a budget",
  description:
    "202 with the number to ask for it. One plan is made at a time, up to 8 wait, the newest 12 that ended are kept; all of them in memory, for the city and not for the account.",
  request: { body: { content: { "application/json": { schema: NewAdPlan } } } },
  responses: {
    ...answersChange(AdPlanTicket, "Never"),
    202: {
      description: "Waits for its turn, or is being made",
      content: { "application/json": { schema: AdPlanTicket } },
    },
  },
});

const PlanParams = z.object({ id: z.string() });

const find = createRoute({
  method: "get",
  path: "/plans/{id}",
  summary: "How far a plan is, and what came of it",
  description: "A plan that is done has passed the independent checker.",
  request: { params: PlanParams },
  responses: answersOne(AdPlanBody, "404 for a plan that there is not, or no longer"),
});

const cancel = createRoute({
  method: "delete",
  path: "/plans/{id}",
  summary: "Cancel a plan; one that has ended stays as it is",
  request: { params: PlanParams },
  responses: answersOne(AdPlanBody, "As it stands now"),
});

export function adsRoutes({ city, ads, adPlans }: Pick<Deps, "city" | "ads" | "adPlans">) {
  return documentedRoutes([
    [
      audit,
      async (c) => {
        readQuery(c, []);
        const known = await ads.read();
        if (known.kind !== "audited") return c.json(nothingFor(known.kind), 200);
        return c.body(known.ads.auditJson, 200, { "Content-Type": "application/json" });
      },
      "plan-ads",
    ],
    [
      ask,
      async (c) => {
        readQuery(c, []);
        const sent = await readBody(c, NewAdPlan);
        const known = await ads.read();
        if (known.kind !== "audited") {
          throw new DomainError("no-ad-rules", { isFileThere: known.kind !== "no-rules" });
        }
        const id = adPlans.ask(adPlanJob(city, known.ads, sent));
        return c.json({ id } satisfies AdPlanTicket, 202);
      },
      "plan-ads",
    ],
    [
      find,
      (c) => {
        readQuery(c, []);
        return c.json(planBody(c, adPlans.find(c.req.param("id") ?? "")), 200);
      },
      "plan-ads",
    ],
    [
      cancel,
      async (c) => {
        readQuery(c, []);
        return c.json(planBody(c, await adPlans.cancel(c.req.param("id") ?? "")), 200);
      },
      "plan-ads",
    ],
  ]);
}

function nothingFor(note: NonNullable<AdAudit["note"]>): AdAudit {
  const totals = { length: 0, required: 0, shortage: 0 };
  return { roads: [], areas: [], spacingPairs: [], unserved: [], blocked: {}, totals, note };
}

function planBody(c: Context, { id, instance, stage }: AskedPlan): AdPlanBody {
  switch (stage.state) {
    case "running":
      return { id, state: "running", progress: stage.running.progress() };
    case "done":
      return { id, state: "done", progress: 1, result: resultBody(instance, stage.plan) };
    case "failed":
      return { id, state: "failed", progress: 1, error: describedError(stage.refusal, c) };
    default:
      return { id, state: stage.state, progress: 0 };
  }
}

type Result = NonNullable<AdPlanBody["result"]>;
type Done = Extract<AskedPlan["stage"], { state: "done" }>;

function resultBody(instance: AskedPlan["instance"], plan: Done["plan"]): Result {
  const candidates = new Map(instance.candidates.map((each) => [each.id, each]));
  const standing = new Map(instance.ads.map((each) => [each.id, each]));
  const sites = plan.actions.flatMap(({ kind, id }): Result["sites"] => {
    const site = kind === "new" ? candidates.get(id) : undefined;
    const ad = kind === "repair" ? standing.get(id) : undefined;
    const at = site ?? ad;
    if (!at) return [];
    const cost = site?.cost ?? ad?.repairCost ?? 0;
    return [{ kind, id, position: [at.x, at.y], carrier: at.carrier ?? null, cost }];
  });
  const { short, actions, ...rest } = plan;
  return {
    ...rest,
    actions: [...actions],
    ...(short && { short: short.map((row) => ({ ...row })) }),
    sites,
  };
}
