import { OpenAPIHono, z } from "@hono/zod-openapi";
import { DomainError, errorCodes } from "../../domain/errors.ts";

/** A router whose routes are documented where they are written; handlers read their input themselves. */
export function apiRouter() {
  return new OpenAPIHono({
    defaultHook(result) {
      if (result.success) return;
      const issue = result.error.issues[0];
      throw new DomainError("bad-body", {
        path: issue?.path.join(".") ?? "",
        problem: issue?.message ?? "",
      });
    },
  });
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
