import { createRoute, z } from "@hono/zod-openapi";
import { ProblemsNear } from "../../domain/contract/public-reports.ts";
import { viewerOf } from "../access/identity.ts";
import { sightOf } from "../access/sight-of.ts";
import { similarOpen } from "../city/similar-open.ts";
import type { Deps } from "../deps.ts";
import { checkedCategory, checkedPosition } from "../services/checked-input.ts";
import { answers, documentedRoutes } from "./api.ts";
import { problemFeature } from "./problem-feature.ts";
import { readDegrees, readQuery } from "./read-query.ts";

const MOST_SHOWN = 5;

const near = createRoute({
  method: "get",
  path: "/",
  summary: "Open reports that a new one may be a double of",
  request: { query: z.object({ lng: z.string(), lat: z.string(), category: z.string() }) },
  responses: answers(
    ProblemsNear,
    `Of the category, within its radius of recurrence or 50 m; the nearest ${MOST_SHOWN}`,
  ),
});

export function problemsNearRoutes({ city }: Pick<Deps, "city">) {
  return documentedRoutes([
    [
      near,
      async (c) => {
        const query = readQuery(c, ["lng", "lat", "category"]);
        const lng = readDegrees("lng", query.lng, 180);
        const position = checkedPosition(city, [lng, readDegrees("lat", query.lat, 90)]);
        const category = checkedCategory(city, query.category ?? "");
        const viewer = viewerOf(c);
        const { radiusM, rows } = similarOpen(city, position, category, sightOf(city, viewer));
        const shown = rows.slice(0, MOST_SHOWN);
        const problems = await city.storage.problemsBySeq(shown.map(({ seq }) => seq));
        const bySeq = new Map(problems.map((problem) => [problem.seq, problem]));
        const t = city.now();
        const body: ProblemsNear = {
          count: rows.length,
          radiusM,
          problems: shown.flatMap(({ seq, distanceM }) => {
            const problem = bySeq.get(seq);
            if (!problem) return [];
            const feature = problemFeature(city, problem, { t, viewer });
            return { distanceM: Math.round(distanceM), feature };
          }),
        };
        return c.json(body, 200);
      },
    ],
  ]);
}
