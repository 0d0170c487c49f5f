import type { Context } from "hono";
import { routePath } from "hono/route";
import { anyViewerOf } from "../access/identity.ts";

/** A request as the log and the figures know it: no address as it was sent, no values, nobody but the account. */
export type SeenRequest = {
  readonly method: string;
  /** As the router names it: `/api/problems/:id`. */
  readonly route: string;
  readonly status: number;
  /** Until the answer began. */
  readonly ms: number;
  readonly requestId: string;
  readonly account: string | null;
};

/** What the router found for a request, without what its parts were: ids and keys in an address are nobody's to read. */
export function routeOf(c: Context): string {
  return routePath(c).replace(/\{[^{}]*\}/g, "");
}

export function observingRequests(observe: (seen: SeenRequest) => void) {
  return async function observeRequest(c: Context, next: () => Promise<void>): Promise<void> {
    const from = performance.now();
    await next();
    observe({
      method: c.req.method,
      route: routeOf(c),
      status: c.res.status,
      ms: Math.round((performance.now() - from) * 10) / 10,
      requestId: String(c.get("requestId") ?? ""),
      account: anyViewerOf(c)?.account ?? null,
    });
  };
}

/** What is asked so often that a line for each would hide the others: signs of life, tiles, the pages' own files. */
export function isQuiet({ route, status }: SeenRequest): boolean {
  if (status >= 500) return false;
  return !/^\/(api|open311)\//.test(route) || /^\/api\/health|:z|\/tiles\//.test(route);
}
