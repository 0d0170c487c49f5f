import { createRoute } from "@hono/zod-openapi";
import { grants } from "../../domain/account.ts";
import { DemoSignIn, OwnAccount } from "../../domain/contract/accounts.ts";
import { DomainError } from "../../domain/errors.ts";
import { anyViewerOf, hasInvalidCredentials } from "../access/identity.ts";
import type { Deps } from "../deps.ts";
import { answers, answersOne, documentedRoutes } from "./api.ts";
import { readBody } from "./read-body.ts";
import { readQuery } from "./read-query.ts";

const own = createRoute({
  method: "get",
  path: "/",
  summary: "Who is signed in, and what they may do",
  responses: answers(OwnAccount, "viewer null: nobody"),
});

const demo = createRoute({
  method: "post",
  path: "/demo",
  summary: "Act as one of the demo's accounts",
  request: { body: { content: { "application/json": { schema: DemoSignIn } } } },
  responses: answersOne(OwnAccount, "Signed in; 404 where this is no demo"),
});

export function accountRoutes({ demoAccounts }: Pick<Deps, "demoAccounts">) {
  return documentedRoutes([
    [
      own,
      (c) => {
        readQuery(c, []);
        const viewer = anyViewerOf(c);
        return c.json(
          {
            viewer: viewer && { ...viewer, can: [...grants[viewer.role].can] },
            isExpired: hasInvalidCredentials(c),
            demoAccounts:
              demoAccounts?.list.map(({ account, name, role }) => ({ account, name, role })) ?? [],
          } satisfies OwnAccount,
          200,
        );
      },
      "open",
    ],
    [
      demo,
      async (c) => {
        readQuery(c, []);
        const { account } = await readBody(c, DemoSignIn);
        const signedIn = await demoAccounts?.signIn(account, new URL(c.req.url).origin);
        if (!signedIn) throw new DomainError("not-found", { what: "account", id: account });
        for (const cookie of signedIn.headers.getSetCookie()) {
          c.header("Set-Cookie", cookie, { append: true });
        }
        return c.json({ account }, 200);
      },
      "open",
    ],
  ]);
}
