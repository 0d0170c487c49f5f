import type { Context } from "hono";
import type { z } from "zod";
import { DomainError } from "../../domain/errors.ts";

/** Largest JSON body that is read, bytes. */
export const BODY_LIMIT_BYTES = 256 * 1024;

/** The JSON body, checked. Throws refusals for another content type, broken JSON, and what the schema does not take. */
export async function readBody<S extends z.ZodType>(c: Context, schema: S): Promise<z.infer<S>> {
  const sent = c.req.header("content-type") ?? "";
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(sent)) {
    throw new DomainError("unsupported-media-type", { sent, expected: "application/json" });
  }
  const parsed = schema.safeParse(await json(c));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new DomainError("bad-body", {
    path: issue?.path.join(".") ?? "",
    problem: issue?.message ?? "",
  });
}

async function json(c: Context): Promise<unknown> {
  const bytes = await c.req.arrayBuffer();
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw new DomainError("body-not-json", { problem: (error as Error).message.slice(0, 200) });
  }
}
