import type { Context, Next } from "hono";
import { badParameter } from "../domain/parse-filter.ts";

/** Refuses addresses with a NUL in them: no name or text here has one, and not every database can be asked for it. */
export async function readableAddress(c: Context, next: Next): Promise<void> {
  if (c.req.url.includes("%00")) throw badParameter("url", "%00", "an address without NUL");
  await next();
}
