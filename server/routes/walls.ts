import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { MadeWall, NewWallBody, WallList } from "../../domain/contract/accounts.ts";
import { auditingAccounts } from "../access/audited-accounts.ts";
import type { Wall } from "../access/walls.ts";
import type { Deps } from "../deps.ts";
import { answers, answersChange, documentedRoutes } from "./api.ts";
import { readBody } from "./read-body.ts";
import { readQuery } from "./read-query.ts";

const list = createRoute({
  method: "get",
  path: "/",
  summary: "Walls that may show the city",
  responses: answers(WallList, "Without their tokens, the oldest first"),
});

const add = createRoute({
  method: "post",
  path: "/",
  summary: "A token for a wall, and an account of the role screen where there is none of that name",
  request: { body: { content: { "application/json": { schema: NewWallBody } } } },
  responses: answersChange(MadeWall, "The token is answered this once"),
});

const remove = createRoute({
  method: "delete",
  path: "/{id}",
  summary: "Withdraw a wall's token; what it opened ends at once",
  request: { params: z.object({ id: z.string() }) },
  responses: answersChange(WallList, "Those that are left"),
});

export function wallRoutes({ city, accounts }: Pick<Deps, "city" | "accounts">) {
  const audit = auditingAccounts(city);
  const shown = ({ createdAt, usedAt, ...rest }: Wall) => ({
    ...rest,
    createdAt: city.clock.toIso(createdAt),
    usedAt: usedAt === null ? null : city.clock.toIso(usedAt),
  });
  const all = async (c: Context) => {
    readQuery(c, []);
    return c.json({ walls: (await accounts.walls.list()).map(shown) } satisfies WallList, 200);
  };
  return documentedRoutes([
    [list, all, "administer"],
    [
      add,
      async (c) => {
        readQuery(c, []);
        const { account } = await readBody(c, NewWallBody);
        const { wall, token } = await accounts.addWall(account);
        await audit(c, "add-wall", wall.account, { start: wall.start });
        return c.json({ ...shown(wall), token } satisfies MadeWall, 200);
      },
      "administer",
    ],
    [
      remove,
      async (c) => {
        const id = c.req.param("id") ?? "";
        await accounts.walls.remove(id);
        await audit(c, "remove-wall", id, null);
        return all(c);
      },
      "administer",
    ],
  ]);
}
