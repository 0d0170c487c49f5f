import { createRoute, z } from "@hono/zod-openapi";
import { FilterQuery } from "../../domain/contract/filter-query.ts";
import { PlaceEvidence, RecurrencePlaces } from "../../domain/contract/recurrence.ts";
import { DomainError } from "../../domain/errors.ts";
import { placeClasses } from "../../domain/recurrence/place-class.ts";
import { viewerOf } from "../access/identity.ts";
import { seesPlace } from "../access/sight-of.ts";
import type { Deps } from "../deps.ts";
import { countAtRank, countRecurrences } from "../recurrence-index/count-recurrences.ts";
import { MeasuresAt } from "../recurrence-index/measures-at.ts";
import { rankPlaces } from "../recurrence-index/rank-places.ts";
import { answers, answersOne, documentedRoutes } from "./api.ts";
import { decisionBody } from "./decision-body.ts";
import { densityOf, placeBodies } from "./place-body.ts";
import { placeEpisodes } from "./place-episodes.ts";
import { readClasses } from "./read-classes.ts";
import { readFilter, readInteger } from "./read-query.ts";

const places = createRoute({
  method: "get",
  path: "/",
  summary: "Places where problems come back, highest own rate λ30 first",
  request: {
    query: FilterQuery.extend({
      class: z
        .string()
        .optional()
        .openapi({ description: `Comma list of ${placeClasses.join()}` }),
      limit: z.string().optional().openapi({ description: "1 … 2000, default 200" }),
    }),
  },
  responses: answers(RecurrencePlaces, "k, S and rate30 follow the filter"),
});

const evidence = createRoute({
  method: "get",
  path: "/{id}",
  summary: "The evidence of a place: its episodes and every report in them",
  request: { params: z.object({ id: z.string() }), query: FilterQuery },
  responses: answersOne(
    PlaceEvidence,
    "Episodes as known at asOf; k, S and rate30 follow the filter",
  ),
});

export function recurrencePlaceRoutes({ city }: Pick<Deps, "city">) {
  const { recurrence } = city;
  return documentedRoutes([
    [
      places,
      async (c) => {
        const { rows, query } = readFilter(c, city, ["class", "limit"]);
        const limit = readInteger("limit", query.limit, { min: 1, max: 2000, absent: 200 });
        const classes = query.class === undefined ? null : readClasses(query.class);
        const counts = countRecurrences(recurrence, rows);
        const ranking = rankPlaces(recurrence, counts, rows.asOf, limit, classes);
        const density = densityOf(city, rows);
        const measuresAt = new MeasuresAt(recurrence, rows.asOf);
        const bodies = await placeBodies(city, ranking.places, {
          measuresAt,
          density,
          viewer: viewerOf(c),
        });
        return c.json({ total: ranking.total, places: bodies } satisfies RecurrencePlaces, 200);
      },
    ],
    [
      evidence,
      async (c) => {
        const { rows } = readFilter(c, city, []);
        const id = c.req.param("id") ?? "";
        const place = /^\d{1,9}$/.test(id) ? Number(id) : -1;
        const measuresAt = new MeasuresAt(recurrence, rows.asOf);
        if (!seesPlace(city, viewerOf(c), place) || !measuresAt.ofPlace(place)) {
          throw new DomainError("not-found", { what: "place", id });
        }
        const counts = countRecurrences(recurrence, rows);
        const counted = { place, ...countAtRank(counts, recurrence.rankOf(place)) };
        const density = densityOf(city, rows);
        const [body] = await placeBodies(city, [counted], {
          measuresAt,
          density,
          viewer: viewerOf(c),
        });
        if (!body) throw new DomainError("not-found", { what: "place", id });
        const { graceHours } = city.tables.tree.at(recurrence.anchors.category[place] ?? 0);
        const decisions = await city.storage.decisions([place]);
        return c.json(
          {
            ...body,
            graceHours: graceHours ?? recurrence.settings.graceHours,
            episodes: await placeEpisodes(city, place, rows.asOf),
            decisions: decisions
              .filter(({ decidedAt }) => decidedAt <= rows.asOf)
              .map((decision) => decisionBody(city, decision, viewerOf(c))),
          } satisfies PlaceEvidence,
          200,
        );
      },
    ],
  ]);
}
