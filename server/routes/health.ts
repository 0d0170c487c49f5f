import { createRoute } from "@hono/zod-openapi";
import { Health } from "../../domain/contract/city.ts";
import type { Deps } from "../deps.ts";
import { answers, documentedRoutes } from "./api.ts";
import { readQuery } from "./read-query.ts";

const health = createRoute({
  method: "get",
  path: "/",
  summary: "Whether the city is ready",
  responses: answers(Health, "Ready: the index is built"),
});

export function healthRoutes({ city, version }: Pick<Deps, "city" | "version">) {
  return documentedRoutes([
    [
      health,
      (c) => {
        readQuery(c, []);
        return c.json(
          {
            status: "ok",
            version,
            pack: city.pack.manifest.id,
            problems: city.problems.size,
            revision: city.revision,
          } satisfies Health,
          200,
        );
      },
    ],
  ]);
}
