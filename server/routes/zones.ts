import { createRoute } from "@hono/zod-openapi";
import { FilterQuery } from "../../domain/contract/filter-query.ts";
import { ZoneList } from "../../domain/contract/zones.ts";
import { holdsAt } from "../../domain/duty.ts";
import { zoneLevels } from "../../domain/grid-zone.ts";
import type { Deps } from "../deps.ts";
import { countByZone } from "../problem-index/count-by-zone.ts";
import { recurrencesByZone } from "../recurrence-index/recurrences-by-zone.ts";
import { answers, documentedRoutes } from "./api.ts";
import { readFilter, readOneOf } from "./read-query.ts";

const levels = [...zoneLevels, "all"] as const;

const zones = createRoute({
  method: "get",
  path: "/",
  summary: "Zones of a level with who leads them and what is open there",
  description:
    "Takes the problem filter too; counts follow it. level: zone, community, cell or all.",
  request: { query: FilterQuery },
  responses: answers(ZoneList, "Zones in the order of the pack"),
});

export function zoneRoutes({ city }: Pick<Deps, "city">) {
  return documentedRoutes([
    [
      zones,
      (c) => {
        const { rows, query } = readFilter(c, city, ["level"]);
        const level = readOneOf("level", query.level, levels, "all");
        const counts = countByZone(city.problems, rows);
        const recurrences = recurrencesByZone(city.recurrence, rows);
        const { registry } = city.tables;
        const list: ZoneList = { type: "FeatureCollection", features: [] };
        registry.zones.at(rows.asOf).zones.forEach((zone, ordinal) => {
          if (level !== "all" && zone.level !== level) return;
          const held = registry
            .dutiesOf("zone", zone.id)
            .filter((duty) => holdsAt(duty, rows.asOf));
          const leads = held.filter(({ role }) => role === "zone-lead");
          list.features.push({
            type: "Feature",
            id: zone.id,
            geometry: zone.geometry as ZoneList["features"][number]["geometry"],
            properties: {
              id: zone.id,
              name: zone.name,
              level: zone.level,
              parentId: zone.parentId,
              leads: leads.flatMap(({ person }) => person ?? []),
              units: [...new Set(held.flatMap(({ unitId }) => unitId ?? []))],
              openCount: counts.open[ordinal] ?? 0,
              overdueCount: counts.overdue[ordinal] ?? 0,
              recurrenceCount: recurrences[ordinal] ?? 0,
            },
          });
        });
        return c.json(list, 200);
      },
    ],
  ]);
}
