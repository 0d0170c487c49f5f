import { createRoute, z } from "@hono/zod-openapi";
import { DutyDefects } from "../../domain/contract/duty-defects.ts";
import { instant } from "../../domain/parse-filter.ts";
import { findCityDefects } from "../city/city-defects.ts";
import type { Deps } from "../deps.ts";
import { answers, documentedRoutes } from "./api.ts";
import { dutyDefectBody } from "./duty-defect-body.ts";
import { readQuery } from "./read-query.ts";

const defects = createRoute({
  method: "get",
  path: "/defects",
  summary: "What nobody answers for, or several by mistake, with a place to look at and a fix",
  request: {
    query: z.object({
      on: z.string().optional().openapi({ description: "Day or instant, default now" }),
    }),
  },
  responses: answers(DutyDefects, "Duties first, then the ground: gaps and overlaps of zones"),
});

export function dutyDefectRoutes({ city }: Pick<Deps, "city">) {
  return documentedRoutes([
    [
      defects,
      async (c) => {
        const query = readQuery(c, ["on"]);
        const on = instant("on", query.on, city.clock) ?? city.now();
        const found = await findCityDefects(city, on);
        return c.json(
          {
            on: city.clock.toIso(on),
            defects: found.map((defect) => dutyDefectBody(city, defect)),
          } satisfies DutyDefects,
          200,
        );
      },
    ],
  ]);
}
