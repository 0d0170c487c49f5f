import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import { reachOf } from "../../domain/account.ts";
import { Health } from "../../domain/contract/city.ts";
import { anyViewerOf } from "../access/identity.ts";
import type { Deps } from "../deps.ts";
import { answers, documentedRoutes } from "./api.ts";
import { readQuery } from "./read-query.ts";

const health = createRoute({
  method: "get",
  path: "/",
  summary: "Whether the city is ready",
  responses: answers(Health, "Ready: the index is built"),
});

export function healthRoutes({ city, version, screen }: Pick<Deps, "city" | "version" | "screen">) {
  return documentedRoutes([
    [
      health,
      (c) => {
        readQuery(c, []);
        return c.json(
          {
            status: "ok",
            version,
            build: screen.build(),
            pack: city.pack.manifest.id,
            problems: isWhole(c) ? city.problems.size : null,
            revision: isWhole(c) ? city.revision : null,
          } satisfies Health,
          200,
        );
      },
      "open",
    ],
  ]);
}

/** How much there is in the city is said to those only who see all of it. */
function isWhole(c: Context): boolean {
  const viewer = anyViewerOf(c);
  return viewer !== null && reachOf(viewer) === "city";
}
