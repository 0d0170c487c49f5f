import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { FilterQuery } from "../../domain/contract/filter-query.ts";
import {
  BAND_EDGE_BLEND,
  backlogColours,
  type HeatTheme,
  heatColours,
  heatThemes,
  kernelAlpha,
} from "../../domain/heat-ramp.ts";
import type { Deps } from "../deps.ts";
import type { BandRamp } from "../heat/band-image.ts";
import { areaOfTile } from "../heat/tile-area.ts";
import { backlogPoints, recurrencePoints, reportedPoints } from "../heat/weighted-points.ts";
import { answersTile, documentedRoutes, TileParams } from "./api.ts";
import { readFilter, readOneOf, readTile } from "./read-query.ts";

/** Deeper than this a tile is enlarged by the client. */
const MAX_HEAT_ZOOM = 18;

const HeatQuery = FilterQuery.extend({
  theme: z.string().optional().openapi({ description: "dark or light (default)" }),
});

const recurrenceHeat = createRoute({
  method: "get",
  path: "/recurrence/heat/{z}/{x}/{y}.png",
  summary: "Kernel density of recurrences, fixed breaks, 256-px tile",
  request: { params: TileParams, query: HeatQuery },
  responses: answersTile("image/png", "RGBA; transparent below the first break"),
});

const backlogHeat = createRoute({
  method: "get",
  path: "/problems/density/{z}/{x}/{y}.png",
  summary: "Kernel density of open problems, fixed breaks, 256-px tile",
  request: { params: TileParams, query: HeatQuery },
  responses: answersTile("image/png", "RGBA; transparent below the first break"),
});

const reportedHeat = createRoute({
  method: "get",
  path: "/problems/reported/{z}/{x}/{y}.png",
  summary: "Kernel density of reports, in the unit of recurrence, fixed breaks, 256-px tile",
  request: { params: TileParams, query: HeatQuery },
  responses: answersTile("image/png", "RGBA; transparent below the first break"),
});

export function heatRoutes({ city, heatPainter, heatScales }: Deps) {
  const { plane } = city.tables;
  const { kernelM: bandwidthM } = city.recurrence.settings;

  function read(c: Context) {
    const tile = readTile(c, MAX_HEAT_ZOOM);
    const { filter, rows, query } = readFilter(c, city, ["theme"]);
    const theme = readOneOf("theme", query.theme, heatThemes, "light");
    const area = areaOfTile(tile, bandwidthM, plane);
    return { tile, rows, theme, area, scale: heatScales.for(filter) };
  }

  const { origin } = plane;
  return documentedRoutes([
    [
      recurrenceHeat,
      async (c) => {
        const { tile, rows, theme, area, scale } = read(c);
        const points = recurrencePoints(city.recurrence, rows, area);
        const ramp = rampOf(scale.kernel, heatColours, theme);
        return image(c, await heatPainter.paint({ tile, origin, points, bandwidthM, ramp }));
      },
    ],
    [
      backlogHeat,
      async (c) => {
        const { tile, rows, theme, area, scale } = read(c);
        const points = backlogPoints(city.problems, rows, plane, area);
        const ramp = rampOf(scale.backlog, backlogColours, theme);
        return image(c, await heatPainter.paint({ tile, origin, points, bandwidthM, ramp }));
      },
    ],
    [
      reportedHeat,
      async (c) => {
        const { tile, rows, theme, area, scale } = read(c);
        const points = reportedPoints(city, rows, area);
        const ramp = rampOf(scale.reported, backlogColours, theme);
        return image(c, await heatPainter.paint({ tile, origin, points, bandwidthM, ramp }));
      },
    ],
  ]);
}

function image(c: Context, png: Uint8Array) {
  return c.body(new Uint8Array(png), 200, { "Content-Type": "image/png" });
}

function rampOf(
  breaks: readonly number[],
  colours: Readonly<Record<HeatTheme, readonly string[]>>,
  theme: HeatTheme,
): BandRamp {
  return {
    breaks,
    colours: colours[theme].map(rgbOf),
    alpha: kernelAlpha[theme],
    edgeBlend: BAND_EDGE_BLEND,
  };
}

function rgbOf(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
