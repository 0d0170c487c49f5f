import type { Context } from "hono";
import { z } from "zod";
import { DomainError } from "../../domain/errors.ts";
import type { AuthLibrary } from "./auth-library.ts";
import { AUTH_PATH, CLIENT_ADDRESS, passwordLength } from "./auth-server.ts";
import type { SignInTries } from "./sign-in-tries.ts";
import type { SignOn } from "./sign-on.ts";
import { SIGN_ON } from "./sign-on-provider.ts";

/** What of the library is let through; everything else of it is nobody's business. */
const OPEN_PATHS = new Set(["sign-in/username", "sign-out", "change-password"]);

const SignIn = z.object({ username: z.string().max(200), password: z.string().max(1000) });

type RequestsOptions = {
  readonly tries: SignInTries;
  readonly clientAddress: (c: Context) => string;
  /** Null: the city has none. */
  readonly signOn: SignOn | null;
};

/** Signing in and out and changing one's password, as the library's own paths; its refusals become ours. */
export class AuthRequests {
  readonly #auth: AuthLibrary;
  readonly #options: RequestsOptions;

  constructor(auth: AuthLibrary, options: RequestsOptions) {
    this.#auth = auth;
    this.#options = options;
  }

  /** Throws `too-many-tries` for a name that failed too often. */
  async handle(c: Context): Promise<Response> {
    const { clientAddress, signOn } = this.#options;
    const path = c.req.path.slice(`${AUTH_PATH}/`.length);
    if (signOn && c.req.method === "GET" && path === `callback/${SIGN_ON}`) return signOn.end(c);
    if (c.req.method !== "POST" || !OPEN_PATHS.has(path)) {
      throw new DomainError("no-such-route", { path: c.req.path });
    }
    const request = new Request(c.req.raw);
    request.headers.set(CLIENT_ADDRESS, clientAddress(c));
    if (path === "change-password") return changedPassword(await this.#auth.handler(request));
    if (path === "sign-in/username") return this.#signIn(request);
    return this.#auth.handler(request);
  }

  async #signIn(request: Request): Promise<Response> {
    const { tries } = this.#options;
    const body = await request
      .clone()
      .json()
      .catch(() => null);
    const sent = SignIn.safeParse(body);
    if (!sent.success) {
      const problem = "name and password expected";
      throw new DomainError("bad-body", { path: "username", problem });
    }
    const { username } = sent.data;
    tries.check(username);
    const answer = await this.#auth.handler(request);
    if (answer.status === 429) throw new DomainError("too-many-tries", { minutes: 1 });
    if (answer.ok) tries.succeeded(username);
    else tries.failed(username);
    if (answer.status === 401 || answer.status === 422 || answer.status === 400) {
      throw new DomainError("wrong-sign-in", {});
    }
    return answer;
  }
}

async function changedPassword(answer: Response): Promise<Response> {
  if (answer.ok) return answer;
  if (answer.status === 401) throw new DomainError("unauthorized", { isExpired: true });
  if (answer.status === 429) throw new DomainError("too-many-tries", { minutes: 1 });
  const { code } = z
    .object({ code: z.string().optional() })
    .catch({})
    .parse(await answer.json().catch(() => null));
  if (code === "CREDENTIAL_ACCOUNT_NOT_FOUND") throw new DomainError("no-password", {});
  if (code === "INVALID_PASSWORD") throw new DomainError("wrong-password", {});
  if (code === "PASSWORD_TOO_SHORT" || code === "PASSWORD_TOO_LONG") {
    throw new DomainError("password-length", passwordLength);
  }
  throw new DomainError("bad-body", { path: "", problem: code ?? "" });
}
