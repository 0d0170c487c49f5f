import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import {
  DemoSignIn,
  OpenedWall,
  OwnAccount,
  SignOnStart,
  SignOnStarted,
  WallToken,
} from "../../domain/contract/accounts.ts";
import { DomainError } from "../../domain/errors.ts";
import { isOwnPath } from "../../domain/own-path.ts";
import type { Deps } from "../deps.ts";
import { answersOne, documentedRoutes } from "./api.ts";
import { readBody } from "./read-body.ts";
import { readQuery } from "./read-query.ts";

const demo = createRoute({
  method: "post",
  path: "/demo",
  summary: "Act as one of the demo's accounts",
  request: { body: { content: { "application/json": { schema: DemoSignIn } } } },
  responses: answersOne(OwnAccount.pick({}), "Signed in; 404 where this is no demo"),
});

const signOn = createRoute({
  method: "post",
  path: "/sign-on",
  summary: "Begin to sign in by the city's single sign-on",
  request: { body: { content: { "application/json": { schema: SignOnStart } } } },
  responses: answersOne(SignOnStarted, "Where to go; 404 where there is no such sign-on"),
});

const wall = createRoute({
  method: "post",
  path: "/wall",
  summary: "Open a wall's session by its token",
  request: { body: { content: { "application/json": { schema: WallToken } } } },
  responses: answersOne(OpenedWall, "Signed in, for as long as the wall is in use"),
});

/** Ways to a session beside a name with its password. */
export function waysInRoutes({ accounts, demoAccounts }: Pick<Deps, "accounts" | "demoAccounts">) {
  return documentedRoutes([
    [
      demo,
      async (c) => {
        readQuery(c, []);
        const { account } = await readBody(c, DemoSignIn);
        const signedIn = await demoAccounts?.signIn(account, new URL(c.req.url).origin);
        if (!signedIn) throw new DomainError("not-found", { what: "account", id: account });
        setCookies(c, signedIn.headers.getSetCookie());
        return c.json({ account }, 200);
      },
      "open",
    ],
    [
      signOn,
      async (c) => {
        readQuery(c, []);
        const { to } = await readBody(c, SignOnStart);
        if (!accounts.signOn) throw new DomainError("no-such-route", { path: c.req.path });
        const { url, cookies } = await accounts.signOn.begin(c, isOwnPath(to) ? to : "/");
        setCookies(c, cookies);
        return c.json({ url } satisfies SignOnStarted, 200);
      },
      "open",
    ],
    [
      wall,
      async (c) => {
        readQuery(c, []);
        const { token } = await readBody(c, WallToken);
        const { account, cookies } = await accounts.walls.open(c, token);
        setCookies(c, cookies);
        return c.json({ account } satisfies OpenedWall, 200);
      },
      "open",
    ],
  ]);
}

function setCookies(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header("Set-Cookie", cookie, { append: true });
}
