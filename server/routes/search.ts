import { createRoute, z } from "@hono/zod-openapi";
import type { Viewer } from "../../domain/account.ts";
import { SearchResults } from "../../domain/contract/search.ts";
import { badParameter } from "../../domain/parse-filter.ts";
import type { StoredProblem } from "../../domain/problem.ts";
import { viewerOf } from "../access/identity.ts";
import { shownWords } from "../access/shown-problem.ts";
import { seesProblem } from "../access/sight-of.ts";
import type { City } from "../city/city.ts";
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
              asSeenBy(city, viewerOf(c), problem, text),
            ),
          } satisfies SearchResults,
          200,
        );
      },
    ],
  ]);
}

/** What is hidden from an account is not found by it either: else a number could be guessed figure by figure. */
function asSeenBy(
  city: City,
  viewer: Viewer,
  problem: StoredProblem,
  text: string,
): StoredProblem | null {
  if (!seesProblem(city, viewer, problem)) return null;
  const words = shownWords(viewer, problem);
  const isUnchanged = words.address === problem.address;
  const isFound = `${problem.id}\n${words.address ?? ""}`
    .toLowerCase()
    .includes(text.toLowerCase());
  return isUnchanged || isFound ? { ...problem, ...words } : null;
}
