import type { Context, Next } from "hono";
import { DomainError } from "../domain/errors.ts";

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses changes that a browser sends on behalf of another site's page: it names that page in `Origin`, whatever the
 * body looks like. Programs that are no browser send no `Origin` and pass. The scheme is not compared, for a proxy in front
 * may end TLS.
 */
export async function sameOrigin(c: Context, next: Next): Promise<void> {
  const origin = c.req.header("origin");
  if (!READS.has(c.req.method) && origin !== undefined && hostOf(origin) !== ownHost(c)) {
    throw new DomainError("cross-site", { origin });
  }
  await next();
}

function ownHost(c: Context): string {
  return c.req.header("host") ?? new URL(c.req.url).host;
}

/** Null for `null`, which a page without an origin of its own sends, and for what is no address. */
function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
