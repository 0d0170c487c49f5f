import { isDeepStrictEqual } from "node:util";
import type { Context } from "hono";
import { type Capability, can, reachOf, type Viewer } from "../../domain/account.ts";
import { DomainError } from "../../domain/errors.ts";

/** What a request's credentials say: somebody, nobody, or something that is not valid (any more). */
export type Identity =
  | { readonly kind: "known"; readonly viewer: Viewer }
  | { readonly kind: "none" }
  | { readonly kind: "invalid" };

/** `renews`: what the request came with lives on from now; never of an answer whose head is gone. */
export type Identifying = { readonly renews: boolean };

export type Identify = (c: Context, how?: Identifying) => Promise<Identity>;

/** A route that anybody may call. */
export type Access = Capability | "open";

const KEY = "identity";

/** Finds out once a request who asks, before any route. An answer that renews a session is for nobody's cache but its own. */
export function identifying(identify: Identify) {
  return async function identifyRequest(c: Context, next: () => Promise<void>): Promise<void> {
    c.set(KEY, await identify(c));
    await next();
    const { headers } = c.res;
    const kept = headers.get("Cache-Control") ?? "";
    if (headers.has("Set-Cookie") && /\bpublic\b/.test(kept)) {
      headers.set("Cache-Control", kept.replace(/\bpublic\b/, "private"));
    }
  };
}

/** Whether an answer that goes on is still for whom it began: the same account, with the same rights. */
export async function isStillOf(identify: Identify, c: Context, viewer: Viewer): Promise<boolean> {
  const identity = await identify(c, { renews: false });
  return identity.kind === "known" && isDeepStrictEqual(identity.viewer, viewer);
}

/** Throws `unauthorized` without valid credentials and `forbidden` where the account's role may not. */
export function requireAccess(c: Context, access: Access): void {
  if (access === "open") return;
  const viewer = viewerOf(c);
  if (!can(viewer, access)) {
    throw new DomainError("not-allowed", { role: viewer.role, capability: access });
  }
}

/** Who asks. Throws `unauthorized` where nobody does. */
export function viewerOf(c: Context): Viewer {
  const identity: Identity | undefined = c.get(KEY);
  if (identity?.kind === "known") return identity.viewer;
  throw new DomainError("unauthorized", { isExpired: identity?.kind === "invalid" });
}

/** Who asks on a route that is open: null for anybody. */
export function anyViewerOf(c: Context): Viewer | null {
  const identity: Identity | undefined = c.get(KEY);
  return identity?.kind === "known" ? identity.viewer : null;
}

/**
 * The person that a page is asked about: anybody for those who see the whole city, else oneself. Throws `not-found` for
 * another one, as for one that is nobody.
 */
export function personFor(c: Context, asked: string): string {
  const viewer = viewerOf(c);
  const isOwn = asked === viewer.person;
  if (reachOf(viewer) === "city" || isOwn) return asked;
  throw new DomainError("not-found", { what: "person", id: asked });
}

/** Whether credentials were sent that are not valid (any more). */
export function hasInvalidCredentials(c: Context): boolean {
  const identity: Identity | undefined = c.get(KEY);
  return identity?.kind === "invalid";
}
