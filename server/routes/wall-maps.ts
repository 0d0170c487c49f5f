import { createRoute, z } from "@hono/zod-openapi";
import { orientations } from "../../domain/paper/page-size.ts";
import { papersTexts } from "../../domain/text/papers-text.ts";
import { wallMapColours, wallMapSizes } from "../../domain/wall-map.ts";
import type { Deps } from "../deps.ts";
import { wallMapDocument } from "../papers/wall-map/wall-map-document.ts";
import { documentedRoutes } from "./api.ts";
import { answersFile, pdfResponse, readLanguage, readOn } from "./paper-answer.ts";
import { readOneOf, readQuery } from "./read-query.ts";

const wallMap = createRoute({
  method: "get",
  path: "/map.pdf",
  summary: "作战图: the city, or one zone, on one sheet to hang up",
  description:
    "Vector throughout. Rings hold the open problems of the moment; they add up to the count under the same filter.",
  request: {
    query: z.object({
      size: z.string().optional().openapi({ description: "A3 (default) or A1" }),
      orientation: z
        .string()
        .optional()
        .openapi({ description: "landscape (default) or portrait" }),
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
    }),
  },
  responses: answersFile("application/pdf", "One page"),
});

export function wallMapRoutes({ city }: Pick<Deps, "city">) {
  return documentedRoutes([
    [
      wallMap,
      async (c) => {
        const query = readQuery(c, ["size", "orientation", "zone", "colour", "on", "lang"]);
        const size = readOneOf("size", query.size, wallMapSizes, "A3");
        const on = readOn(city, query.on);
        const language = readLanguage(query.lang);
        const zone = query.zone ?? null;
        const bytes = await wallMapDocument(city, {
          size,
          orientation: readOneOf("orientation", query.orientation, orientations, "landscape"),
          zone,
          colour: readOneOf("colour", query.colour, wallMapColours, "lead"),
          on,
          language,
        });
        const { zones } = city.tables.registry.zones.at(on);
        const name = zones.find(({ id }) => id === zone)?.name ?? city.pack.manifest.name;
        return pdfResponse(c, bytes, papersTexts[language].wall.fileName(name, size));
      },
    ],
  ]);
}
