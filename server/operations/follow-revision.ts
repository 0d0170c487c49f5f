import type { Context } from "hono";
import { REVISION_HEADER } from "../../domain/contract/revision.ts";
import { DomainError } from "../../domain/errors.ts";
import { anyViewerOf } from "../access/identity.ts";
import type { City } from "../city/city.ts";

/** So long a request waits for its process to take in what another one wrote. */
const FOLLOW_WITHIN_MS = 2000;

type FollowedCity = Pick<City, "revision" | "follow">;

/**
 * Everybody reads at least what they wrote or saw, whichever process answers. Throws `not-ready` where that is not to be had
 * in time. Nobody hears the revision who has not signed in.
 */
export function followingRevision(city: FollowedCity, withinMs = FOLLOW_WITHIN_MS) {
  return async function followRevision(c: Context, next: () => Promise<void>): Promise<void> {
    if (anyViewerOf(c) === null) return next();
    await catchUp(city, askedRevision(c), withinMs);
    const before = city.revision;
    await next();
    // A read may have been made before anything that came meanwhile.
    const held = c.req.method === "GET" ? before : city.revision;
    c.res.headers.set(REVISION_HEADER, String(held));
  };
}

function askedRevision(c: Context): number {
  const value = c.req.header(REVISION_HEADER) ?? "0";
  if (!/^\d{1,15}$/.test(value)) {
    throw new DomainError("bad-parameter", { name: REVISION_HEADER, value, expected: "0, 1, 2 …" });
  }
  return Number(value);
}

async function catchUp(city: FollowedCity, asked: number, withinMs: number): Promise<void> {
  if (asked <= city.revision) return;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, withinMs);
  });
  try {
    await Promise.race([city.follow(), tooLate]);
  } finally {
    clearTimeout(timer);
  }
  if (asked > city.revision) {
    throw new DomainError("not-ready", { detail: `revision ${city.revision} < ${asked}` });
  }
}
