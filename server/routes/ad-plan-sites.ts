import { createRoute, z } from "@hono/zod-openapi";
import {
  AdMoveAsked,
  AdMoveBody,
  AdPhases,
  AdSiteReason,
} from "../../domain/contract/ads-plans.ts";
import { DomainError } from "../../domain/errors.ts";
import { badParameter } from "../../domain/parse-filter.ts";
import type { Deps } from "../deps.ts";
import { answers, answersOne, documentedRoutes } from "./api.ts";
import { readBody } from "./read-body.ts";
import { readQuery } from "./read-query.ts";

const reason = createRoute({
  method: "get",
  path: "/plans/{id}/sites/{site}",
  summary: "为什么在这里, 为什么不行: why a plan chose a site or a repair, or why not",
  request: { params: z.object({ id: z.string(), site: z.string() }) },
  responses: answersOne(AdSiteReason, "404 for a plan or site that there is not"),
});

const move = createRoute({
  method: "post",
  path: "/plans/{id}/move",
  summary: "Where a dragged site lands along its road, and what that breaks; nothing is kept",
  request: {
    params: z.object({ id: z.string() }),
    body: { content: { "application/json": { schema: AdMoveAsked } } },
  },
  responses: answersOne(AdMoveBody, "On its own side, as far from the carriageway as it was"),
});

const phases = createRoute({
  method: "get",
  path: "/plans/{id}/phases",
  summary: "分期: one plan cut into parts by budgets",
  request: {
    params: z.object({ id: z.string() }),
    query: z.object({ budgets: z.string().openapi({ description: "Amounts, comma list" }) }),
  },
  responses: answers(AdPhases, "Together they are the plan; what money is left for comes last"),
});

const MOST_PHASES = 12;

export function adPlanSiteRoutes({ ads, adPlans }: Pick<Deps, "ads" | "adPlans">) {
  return documentedRoutes([
    [
      reason,
      async (c) => {
        readQuery(c, []);
        const { id = "", site = "" } = c.req.param();
        const found = await ads.ask("reason", { view: await adPlans.viewed(id), site });
        if (!found) throw new DomainError("not-found", { what: "site", id: site });
        return c.json(found satisfies AdSiteReason, 200);
      },
      "plan-ads",
    ],
    [
      move,
      async (c) => {
        readQuery(c, []);
        const asked = await readBody(c, AdMoveAsked);
        const view = await adPlans.viewed(c.req.param("id") ?? "");
        const found = await ads.ask("move", { view, ...asked });
        if (!found) throw new DomainError("not-found", { what: "site", id: asked.site });
        return c.json(found satisfies AdMoveBody, 200);
      },
      "plan-ads",
    ],
    [
      phases,
      async (c) => {
        const { budgets = "" } = readQuery(c, ["budgets"]);
        const view = await adPlans.viewed(c.req.param("id") ?? "");
        const found = await ads.ask("phases", { view, budgets: amountsOf(budgets) });
        return c.json(found satisfies AdPhases, 200);
      },
      "plan-ads",
    ],
  ]);
}

function amountsOf(list: string): number[] {
  const amounts = list.split(",").map((each) => (each.trim() === "" ? Number.NaN : Number(each)));
  const isGood = amounts.every((each) => Number.isFinite(each) && each >= 0 && each <= 1e12);
  if (isGood && amounts.length <= MOST_PHASES) return amounts;
  throw badParameter("budgets", list, `1–${MOST_PHASES} amounts, comma list`);
}
