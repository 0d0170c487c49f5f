import { OpenAPIHono, type RouteConfig, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { errorCodes } from "../../domain/errors.ts";
import { type Access, requireAccess } from "../access/identity.ts";

/**
 * What a route is called, takes and answers, for the document; what answers it; and what an account must be allowed for it:
 * where it is not said, to see for a read and to handle reports for anything else. Handlers read their input themselves.
 */
export type DocumentedRoute = readonly [
  definition: RouteConfig,
  handler: (c: Context) => Response | Promise<Response>,
  access?: Access,
];

/** A router of documented routes, in order. */
export function documentedRoutes(routes: readonly DocumentedRoute[]) {
  const router = new OpenAPIHono();
  for (const [definition, handler, access = usualAccess(definition)] of routes) {
    router.openAPIRegistry.registerPath({ ...definition, "x-access": access });
    router.on(definition.method, matchedPath(definition.path), (c) => {
      requireAccess(c, access);
      return handler(c);
    });
  }
  return router;
}

function usualAccess({ method }: RouteConfig): Access {
  return method === "get" ? "see" : "handle";
}

/** `/{z}/{x}/{y}.png` as the router matches it; an ending is part of the parameter's value. */
function matchedPath(path: string): string {
  return path.replace(/\{(\w+)\}(\.\w+)?/g, (_, name: string, ending?: string) =>
    ending === undefined ? `:${name}` : `:${name}{[^/]+\\${ending}}`,
  );
}

const ErrorBody = z
  .object({
    error: z.object({
      code: z.enum(errorCodes),
      message: z.string(),
      details: z.record(z.string(), z.unknown()).optional(),
    }),
  })
  .openapi("Error");

const refused = {
  description: "Refused; the message says what to change",
  content: { "application/json": { schema: ErrorBody } },
};

/** Answers of a route: a JSON body that follows `schema`, or a refusal. */
export function answers<S extends z.ZodType>(schema: S, description: string) {
  return { 200: { description, content: { "application/json": { schema } } }, 400: refused };
}

/** Answers of a route about one thing that may not exist. */
export function answersOne<S extends z.ZodType>(schema: S, description: string) {
  return { ...answers(schema, description), 404: refused };
}

/** Answers of a route that changes something. */
export function answersChange<S extends z.ZodType>(schema: S, description: string) {
  return { ...answersOne(schema, description), 409: refused, 428: refused };
}

/** Answers of a tile route. */
export function answersTile(mediaType: string, description: string) {
  return {
    200: { description, content: { [mediaType]: { schema: z.string() } } },
    400: refused,
  };
}

export const TileParams = z.object({ z: z.string(), x: z.string(), y: z.string() });
