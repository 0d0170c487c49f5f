import { createRoute, z } from "@hono/zod-openapi";
import { FilterQuery } from "../../domain/contract/filter-query.ts";
import {
  PlaceEvidence,
  RecurrenceCells,
  RecurrenceLegend,
  RecurrencePlaces,
} from "../../domain/contract/recurrence.ts";
import { DomainError } from "../../domain/errors.ts";
import { KERNEL_BANDWIDTH_M } from "../../domain/heat-ramp.ts";
import type { Deps } from "../deps.ts";
import { countRecurrences } from "../recurrence-index/count-recurrences.ts";
import { hexDensities } from "../recurrence-index/hex-densities.ts";
import { hexResolutions, hexRing } from "../recurrence-index/hex-table.ts";
import { countAtRank, rankPlaces } from "../recurrence-index/rank-places.ts";
import { answers, answersOne, documentedRoutes } from "./api.ts";
import { densityOf, placeBody, placeEpisodes } from "./place-body.ts";
import { readFilter, readInteger, readOneOf } from "./read-query.ts";

const RATE_UNIT = "次复发 / 30 天 / km²";
const BACKLOG_UNIT = "件未办结 / km²";

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

const places = createRoute({
  method: "get",
  path: "/places",
  summary: "Places where problems come back, most recurrences per 30 days first",
  request: {
    query: FilterQuery.extend({
      limit: z.string().optional().openapi({ description: "1 … 2000, default 200" }),
    }),
  },
  responses: answers(RecurrencePlaces, "Counts follow the filter"),
});

const evidence = createRoute({
  method: "get",
  path: "/places/{id}",
  summary: "The evidence of a place: its episodes and every report in them",
  request: { params: z.object({ id: z.string() }), query: FilterQuery },
  responses: answersOne(
    PlaceEvidence,
    "Episodes as known at asOf; k, S and rate30 follow the filter",
  ),
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
      places,
      (c) => {
        const { rows, query } = readFilter(c, city, ["limit"]);
        const limit = readInteger("limit", query.limit, { min: 1, max: 2000, absent: 200 });
        const counts = countRecurrences(recurrence, rows);
        const total = counts.count;
        const ranked = rankPlaces(recurrence, counts, limit);
        const density = densityOf(city, rows);
        const bodies = ranked.map((place) => placeBody(city, place, rows.asOf, density));
        return c.json({ total, places: bodies } satisfies RecurrencePlaces, 200);
      },
    ],
    [
      evidence,
      (c) => {
        const { rows } = readFilter(c, city, []);
        const id = c.req.param("id") ?? "";
        const place = /^\d{1,9}$/.test(id) ? Number(id) : -1;
        const rank = recurrence.rankOf(place);
        if (rank < 0) throw new DomainError("not-found", { what: "place", id });
        const ranked = countAtRank(recurrence, countRecurrences(recurrence, rows), rank);
        const { graceHours } = city.tables.tree.at(recurrence.recurring.category[rank] ?? 0);
        return c.json(
          {
            ...placeBody(city, ranked, rows.asOf, densityOf(city, rows)),
            graceHours: graceHours ?? recurrence.settings.graceHours,
            episodes: placeEpisodes(city, place, rows.asOf),
          } satisfies PlaceEvidence,
          200,
        );
      },
    ],
    [
      legend,
      (c) => {
        const { filter, rows } = readFilter(c, city, []);
        const { group, kernel, hexagons, backlog } = heatScales.for(filter);
        const { halfLifeDays, windowDays } = recurrence.settings;
        return c.json(
          {
            unit: RATE_UNIT,
            halfLifeDays,
            windowDays,
            historyStart: city.clock.toDate(recurrence.historyStartAt),
            asOf: city.clock.toIso(rows.asOf),
            group,
            kernel: { unit: RATE_UNIT, breaks: [...kernel], bandwidthM: KERNEL_BANDWIDTH_M },
            hexagons: hexResolutions.map((resolution) => ({
              resolution,
              unit: RATE_UNIT,
              breaks: [...hexagons[resolution]],
            })),
            backlog: { unit: BACKLOG_UNIT, breaks: [...backlog], bandwidthM: KERNEL_BANDWIDTH_M },
          } satisfies RecurrenceLegend,
          200,
        );
      },
    ],
  ]);
}
