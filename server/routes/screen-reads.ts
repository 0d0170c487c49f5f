import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { FilterQuery } from "../../domain/contract/filter-query.ts";
import { ScreenHours, ScreenRecent, ScreenStandings } from "../../domain/contract/screen-reads.ts";
import { viewerOf } from "../access/identity.ts";
import type { Deps } from "../deps.ts";
import type { RowFilter } from "../problem-index/row-filter.ts";
import { KeptReads } from "../screen/kept-reads.ts";
import { answers, documentedRoutes } from "./api.ts";
import { readFilter, readInteger } from "./read-query.ts";
import { hoursBody, recentBody, standingsBody } from "./screen-reads-body.ts";

const standings = createRoute({
  method: "get",
  path: "/standings",
  summary: "Zones with score, rank and what stood open for 30 days",
  description:
    "open, overdue and trend follow the filter. Score (平台口径) = 100 − 40 × overdue share of open − 40 × relapse share − " +
    "20 × (1 − share closed in time), of the ground of the zone, whoever answered for it.",
  request: { query: FilterQuery },
  responses: answers(ScreenStandings, "Zones of the first level, in the order of the pack"),
});

const recent = createRoute({
  method: "get",
  path: "/recent",
  summary: "What happened last: reported, closed, run out of time",
  request: {
    query: FilterQuery.extend({
      limit: z.string().optional().openapi({ description: "1 … 100, default 20" }),
    }),
  },
  responses: answers(ScreenRecent, "Newest first, of the reports that pass"),
});

const hours = createRoute({
  method: "get",
  path: "/hours",
  summary: "Reported and closed in each hour of the day that holds asOf",
  request: { query: FilterQuery },
  responses: answers(ScreenHours, "24 hours of the city's wall clock, with what is usual"),
});

/** Reads that only walls need, of what the account sees. */
export function screenReadRoutes({ city }: Pick<Deps, "city">) {
  const kept = new KeptReads();

  /** Without asOf it is asked about a moment that does not come again. */
  function answer<T>(c: Context, rows: RowFilter, make: () => Promise<T>): Promise<T> {
    const question = JSON.stringify([c.req.path, c.req.query(), rows.asOf, viewerOf(c).role]);
    return kept.get({ revision: city.revision, sight: rows.sight }, question, make);
  }

  return documentedRoutes([
    [
      standings,
      async (c) => {
        const { rows } = readFilter(c, city, []);
        const body = await answer(c, rows, () => standingsBody(city, rows));
        return c.json(body satisfies ScreenStandings, 200);
      },
    ],
    [
      recent,
      async (c) => {
        const { rows, query } = readFilter(c, city, ["limit"]);
        const limit = readInteger("limit", query.limit, { min: 1, max: 100, absent: 20 });
        const viewer = viewerOf(c);
        const body = await answer(c, rows, () => recentBody(city, rows, { limit, viewer }));
        return c.json(body satisfies ScreenRecent, 200);
      },
    ],
    [
      hours,
      async (c) => {
        const { rows } = readFilter(c, city, []);
        const body = await answer(c, rows, async () => hoursBody(city, rows));
        return c.json(body satisfies ScreenHours, 200);
      },
    ],
  ]);
}
