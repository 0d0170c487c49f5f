import { createRoute, z } from "@hono/zod-openapi";
import { SearchResults } from "../../domain/contract/search.ts";
import { badParameter } from "../../domain/parse-filter.ts";
import { viewerOf } from "../access/identity.ts";
import { seesProblem } from "../access/sight-of.ts";
import { searchCity } from "../city/search-city.ts";
import type { Deps } from "../deps.ts";
import { answers, documentedRoutes } from "./api.ts";
import { readInteger, readQuery } from "./read-query.ts";

const search = createRoute({
  method: "get",
  path: "/",
  summary: "Zones, roads, places, people, units and problems by name, number or address",
  request: { query: z.object({ q: z.string(), limit: z.string().optional() }) },
  responses: answers(
    SearchResults,
    "Best first: names that begin with the text, then names that hold it",
  ),
});

export function searchRoutes({ city }: Pick<Deps, "city">) {
  return documentedRoutes([
    [
      search,
      async (c) => {
        const query = readQuery(c, ["q", "limit"]);
        const text = (query.q ?? "").normalize("NFKC").trim();
        if (text === "" || text.length > 60) throw badParameter("q", text, "1 to 60 characters");
        const limit = readInteger("limit", query.limit, { min: 1, max: 50, absent: 12 });
        return c.json(
          {
            results: await searchCity(city, text, limit, (problem) =>
              seesProblem(city, viewerOf(c), problem),
            ),
          } satisfies SearchResults,
          200,
        );
      },
    ],
  ]);
}
