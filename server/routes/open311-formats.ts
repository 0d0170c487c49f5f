import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Access } from "../access/identity.ts";
import type { DocumentedRoute } from "./api.ts";

const formats = ["xml", "json"] as const;
type Format = (typeof formats)[number];

/** A route as the document lists it, once for each of the two formats. */
export function both(
  { path, schema, ...definition }: RouteWords,
  handler: DocumentedRoute[1],
  access: Access,
): DocumentedRoute[] {
  return formats.map((format) => [
    createRoute({
      ...definition,
      path: `${path}.${format}`,
      responses: { 200: answered(format, schema), 400: refused(format), 404: refused(format) },
    }),
    handler,
    access,
  ]);
}

type RouteWords = {
  readonly method: "get" | "post";
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly schema: z.ZodType;
};

const mediaTypes = { xml: "text/xml", json: "application/json" } as const;
const answered = (format: Format, schema: z.ZodType) => ({
  description: "As GeoReport v2 has it",
  content: { [mediaTypes[format]]: { schema: format === "json" ? schema : z.string() } },
});
const refused = (format: Format) => ({
  description: "errors, each with code and description",
  content: { [mediaTypes[format]]: { schema: z.string() } },
});

/** A part of the path without the format behind it. */
export function nameIn(c: Context, name: string): string {
  return (c.req.param(name) ?? "").replace(/\.(xml|json)$/, "");
}
