import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Open311Errors } from "../../domain/contract/open311.ts";
import { type Open311Root, open311Xml } from "./open311-xml.ts";

/** As JSON where the address ends so, else as XML, which every client of the specification reads. */
export function open311Answer(
  c: Context,
  root: Open311Root,
  value: unknown,
  status: ContentfulStatusCode = 200,
): Response {
  if (c.req.path.endsWith(".json")) {
    return c.body(JSON.stringify(value), status, {
      "Content-Type": "application/json; charset=utf-8",
    });
  }
  return c.body(open311Xml(root, value), status, { "Content-Type": "text/xml; charset=utf-8" });
}

/** Status as the specification has it: 404 for what there is not, 403 for the key, 400 for the rest of what was asked wrongly. */
export function open311Status(status: number, reason: string): ContentfulStatusCode {
  if (reason === "unknown-category") return 404;
  if (status === 401 || status === 403) return 403;
  const isKept = status === 404 || status === 413 || status === 429 || status >= 500;
  return (isKept ? status : 400) as ContentfulStatusCode;
}

export function open311Refusal(c: Context, status: ContentfulStatusCode, description: string) {
  return open311Answer(
    c,
    "errors",
    [{ code: status, description }] satisfies Open311Errors,
    status,
  );
}
