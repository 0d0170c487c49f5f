import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { PlannedVisits } from "../../domain/contract/cases.ts";
import { SuggestedVisits } from "../../domain/contract/visits.ts";
import { DAY_MS } from "../../domain/time.ts";
import { viewerOf } from "../access/identity.ts";
import { seesProblem, sightOf } from "../access/sight-of.ts";
import type { City } from "../city/city.ts";
import type { Deps } from "../deps.ts";
import { returnsAt, suggestVisits } from "../services/suggest-visits.ts";
import { answers, documentedRoutes } from "./api.ts";
import { problemFeature } from "./problem-feature.ts";
import { readInteger, readQuery } from "./read-query.ts";

/** Planned visits answered at once; a round of a day is far below. */
const MOST_PLANNED = 500;

const planned = createRoute({
  method: "get",
  path: "/visits",
  summary: "回头看: follow-up visits that are planned and that nobody recorded",
  description:
    "Of closed problems that the account sees, due first. A visit is due when it is planned for today or before, " +
    `by the city's clock. The first ${MOST_PLANNED}.`,
  responses: answers(PlannedVisits, "The visits, with how often each place came back"),
});

const suggested = createRoute({
  method: "get",
  path: "/visits/suggested",
  summary: "Closed problems worth a follow-up visit",
  description:
    "Closed within relapseDays, no visit yet, nothing open at the place; the last closing of each place. Places that " +
    "came back first, by λ30, then the oldest closing. Plan them by POST /api/cases/acts with visitAt.",
  request: {
    query: z.object({
      limit: z.string().optional().openapi({ description: "1 … 100, default 20" }),
    }),
  },
  responses: answers(SuggestedVisits, "In the order to visit them"),
});

export function visitRoutes({ city }: Pick<Deps, "city">) {
  return documentedRoutes([
    [
      planned,
      async (c) => {
        readQuery(c, []);
        return c.json(await plannedVisits(c, city), 200);
      },
    ],
    [
      suggested,
      async (c) => {
        const query = readQuery(c, ["limit"]);
        const limit = readInteger("limit", query.limit, { min: 1, max: 100, absent: 20 });
        const found = await suggestVisits(city, sightOf(city, viewerOf(c)), limit);
        const shownTo = { t: city.now(), viewer: viewerOf(c) };
        const body: SuggestedVisits = {
          relapseDays: city.recurrence.settings.relapseDays,
          suggestions: found.map(({ problem, lambda30, returns }) => ({
            feature: problemFeature(city, problem, shownTo),
            lambda30,
            returns,
          })),
        };
        return c.json(body, 200);
      },
    ],
  ]);
}

async function plannedVisits(c: Context, city: City): Promise<PlannedVisits> {
  const viewer = viewerOf(c);
  const t = city.now();
  const tomorrow = city.clock.dayStart(city.clock.dayStart(t) + 1.5 * DAY_MS);
  const steps = await city.storage.plannedVisits();
  const stored = await city.storage.problemsById([...new Set(steps.map((s) => s.problemId))]);
  const seen = stored.filter(
    (problem) => problem.state === "closed" && seesProblem(city, viewer, problem),
  );
  const byId = new Map(seen.map((problem) => [problem.id, problem]));
  const visits = steps.flatMap(({ id, problemId, visitAt }) => {
    const problem = byId.get(problemId);
    if (!problem || visitAt === null) return [];
    return {
      id,
      visitAt: city.clock.toIso(visitAt),
      isDue: visitAt < tomorrow,
      feature: problemFeature(city, problem, { t, viewer }),
      returns: returnsAt(city, problem.placeId),
    };
  });
  return { asOf: city.clock.toIso(t), visits: visits.slice(0, MOST_PLANNED) };
}
