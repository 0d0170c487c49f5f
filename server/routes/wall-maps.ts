import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { orientations } from "../../domain/paper/page-size.ts";
import { papersTexts } from "../../domain/text/papers-text.ts";
import { wallMapColours, wallMapSizes } from "../../domain/wall-map.ts";
import type { City } from "../city/city.ts";
import type { Deps } from "../deps.ts";
import {
  type WallMapRequest,
  wallMapDocument,
  wallMapPicture,
} from "../papers/wall-map/wall-map-document.ts";
import { documentedRoutes } from "./api.ts";
import { answersFile, pdfResponse, readLanguage, readOn, svgResponse } from "./paper-answer.ts";
import { readOneOf, readQuery } from "./read-query.ts";

const Query = z.object({
  size: z.string().optional().openapi({ description: "A3 (default) or A1" }),
  orientation: z.string().optional().openapi({ description: "landscape (default) or portrait" }),
  zone: z
    .string()
    .optional()
    .openapi({ description: "Id of a zone of any level; the city without it" }),
  colour: z
    .string()
    .optional()
    .openapi({ description: "none, lead (default), unit, or workload: open problems a km²" }),
  on: z.string().optional().openapi({ description: "Day or instant, default now" }),
  lang: z.string().optional().openapi({ description: "zh (default) or en" }),
});

const pdf = createRoute({
  method: "get",
  path: "/map.pdf",
  summary: "作战图: the city, or one zone, on one sheet to hang up",
  description:
    "Vector throughout. Rings hold the open problems of the moment; they add up to the count under the same filter.",
  request: { query: Query },
  responses: answersFile("application/pdf", "One page"),
});

const picture = createRoute({
  method: "get",
  path: "/map.svg",
  summary: "The same sheet to look at",
  request: { query: Query },
  responses: answersFile("image/svg+xml", "As it is printed"),
});

export function wallMapRoutes({ city }: Pick<Deps, "city">) {
  return documentedRoutes([
    [
      pdf,
      async (c) => {
        const request = readRequest(c, city);
        const { zones } = city.tables.registry.zones.at(request.on);
        const name = zones.find(({ id }) => id === request.zone)?.name ?? city.pack.manifest.name;
        const { fileName } = papersTexts[request.language].wall;
        return pdfResponse(c, await wallMapDocument(city, request), fileName(name, request.size));
      },
      "export",
    ],
    [
      picture,
      async (c) => svgResponse(c, await wallMapPicture(city, readRequest(c, city))),
      "export",
    ],
  ]);
}

function readRequest(c: Context, city: City): WallMapRequest {
  const query = readQuery(c, ["size", "orientation", "zone", "colour", "on", "lang"]);
  return {
    size: readOneOf("size", query.size, wallMapSizes, "A3"),
    orientation: readOneOf("orientation", query.orientation, orientations, "landscape"),
    zone: query.zone ?? null,
    colour: readOneOf("colour", query.colour, wallMapColours, "lead"),
    on: readOn(city, query.on),
    language: readLanguage(query.lang),
  };
}
