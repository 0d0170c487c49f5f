import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { can } from "../../domain/account.ts";
import {
  AdAudit,
  AdRoadDetail,
  AdRoads,
  AdSpots,
  AdSummaryBody,
} from "../../domain/contract/ads.ts";
import { DomainError } from "../../domain/errors.ts";
import { viewerOf } from "../access/identity.ts";
import { stampOfAds } from "../ads/city-ads.ts";
import type { Deps } from "../deps.ts";
import { readAdView, viewParameters } from "./ad-view-query.ts";
import { answers, answersOne, documentedRoutes } from "./api.ts";
import { unitNamed, zoneToday } from "./known-today.ts";
import { readQuery } from "./read-query.ts";

const audit = createRoute({
  method: "get",
  path: "/audit",
  summary: "公益广告核查: what the rules ask of every road and place, what stands, what is short",
  description: "Made once for what it is made of, in a thread of its own.",
  request: {
    query: z.object({
      ...viewParameters,
      zone: z.string().optional().openapi({ description: "Roads of this zone alone" }),
      unit: z.string().optional().openapi({ description: "Roads that this unit answers for" }),
    }),
  },
  responses: answers(AdAudit, "Empty lists with a note where the city has no rules for ads"),
});

const summary = createRoute({
  method: "get",
  path: "/summary",
  summary: "Sums of the audit, for walls",
  responses: answers(AdSummaryBody, "No roads and no sites"),
});

const roads = createRoute({
  method: "get",
  path: "/roads",
  summary: "Roads as the rules see them, each drawn once, with how it stands",
  request: { query: z.object(viewParameters) },
  responses: answers(AdRoads, "Axes of all roads"),
});

const spots = createRoute({
  method: "get",
  path: "/spots",
  summary: "What stands, and where more could",
  request: { query: z.object(viewParameters) },
  responses: answers(AdSpots, "Ads and sites in the order of the pack"),
});

const road = createRoute({
  method: "get",
  path: "/road",
  summary: "The arithmetic of one road, step by step",
  request: { query: z.object({ ...viewParameters, key: z.string() }) },
  responses: answersOne(AdRoadDetail, "404 for a road that there is not"),
});

const viewNames = ["rules", "plan"] as const;
const json = { "Content-Type": "application/json" };

export function adsRoutes(deps: Pick<Deps, "city" | "ads" | "adPlans">) {
  const { city, ads } = deps;
  return documentedRoutes([
    [
      audit,
      async (c) => {
        const { zone = null, unit = null, ...query } = readQuery(c, [...viewNames, "zone", "unit"]);
        const known = await readAdView(deps, query);
        if (known.kind !== "view") return c.json(nothingFor(known.kind), 200);
        const { ready, view } = known;
        if (zone !== null) zoneToday(city, zone);
        if (unit !== null) unitNamed(city, unit);
        const stamp = await stampOfAds(ads, ready, view.rules, city);
        return c.body(await ads.text("audit", { view, part: { zone, unit }, stamp }), 200, json);
      },
      "plan-ads",
    ],
    [
      summary,
      async (c) => {
        readQuery(c, []);
        const known = await readAdView(deps, {});
        if (known.kind !== "view") {
          const body = { total: null, byGroup: [], stamp: null, note: known.kind };
          return c.json(body satisfies AdSummaryBody, 200);
        }
        const { ready, view } = known;
        const { total, byGroup } = await ads.ask("summary", { view });
        const stamp = await stampOfAds(ads, ready, view.rules, city);
        return c.json({ total, byGroup, stamp } satisfies AdSummaryBody, 200);
      },
    ],
    [
      roads,
      async (c) => {
        const query = readQuery(c, viewNames);
        if (Object.keys(query).length > 0) expectPlanner(c);
        const known = await readAdView(deps, query);
        if (known.kind !== "view") {
          return c.json({ type: "FeatureCollection", features: [] } satisfies AdRoads, 200);
        }
        return c.body(await ads.text("roads", { view: known.view }), 200, json);
      },
    ],
    [
      spots,
      async (c) => {
        const known = await readAdView(deps, readQuery(c, viewNames));
        if (known.kind !== "view") return c.json({ ads: [], sites: [] } satisfies AdSpots, 200);
        return c.body(await ads.text("spots", { view: known.view }), 200, json);
      },
      "plan-ads",
    ],
    [
      road,
      async (c) => {
        const { key = "", ...query } = readQuery(c, [...viewNames, "key"]);
        const known = await readAdView(deps, query);
        const found =
          known.kind === "view" ? await ads.ask("road", { view: known.view, key }) : null;
        if (!found) throw new DomainError("not-found", { what: "road", id: key });
        return c.json(found satisfies AdRoadDetail, 200);
      },
      "plan-ads",
    ],
  ]);
}

/** Everybody sees how roads stand; plans, and rules that are not in force, are for those who plan. */
function expectPlanner(c: Context): void {
  const { role } = viewerOf(c);
  if (!can({ role }, "plan-ads"))
    throw new DomainError("not-allowed", { role, capability: "plan-ads" });
}

function nothingFor(note: NonNullable<AdAudit["note"]>): AdAudit {
  const totals = { length: 0, required: 0, shortage: 0 };
  return { roads: [], areas: [], spacingPairs: [], unserved: [], blocked: {}, totals, note };
}
