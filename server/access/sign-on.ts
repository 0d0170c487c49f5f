import type { Context } from "hono";
import { z } from "zod";
import type { SignOnRefusal } from "../../domain/contract/accounts.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AuthLibrary } from "./auth-library.ts";
import { AUTH_PATH, CLIENT_ADDRESS } from "./auth-server.ts";
import { SIGN_ON } from "./sign-on-provider.ts";

/** The page that a person who did not get in is sent back to. */
const SIGN_IN_PAGE = "/sign-in";

/** What the library says of a way in that failed; everything else is a provider that cannot be reached. */
const refusals: Readonly<Record<string, SignOnRefusal>> = {
  signup_disabled: "unknown",
  account_not_linked: "unknown",
  state_not_found: "stale",
  state_mismatch: "stale",
  state_invalid: "stale",
  no_code: "stale",
  access_denied: "denied",
};

const Begun = z.object({ url: z.url() });

export type SignOnOptions = {
  /** The button's words. */
  readonly name: string;
  readonly publicUrl: string;
  readonly clientAddress: (c: Context) => string;
};

/** The way in through the city's single sign-on: there and back. */
export class SignOn {
  readonly name: string;
  readonly #auth: AuthLibrary;
  readonly #options: SignOnOptions;

  constructor(auth: AuthLibrary, options: SignOnOptions) {
    this.name = options.name;
    this.#auth = auth;
    this.#options = options;
  }

  /** Where the browser goes, and the cookie that it comes back with. `to`: a page of ours. Throws `too-many-tries`. */
  async begin(
    c: Context,
    to: string,
  ): Promise<{ readonly url: string; readonly cookies: readonly string[] }> {
    const request = this.#request(c, "/sign-in/social", {
      method: "POST",
      body: JSON.stringify({
        provider: SIGN_ON,
        callbackURL: to,
        errorCallbackURL: `${SIGN_IN_PAGE}?${new URLSearchParams({ to })}`,
        disableRedirect: true,
      }),
    });
    const answer = await this.#auth.handler(request);
    if (answer.status === 429) throw new DomainError("too-many-tries", { minutes: 1 });
    const begun = Begun.safeParse(await answer.json().catch(() => null));
    if (!answer.ok || !begun.success) {
      throw new DomainError("bad-body", { path: "to", problem: String(answer.status) });
    }
    return { url: begun.data.url, cookies: answer.headers.getSetCookie() };
  }

  /** A session and the page that was wanted, or back to signing in with what went wrong; never a page of the library. */
  async end(c: Context): Promise<Response> {
    const { search } = new URL(c.req.url);
    const request = this.#request(c, `/callback/${SIGN_ON}${search}`, { method: "GET" });
    const answer = await this.#auth.handler(request).catch(() => new Response(null));
    const target = answer.headers.get("location");
    const url = target === null ? null : new URL(target, this.#options.publicUrl);
    if (url && isRedirect(answer) && !url.searchParams.has("error")) return answer;
    const error = url?.searchParams.get("error") ?? "";
    const to = url?.searchParams.get("to");
    const refused: SignOnRefusal = refusals[error] ?? "unavailable";
    const told = new URLSearchParams({ refused, ...(to ? { to } : {}) });
    return c.redirect(`${SIGN_IN_PAGE}?${told}`);
  }

  /** With the cookies of the request that came and nothing else of it. */
  #request(c: Context, path: string, init: RequestInit): Request {
    const { publicUrl, clientAddress } = this.#options;
    const headers = new Headers({ [CLIENT_ADDRESS]: clientAddress(c), Origin: publicUrl });
    if (init.body) headers.set("Content-Type", "application/json");
    const cookie = c.req.header("cookie");
    if (cookie !== undefined) headers.set("Cookie", cookie);
    return new Request(new URL(`${AUTH_PATH}${path}`, publicUrl), { ...init, headers });
  }
}

function isRedirect({ status }: Response): boolean {
  return status >= 300 && status < 400;
}
