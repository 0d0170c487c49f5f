import { createRoute, z } from "@hono/zod-openapi";
import { DutyList } from "../../domain/contract/zones.ts";
import { type Duty, dutyRoles, holdsAt } from "../../domain/duty.ts";
import { instant } from "../../domain/parse-filter.ts";
import type { City } from "../city/city.ts";
import type { Deps } from "../deps.ts";
import { answers, documentedRoutes } from "./api.ts";
import { dutyBody } from "./duty-body.ts";
import { readOneOf, readQuery } from "./read-query.ts";

const duties = createRoute({
  method: "get",
  path: "/",
  summary: "Who answers for what on a day, with the area or line",
  request: {
    query: z.object({
      on: z
        .string()
        .optional()
        .openapi({ description: "Day or instant, default now; `all`: the whole history" }),
      role: z.string().optional(),
      person: z.string().optional(),
      unit: z.string().optional().openapi({ description: "Unit id" }),
    }),
  },
  responses: answers(
    DutyList,
    "One feature per duty; geometry null for category lines and the city",
  ),
});

export function dutyRoutes({ city }: Pick<Deps, "city">) {
  return documentedRoutes([
    [
      duties,
      (c) => {
        const query = readQuery(c, ["on", "role", "person", "unit"]);
        const on = query.on === "all" ? null : (instant("on", query.on, city.clock) ?? city.now());
        const role = readOneOf("role", query.role, [...dutyRoles, ""], "");
        const found = city.tables.registry.duties.filter(
          (duty) =>
            (on === null || holdsAt(duty, on)) &&
            (role === "" || duty.role === role) &&
            (query.person === undefined || duty.person === query.person) &&
            (query.unit === undefined || duty.unitId === query.unit),
        );
        return c.json(
          {
            type: "FeatureCollection",
            features: found.map((duty) => ({
              type: "Feature",
              id: duty.id,
              geometry: geometryOf(city, duty),
              properties: dutyBody(city, duty),
            })),
          } satisfies DutyList,
          200,
        );
      },
    ],
  ]);
}

type DutyGeometry = DutyList["features"][number]["geometry"];

/** The ground of the narrower scope. */
function geometryOf({ pack }: City, { scope, also }: Duty): DutyGeometry {
  for (const { type, id } of also ? [scope, also] : [scope]) {
    const list = { zone: pack.zones, section: pack.roads, river: pack.rivers };
    if (type === "category" || type === "city") continue;
    const found = list[type].find((item) => item.id === id);
    if (found) return found.geometry as DutyGeometry;
  }
  return null;
}
