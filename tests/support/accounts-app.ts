import { Hono } from "hono";
import { DomainError } from "../../domain/errors.ts";
import { type Accounts, type AccountsOptions, openAccounts } from "../../server/access/accounts.ts";
import { accountsInMemory } from "../../server/access/auth-database.ts";
import { identifying, viewerOf } from "../../server/access/identity.ts";
import { statusOfCode } from "../../server/error-response.ts";
import { accountRoutes } from "../../server/routes/account.ts";
import { waysInRoutes } from "../../server/routes/ways-in.ts";

export const PASSWORD = "一个够长的口令 2026";

export type AccountsApp = {
  readonly accounts: Accounts;
  request(path: string, init?: RequestInit): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
};

/** Ways in over accounts in memory, and `/api/who`, which only somebody known may ask; `/api/tile` is alike for all. */
export async function accountsApp(options: Partial<AccountsOptions> = {}): Promise<AccountsApp> {
  const accounts = await openAccounts(accountsInMemory(), "a secret of tests, long enough for it", {
    now: Date.now,
    isDemo: false,
    clientAddress: (c) => c.req.header("x-test-address") ?? "127.0.0.1",
    ...options,
  });
  const app = new Hono();
  app.use(identifying((c, how) => accounts.identify(c, how)));
  app.all("/api/auth/*", (c) => accounts.handle(c));
  app.route("/api/account", accountRoutes({ accounts, demoAccounts: null }));
  app.route("/api/account", waysInRoutes({ accounts, demoAccounts: null }));
  app.get("/api/who", (c) => c.json(viewerOf(c)));
  app.get("/api/tile", (c) => c.body("x", 200, { "Cache-Control": "public, max-age=300" }));
  app.onError((error, c) => {
    if (!(error instanceof DomainError)) throw error;
    return c.json({ reason: error.reason }, statusOfCode[error.code]);
  });
  const request: AccountsApp["request"] = async (path, init) => app.request(path, init);
  return {
    accounts,
    request,
    post: (path, body, headers = {}) =>
      request(path, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...headers },
        body: JSON.stringify(body),
      }),
  };
}

/** What a browser sends back of the cookies that an answer sets. */
export function cookiesOf(...answers: readonly Response[]): string {
  return answers
    .flatMap(({ headers }) => headers.getSetCookie())
    .map((cookie) => cookie.split(";")[0] ?? "")
    .join("; ");
}
