import type { Context } from "hono";
import type { AuthLibrary, AuthSession } from "./auth-library.ts";
import { viewerOfUser } from "./auth-users.ts";
import type { Identity } from "./identity.ts";

const DAY_S = 86_400;
const SESSION_LIFE_S = 7 * DAY_S;
/** As long as browsers keep a cookie at most. */
const WALL_LIFE_S = 400 * DAY_S;
/** A session is written anew at most so often. */
const RENEWED_AFTER_S = DAY_S;

const COOKIES = /(?:^|;\s*)((?:__Secure-)?wangge\.session_token)=([^;]*)/g;

type SessionsOptions = {
  readonly now: () => number;
  /** Cookies go over TLS alone. */
  readonly isSecure: boolean;
};

/** A session lives a week from its last use, a wall's more than a year: nobody stands before a wall to sign in. */
export class Sessions {
  readonly #auth: AuthLibrary;
  readonly #options: SessionsOptions;

  constructor(auth: AuthLibrary, options: SessionsOptions) {
    this.#auth = auth;
    this.#options = options;
  }

  /** Null where there is no cookie of a session; one that is not valid is never taken for none. */
  async identify(c: Context, { renews }: { readonly renews: boolean }): Promise<Identity | null> {
    const sent = cookieOf(c, this.#options.isSecure);
    if (sent === null) return null;
    const found = await this.#auth.api.getSession({ headers: c.req.raw.headers });
    if (!found || isInvalidWall(found.session, found.user.role)) return { kind: "invalid" };
    const viewer = viewerOfUser(found.user);
    if (renews) await this.#renew(c, found.session, lifeOfS(viewer.role), sent);
    return { kind: "known", viewer };
  }

  /** In the database and in the browser alike. Where nothing can be written it lives on as it is. */
  async #renew(c: Context, session: AuthSession, lifeS: number, sent: SentCookie): Promise<void> {
    const now = this.#options.now();
    const renewedAt = new Date(session.expiresAt).getTime() - lifeS * 1000;
    if (now < renewedAt + RENEWED_AFTER_S * 1000) return;
    const { internalAdapter } = await this.#auth.$context;
    const change = { expiresAt: new Date(now + lifeS * 1000), updatedAt: new Date(now) };
    const renewed = await internalAdapter.updateSession(session.token, change).catch(() => null);
    if (!renewed) return;
    const secure = this.#options.isSecure ? "; Secure" : "";
    const cookie = `${sent.name}=${sent.value}; Max-Age=${lifeS}; Path=/; HttpOnly${secure}; SameSite=Lax`;
    c.header("Set-Cookie", cookie, { append: true });
  }
}

/** In seconds. */
export function lifeOfS(role: string): number {
  return role === "screen" ? WALL_LIFE_S : SESSION_LIFE_S;
}

/** A wall's session is worth nothing once its account has another role: the token would open more than a picture. */
export function isInvalidWall({ wallId }: Pick<AuthSession, "wallId">, role: string): boolean {
  return wallId != null && role !== "screen";
}

type SentCookie = { readonly name: string; readonly value: string };

/** One of the other name counts too: it is not valid, which is not the same as none. */
function cookieOf(c: Context, isSecure: boolean): SentCookie | null {
  const sent = [...(c.req.header("cookie") ?? "").matchAll(COOKIES)].map(
    ([, name = "", value = ""]) => ({ name, value }),
  );
  const wanted = isSecure ? "__Secure-wangge.session_token" : "wangge.session_token";
  return sent.find(({ name }) => name === wanted) ?? sent[0] ?? null;
}
