import { createRoute, z } from "@hono/zod-openapi";
import { FilterQuery } from "../../domain/contract/filter-query.ts";
import {
  RecurrenceCells,
  RecurrenceLegend,
  RecurrencePlaces,
} from "../../domain/contract/recurrence.ts";
import { KERNEL_BANDWIDTH_M } from "../../domain/heat-ramp.ts";
import { rate30PerWeight } from "../../domain/recurrence/measures.ts";
import { fromE7 } from "../../domain/spatial/lng-lat.ts";
import { NO_ZONE } from "../../domain/spatial/zone-locator.ts";
import { DAY_MS } from "../../domain/time.ts";
import type { City } from "../city/city.ts";
import type { Deps } from "../deps.ts";
import { kernelAt } from "../heat/point-densities.ts";
import { areaAround } from "../heat/tile-area.ts";
import { recurrencePoints } from "../heat/weighted-points.ts";
import { countRecurrences } from "../recurrence-index/count-recurrences.ts";
import { hexDensities } from "../recurrence-index/hex-densities.ts";
import { hexResolutions, hexRing } from "../recurrence-index/hex-table.ts";
import { standingAt } from "../recurrence-index/place-status.ts";
import { lastRecurrenceAt, type RankedPlace, rankPlaces } from "../recurrence-index/rank-places.ts";
import { answers, documentedRoutes } from "./api.ts";
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

const legend = createRoute({
  method: "get",
  path: "/legend",
  summary: "Breaks, unit, half-life and resolutions of the recurrence layers",
  request: { query: FilterQuery },
  responses: answers(RecurrenceLegend, "Fixed city-wide per category group"),
});

export function recurrenceRoutes({ city, heatScales }: Pick<Deps, "city" | "heatScales">) {
  return documentedRoutes([
    [
      cells,
      (c) => {
        const { rows, query } = readFilter(c, city, ["res"]);
        const wanted = readOneOf("res", query.res, resolutions, "8");
        const resolution = hexResolutions[resolutions.indexOf(wanted)] ?? 8;
        const counts = countRecurrences(city.recurrence, rows);
        const found = hexDensities(city.recurrence, counts, resolution);
        return c.json(
          found.map(({ id, rate, count }) => ({ h3: id, rate, count, boundary: hexRing(id) })),
          200,
        );
      },
    ],
    [
      places,
      (c) => {
        const { rows, query } = readFilter(c, city, ["limit"]);
        const limit = readInteger("limit", query.limit, { min: 1, max: 2000, absent: 200 });
        const counts = countRecurrences(city.recurrence, rows);
        const total = counts.count;
        const ranked = rankPlaces(city.recurrence, counts, limit);
        // The kernel reaches beyond the box that was asked about.
        const around =
          rows.bboxE7 && areaAround(rows.bboxE7, KERNEL_BANDWIDTH_M, city.tables.plane);
        const points = recurrencePoints(city.recurrence, { ...rows, bboxE7: null }, around);
        const density = kernelAt(points, KERNEL_BANDWIDTH_M);
        return c.json(
          { total, places: ranked.map((place) => placeBody(city, place, rows.asOf, density)) },
          200,
        );
      },
    ],
    [
      legend,
      (c) => {
        const { filter, rows } = readFilter(c, city, []);
        const { group, kernel, hexagons, backlog } = heatScales.for(filter);
        const { halfLifeDays, windowDays } = city.recurrence.settings;
        return c.json(
          {
            unit: RATE_UNIT,
            halfLifeDays,
            windowDays,
            historyStart: city.clock.toDate(city.recurrence.historyStartAt),
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

function placeBody(
  city: City,
  { rank, place, k, rate30 }: RankedPlace,
  t: number,
  density: (x: number, y: number) => number,
): RecurrencePlaces["places"][number] {
  const { recurrence, tables, problems, clock, pack } = city;
  const { recurring, anchors, settings, historyStartAt } = recurrence;
  const historyDays = (t - historyStartAt) / DAY_MS;
  const perS = rate30PerWeight(settings.halfLifeDays, settings.windowDays, historyDays);
  const zone = problems.territories.list[recurring.territory[rank] ?? 0]?.zone ?? NO_ZONE;
  const zones = tables.registry.zones.chainOf(zone).map((ordinal) => pack.zones[ordinal]);
  return {
    id: place,
    position: [fromE7(recurring.lngE7[rank] ?? 0), fromE7(recurring.latE7[rank] ?? 0)],
    radiusM: anchors.radiusOf(place),
    category: tables.tree.at(recurring.category[rank] ?? 0).code,
    k,
    S: rate30 / perS,
    rate30,
    density: density(anchors.anchorX[place] ?? 0, anchors.anchorY[place] ?? 0),
    isOpen: standingAt(recurrence, rank, t).isOpen,
    lastAt: clock.toIso(lastRecurrenceAt(recurrence, rank, t)),
    zone: zones.find((candidate) => candidate?.level === "zone")?.id ?? null,
  };
}
