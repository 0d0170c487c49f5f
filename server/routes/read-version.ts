import type { Context } from "hono";
import { DomainError } from "../../domain/errors.ts";
import { badParameter } from "../../domain/parse-filter.ts";

/** The version that the caller saw, of If-Match: `"3"`, `3` or `W/"3"`; null for `*`, whatever is current. */
export function readVersion(c: Context, current: number): number | null {
  const sent = c.req.header("if-match");
  if (sent === undefined) throw new DomainError("version-required", { current });
  if (sent.trim() === "*") return null;
  const match = /^\s*(?:W\/)?"?(\d{1,9})"?\s*$/.exec(sent);
  if (!match) throw badParameter("If-Match", sent, 'the version of the problem, e.g. "3"');
  return Number(match[1]);
}
