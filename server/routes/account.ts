import { createRoute } from "@hono/zod-openapi";
import { grants } from "../../domain/account.ts";
import { OwnAccount } from "../../domain/contract/accounts.ts";
import { anyViewerOf, hasInvalidCredentials } from "../access/identity.ts";
import type { Deps } from "../deps.ts";
import { answers, documentedRoutes } from "./api.ts";
import { readQuery } from "./read-query.ts";

const own = createRoute({
  method: "get",
  path: "/",
  summary: "Who is signed in, and what they may do",
  responses: answers(OwnAccount, "viewer null: nobody"),
});

export function accountRoutes({ accounts, demoAccounts }: Pick<Deps, "accounts" | "demoAccounts">) {
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
            signOn: accounts.signOn?.name ?? null,
            demoAccounts:
              demoAccounts?.list.map(({ account, name, role }) => ({ account, name, role })) ?? [],
          } satisfies OwnAccount,
          200,
        );
      },
      "open",
    ],
  ]);
}
