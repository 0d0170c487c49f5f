import { createRoute } from "@hono/zod-openapi";
import { FilterQuery } from "../../domain/contract/filter-query.ts";
import { HotSpots } from "../../domain/contract/hot-spots.ts";
import { trendOfSteps } from "../../domain/hot-spots/emerging-hot-spots.ts";
import type { LocalPlane } from "../../domain/spatial/local-plane.ts";
import type { Deps } from "../deps.ts";
import { hotSpotAreas } from "../recurrence-index/hot-spot-cells.ts";
import { answers, documentedRoutes } from "./api.ts";
import { readFilter } from "./read-query.ts";

const hotSpots = createRoute({
  method: "get",
  path: "/",
  summary: "Emerging hot spots of recurrence: squares with their pattern over the months",
  request: { query: FilterQuery },
  responses: answers(
    HotSpots,
    "Squares with at least one recurrence; none where data do not suffice",
  ),
});

export function hotSpotRoutes({ city }: Pick<Deps, "city">) {
  const { recurrence, clock, tables } = city;
  return documentedRoutes([
    [
      hotSpots,
      (c) => {
        const { rows } = readFilter(c, city, []);
        const rules = recurrence.settings.hotSpots;
        const { areas, from, steps } = hotSpotAreas(recurrence, rows);
        return c.json(
          {
            type: "FeatureCollection",
            features: (areas ?? []).map((area) => ({
              type: "Feature",
              id: `${area.column},${area.row}`,
              geometry: {
                type: "Polygon",
                coordinates: [ringOf(tables.plane, area.column, area.row, rules.cellM)],
              },
              properties: {
                id: `${area.column},${area.row}`,
                category: area.pattern,
                count: area.counts.reduce((sum, count) => sum + count, 0),
                counts: [...area.counts],
                z: area.z,
                p: area.p,
                trend: {
                  direction: trendOfSteps(area.trend, rules.alphaTrend),
                  z: area.trend.z,
                  p: area.trend.p,
                },
                hotSteps: area.hotSteps,
                coldSteps: area.coldSteps,
              },
            })),
            asOf: clock.toIso(rows.asOf),
            from: clock.toIso(from),
            steps,
            stepDays: rules.stepDays,
            cellM: rules.cellM,
            isSufficient: areas !== null,
            minSteps: rules.minSteps,
          } satisfies HotSpots,
          200,
        );
      },
    ],
  ]);
}

/** Corners of a square of the plane, anticlockwise and closed. */
function ringOf(plane: LocalPlane, column: number, row: number, cellM: number): [number, number][] {
  const corners = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ] as const;
  return corners.map(([dx, dy]) => {
    const [lng, lat] = plane.toLngLat((column + dx) * cellM, (row + dy) * cellM);
    return [Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6];
  });
}
