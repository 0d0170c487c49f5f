import { createRoute, z } from "@hono/zod-openapi";
import { DutyAt } from "../../domain/contract/zones.ts";
import type { ZoneLevel } from "../../domain/grid-zone.ts";
import { instant } from "../../domain/parse-filter.ts";
import type { Deps } from "../deps.ts";
import { checkedCategory } from "../services/checked-input.ts";
import { answers, documentedRoutes } from "./api.ts";
import { dutyBody } from "./duty-body.ts";
import { readDegrees, readQuery } from "./read-query.ts";

const dutyAt = createRoute({
  method: "get",
  path: "/",
  summary: "Everyone who answers for a spot",
  request: {
    query: z.object({
      lng: z.string(),
      lat: z.string(),
      category: z.string().optional().openapi({ description: "Names the category line too" }),
      on: z.string().optional().openapi({ description: "Day or instant, default now" }),
    }),
  },
  responses: answers(DutyAt, "Nearest first; `via` says by which rule"),
});

export function dutyAtRoutes({ city }: Pick<Deps, "city">) {
  return documentedRoutes([
    [
      dutyAt,
      (c) => {
        const query = readQuery(c, ["lng", "lat", "category", "on"]);
        const lng = readDegrees("lng", query.lng, 180);
        const lat = readDegrees("lat", query.lat, 90);
        const on = instant("on", query.on, city.clock) ?? city.now();
        const category =
          query.category === undefined ? null : checkedCategory(city, query.category);
        const { registry } = city.tables;
        const holding = registry.zones.at(on).holding(lng, lat);
        const zoneOf = (level: ZoneLevel) => {
          const found = holding.find((zone) => zone.level === level);
          return found ? { id: found.id, name: found.name } : null;
        };
        const [nearest] = registry.sections.near(lng, lat);
        const road = nearest && city.pack.roads[nearest.line];
        const distanceM = (metres: number) => Math.round(metres * 10) / 10;
        return c.json(
          {
            zone: zoneOf("zone"),
            community: zoneOf("community"),
            cell: zoneOf("cell"),
            section: road
              ? { id: road.id, name: road.name ?? "", distanceM: distanceM(nearest.distanceM) }
              : null,
            on: city.clock.toIso(on),
            duties: registry.answerableAt(lng, lat, category, on).map((found) => {
              const { id: _, also: __, ...body } = dutyBody(city, found.duty);
              const metres = found.distanceM === null ? null : distanceM(found.distanceM);
              return { ...body, via: found.via, distanceM: metres };
            }),
          } satisfies DutyAt,
          200,
        );
      },
    ],
  ]);
}
