import { createRoute, z } from "@hono/zod-openapi";
import { FilterQuery } from "../../domain/contract/filter-query.ts";
import { RecurrenceCells, RecurrenceLegend } from "../../domain/contract/recurrence.ts";
import type { Deps } from "../deps.ts";
import { countRecurrences } from "../recurrence-index/count-recurrences.ts";
import { hexDensities } from "../recurrence-index/hex-densities.ts";
import { hexResolutions, hexRing } from "../recurrence-index/hex-table.ts";
import { answers, documentedRoutes } from "./api.ts";
import { readFilter, readOneOf } from "./read-query.ts";

const RATE_UNIT = "次复发 / 30 天 / km²";
const BACKLOG_UNIT = "件未办结 / km²";
const REPORTED_UNIT = "件上报 / 30 天 / km²";

const resolutions = hexResolutions.map(String) as ["8", "9", "10"];

const cells = createRoute({
  method: "get",
  path: "/cells",
  summary: "Recurrences per 30 days and km² in H3 cells",
  request: {
    query: FilterQuery.extend({
      res: z.string().optional().openapi({ description: "8 (default), 9 or 10" }),
    }),
  },
  responses: answers(RecurrenceCells, "Cells with at least one recurrence that passes"),
});

const legend = createRoute({
  method: "get",
  path: "/legend",
  summary: "Breaks, unit, half-life and resolutions of the recurrence layers",
  request: { query: FilterQuery },
  responses: answers(RecurrenceLegend, "Fixed city-wide per category group"),
});

export function recurrenceRoutes({ city, heatScales }: Pick<Deps, "city" | "heatScales">) {
  const { recurrence } = city;
  return documentedRoutes([
    [
      cells,
      (c) => {
        const { rows, query } = readFilter(c, city, ["res"]);
        const wanted = readOneOf("res", query.res, resolutions, "8");
        const resolution = hexResolutions[resolutions.indexOf(wanted)] ?? 8;
        const counts = countRecurrences(recurrence, rows);
        const found = hexDensities(recurrence, counts, resolution).map(({ id, rate, count }) => ({
          h3: id,
          rate,
          count,
          boundary: hexRing(id),
        }));
        return c.json(found satisfies RecurrenceCells, 200);
      },
    ],
    [
      legend,
      (c) => {
        const { filter, rows } = readFilter(c, city, []);
        const { group, kernel, hexagons, backlog, reported } = heatScales.for(filter);
        const { halfLifeDays, windowDays, kernelM: bandwidthM } = recurrence.settings;
        return c.json(
          {
            unit: RATE_UNIT,
            halfLifeDays,
            windowDays,
            historyStart: city.clock.toDate(recurrence.historyStartAt),
            asOf: city.clock.toIso(rows.asOf),
            group,
            kernel: { unit: RATE_UNIT, breaks: [...kernel], bandwidthM },
            hexagons: hexResolutions.map((resolution) => ({
              resolution,
              unit: RATE_UNIT,
              breaks: [...hexagons[resolution]],
            })),
            backlog: { unit: BACKLOG_UNIT, breaks: [...backlog], bandwidthM },
            reported: { unit: REPORTED_UNIT, breaks: [...reported], bandwidthM },
          } satisfies RecurrenceLegend,
          200,
        );
      },
    ],
  ]);
}
