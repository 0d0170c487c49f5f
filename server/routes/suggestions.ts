import { createRoute, z } from "@hono/zod-openapi";
import { FilterQuery } from "../../domain/contract/filter-query.ts";
import { Suggestions, SummonsDecision } from "../../domain/contract/recurrence.ts";
import { summonsDecisions } from "../../domain/summons.ts";
import { viewerOf } from "../access/identity.ts";
import type { Deps } from "../deps.ts";
import { countRecurrences } from "../recurrence-index/count-recurrences.ts";
import { MeasuresAt } from "../recurrence-index/measures-at.ts";
import { rankPlaces } from "../recurrence-index/rank-places.ts";
import { decideSummons } from "../services/decide-summons.ts";
import { answers, answersChange, documentedRoutes } from "./api.ts";
import { decisionBody } from "./decision-body.ts";
import { densityOf, placeBodies } from "./place-body.ts";
import { readBody } from "./read-body.ts";
import { readFilter, readQuery } from "./read-query.ts";

const suggestions = createRoute({
  method: "get",
  path: "/",
  summary: "Places that meet the rule for a suggestion to summon (约谈建议)",
  description: "A suggestion and no more: a person reviews the evidence and decides.",
  request: { query: FilterQuery },
  responses: answers(Suggestions, "With what was decided since the last recurrence"),
});

const Decision = z.object({
  decision: z.enum(summonsDecisions),
  reason: z.string().max(2000).default(""),
});

const decide = createRoute({
  method: "post",
  path: "/{id}/decision",
  summary: "Keep what a person made of a suggestion",
  request: {
    params: z.object({ id: z.string() }),
    body: { content: { "application/json": { schema: Decision } } },
  },
  responses: answersChange(SummonsDecision, "Kept, with an audit row"),
});

/** Only these can be candidates, so only these are ranked. */
const CLASSES = new Set(["persistent", "intensifying", "new"] as const);

export function suggestionRoutes({ city }: Pick<Deps, "city">) {
  const { recurrence } = city;
  return documentedRoutes([
    [
      suggestions,
      async (c) => {
        const { rows } = readFilter(c, city, []);
        const t = rows.asOf;
        const viewer = viewerOf(c);
        const counts = countRecurrences(recurrence, rows);
        const ranking = rankPlaces(recurrence, counts, t, counts.count, CLASSES);
        const measuresAt = new MeasuresAt(recurrence, t);
        const density = densityOf(city, rows);
        const candidates = await placeBodies(city, ranking.places, {
          measuresAt,
          density,
          viewer,
        });
        const found = candidates.filter(({ isSuggested }) => isSuggested);
        const decisions = (await city.storage.decisions(null)).filter(
          (each) => each.decidedAt <= t,
        );
        const last = new Map(decisions.map((decision) => [decision.placeId, decision]));
        const bodies = found.map((place) => {
          const decision = last.get(place.id);
          const isSince =
            decision && place.lastAt && decision.decidedAt >= Date.parse(place.lastAt);
          return { ...place, decision: isSince ? decisionBody(city, decision, viewer) : null };
        });
        const total = bodies.length;
        return c.json({ total, suggestions: bodies } satisfies Suggestions, 200);
      },
    ],
    [
      decide,
      async (c) => {
        readQuery(c, []);
        const id = c.req.param("id") ?? "";
        const place = /^\d{1,9}$/.test(id) ? Number(id) : -1;
        const decided = await decideSummons(
          { city, actor: viewerOf(c).account },
          place,
          await readBody(c, Decision),
        );
        return c.json(decisionBody(city, decided, viewerOf(c)) satisfies SummonsDecision, 200);
      },
      "decide",
    ],
  ]);
}
