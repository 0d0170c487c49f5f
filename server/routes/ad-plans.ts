import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import {
  AdPlanBody,
  AdPlanList,
  AdPlanRename,
  AdPlanTicket,
  NewAdPlan,
} from "../../domain/contract/ads-plans.ts";
import { DomainError } from "../../domain/errors.ts";
import { viewerOf } from "../access/identity.ts";
import type { FoundPlan } from "../ads/ad-plans.ts";
import type { Deps } from "../deps.ts";
import { describedError } from "../error-response.ts";
import { planRequest } from "./ad-plan-request.ts";
import { answers, answersChange, answersOne, documentedRoutes } from "./api.ts";
import { readBody } from "./read-body.ts";
import { readQuery } from "./read-query.ts";

const list = createRoute({
  method: "get",
  path: "/plans",
  summary: "Plans of the city, newest first",
  responses: answers(AdPlanList, "Those that wait or are being made, and those that are kept"),
});

const ask = createRoute({
  method: "post",
  path: "/plans",
  summary: "Plan ads: fewest, cheapest, or the most for a budget",
  description:
    "202 with the number to ask for it. One plan is made at a time, up to 8 wait; a plan that is done is kept, for the city and not for the account.",
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

const rename = createRoute({
  method: "patch",
  path: "/plans/{id}",
  summary: "Give a plan that is done another name",
  request: {
    params: PlanParams,
    body: { content: { "application/json": { schema: AdPlanRename } } },
  },
  responses: answersOne(AdPlanBody, "As it stands now"),
});

const cancel = createRoute({
  method: "delete",
  path: "/plans/{id}",
  summary: "Cancel a plan; one that has ended stays as it is, unless it is to be forgotten",
  request: {
    params: PlanParams,
    query: z.object({
      forget: z.enum(["1"]).optional().openapi({ description: "For good; one that has ended" }),
    }),
  },
  responses: answersOne(AdPlanBody, "As it stands now, or stood"),
});

export function adPlanRoutes(deps: Pick<Deps, "city" | "ads" | "adPlans">) {
  const { ads, adPlans } = deps;
  const idOf = (c: Context) => c.req.param("id") ?? "";
  return documentedRoutes([
    [
      list,
      async (c) => {
        readQuery(c, []);
        return c.json({ plans: await adPlans.list() } satisfies AdPlanList, 200);
      },
      "plan-ads",
    ],
    [
      ask,
      async (c) => {
        readQuery(c, []);
        const sent = await readBody(c, NewAdPlan);
        const ready = await ads.ready();
        const { rules } = ready;
        if (!rules) throw new DomainError("no-ad-rules", { isFileThere: ready.isRulesFileThere });
        const id = adPlans.ask(await planRequest(deps, ready, rules, sent), viewerOf(c));
        return c.json({ id } satisfies AdPlanTicket, 202);
      },
      "plan-ads",
    ],
    [
      find,
      async (c) => {
        readQuery(c, []);
        return planAnswer(c, await adPlans.find(idOf(c)));
      },
      "plan-ads",
    ],
    [
      rename,
      async (c) => {
        readQuery(c, []);
        const { name } = await readBody(c, AdPlanRename);
        return planAnswer(c, await adPlans.rename(idOf(c), name, viewerOf(c)));
      },
      "plan-ads",
    ],
    [
      cancel,
      async (c) => {
        const { forget } = readQuery(c, ["forget"]);
        if (forget === undefined) return planAnswer(c, await adPlans.cancel(idOf(c)));
        const found = await adPlans.find(idOf(c));
        await adPlans.remove(idOf(c), viewerOf(c));
        return planAnswer(c, found);
      },
      "plan-ads",
    ],
  ]);
}

/** The result is text already: a plan of a whole city is megabytes. */
function planAnswer(c: Context, { head, resultText, refusal }: FoundPlan): Response {
  const { id, state, progress } = head;
  const body: AdPlanBody = {
    id,
    state,
    progress,
    head,
    ...(refusal && { error: describedError(refusal, c) }),
  };
  const text = JSON.stringify(body);
  const whole = resultText === null ? text : `${text.slice(0, -1)},"result":${resultText}}`;
  return c.body(whole, 200, { "Content-Type": "application/json" });
}
