import type { Context } from "hono";
import type { z } from "zod";
import { DomainError } from "../../domain/errors.ts";

/** Largest JSON body that is read, bytes. */
export const BODY_LIMIT_BYTES = 256 * 1024;

/** The JSON body, checked. Throws refusals for another content type, broken JSON, and what the schema does not take. */
export async function readBody<S extends z.ZodType>(c: Context, schema: S): Promise<z.infer<S>> {
  const type = c.req.header("content-type") ?? "";
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(type)) {
    throw new DomainError("unsupported-media-type", { sent: type, expected: "application/json" });
  }
  const sent = await json(c);
  requireStorable(sent);
  const parsed = schema.safeParse(sent);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new DomainError("bad-body", {
    path: issue?.path.join(".") ?? "",
    problem: issue?.message ?? "",
  });
}

/** Throws for text that not every database keeps as it was sent: with NUL, or with half a character. */
function requireStorable(sent: unknown): void {
  const waiting = [sent];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === "string" && (value.includes("\0") || !value.isWellFormed())) {
      throw new DomainError("bad-body", {
        path: "",
        problem: "text without NUL and broken characters expected",
      });
    }
    if (value === null || typeof value !== "object") continue;
    for (const [key, each] of Object.entries(value)) waiting.push(key, each);
  }
}

async function json(c: Context): Promise<unknown> {
  const bytes = await c.req.arrayBuffer();
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw new DomainError("body-not-json", { problem: (error as Error).message.slice(0, 200) });
  }
}
