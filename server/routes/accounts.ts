import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { AccountRole } from "../../domain/account.ts";
import {
  AccountBody,
  AccountChange,
  AccountList,
  KeyList,
  MadeKey,
  NewAccountBody,
  NewKeyBody,
  NewPassword,
} from "../../domain/contract/accounts.ts";
import { DomainError } from "../../domain/errors.ts";
import type { Account } from "../access/accounts.ts";
import { auditingAccounts } from "../access/audited-accounts.ts";
import { passwordLength } from "../access/auth-server.ts";
import { viewerOf } from "../access/identity.ts";
import { checkNotKept } from "../access/kept-accounts.ts";
import type { Deps } from "../deps.ts";
import { checkedUnit } from "../services/checked-input.ts";
import { answers, answersChange, type DocumentedRoute, documentedRoutes } from "./api.ts";
import { readBody } from "./read-body.ts";
import { readQuery } from "./read-query.ts";

const AccountParams = z.object({ account: z.string() });
const body = <S extends z.ZodType>(schema: S) => ({ content: { "application/json": { schema } } });

const list = createRoute({
  method: "get",
  path: "/",
  summary: "All accounts",
  responses: answers(AccountList, "By name"),
});

const add = createRoute({
  method: "post",
  path: "/",
  summary: "Make an account",
  request: { body: body(NewAccountBody) },
  responses: answersChange(AccountBody, "Made, with an audit row"),
});

const change = createRoute({
  method: "patch",
  path: "/{account}",
  summary: "Another role, name, person or unit",
  request: { params: AccountParams, body: body(AccountChange) },
  responses: answersChange(AccountBody, "From the next request on"),
});

const remove = createRoute({
  method: "delete",
  path: "/{account}",
  summary: "Take an account away, its sessions and keys with it",
  request: { params: AccountParams },
  responses: answersChange(AccountList, "Those that are left"),
});

const password = createRoute({
  method: "post",
  path: "/{account}/password",
  summary: "Another password; all sessions of the account end",
  request: { params: AccountParams, body: body(NewPassword) },
  responses: answersChange(AccountList, "Set"),
});

const keys = createRoute({
  method: "get",
  path: "/keys",
  summary: "Keys of machines",
  responses: answers(KeyList, "Without the keys themselves"),
});

const addKey = createRoute({
  method: "post",
  path: "/{account}/keys",
  summary: "A key that acts as the account",
  request: { params: AccountParams, body: body(NewKeyBody) },
  responses: answersChange(MadeKey, "The key is answered this once"),
});

const removeKey = createRoute({
  method: "delete",
  path: "/keys/{id}",
  summary: "Take a key away",
  request: { params: z.object({ id: z.string() }) },
  responses: answersChange(KeyList, "Those that are left"),
});

export function accountsRoutes({ city, accounts }: Pick<Deps, "city" | "accounts">) {
  const shown = ({ id: _, createdAt, ...rest }: Account): AccountBody => ({
    ...rest,
    createdAt: city.clock.toIso(createdAt),
  });
  const all = async (c: Context) =>
    c.json({ accounts: (await accounts.list()).map(shown) } satisfies AccountList, 200);
  const allKeys = async (c: Context) =>
    c.json({ keys: await accounts.keys.list() } satisfies KeyList, 200);

  const audit = auditingAccounts(city);
  const nameOf = (c: Context) => c.req.param("account") ?? "";
  const checkKept = async (c: Context, role: AccountRole | null) =>
    checkNotKept(await accounts.list(), nameOf(c), viewerOf(c).account, role);

  const routes: readonly DocumentedRoute[] = [
    [list, all],
    [
      add,
      async (c) => {
        const sent = await readBody(c, NewAccountBody);
        if (sent.unitId !== null) checkedUnit(city, sent.unitId);
        if (sent.password === null && sent.signOn === null) {
          throw new DomainError("password-length", passwordLength);
        }
        const made = await accounts.add(sent);
        const { password: _, ...rest } = sent;
        await audit(c, "add-account", made.account, rest);
        return c.json(shown(made), 200);
      },
    ],
    [
      change,
      async (c) => {
        const sent = await readBody(c, AccountChange);
        if (sent.unitId != null) checkedUnit(city, sent.unitId);
        if (sent.role) await checkKept(c, sent.role);
        const given = Object.entries(sent).filter(([, value]) => value !== undefined);
        const made = await accounts.change(nameOf(c), Object.fromEntries(given));
        await audit(c, "change-account", made.account, sent);
        return c.json(shown(made), 200);
      },
    ],
    [
      remove,
      async (c) => {
        await checkKept(c, null);
        await accounts.remove(nameOf(c));
        await audit(c, "remove-account", nameOf(c), null);
        return all(c);
      },
    ],
    [
      password,
      async (c) => {
        const sent = await readBody(c, NewPassword);
        await accounts.setPassword(nameOf(c), sent.password);
        await audit(c, "set-password", nameOf(c), null);
        return all(c);
      },
    ],
    [keys, allKeys],
    [
      addKey,
      async (c) => {
        const { name } = await readBody(c, NewKeyBody);
        const made = await accounts.keys.add(nameOf(c), name);
        await audit(c, "add-key", nameOf(c), { name, start: made.start });
        return c.json(made satisfies MadeKey, 200);
      },
    ],
    [
      removeKey,
      async (c) => {
        const id = c.req.param("id") ?? "";
        await accounts.keys.remove(id);
        await audit(c, "remove-key", id, null);
        return allKeys(c);
      },
    ],
  ];
  return documentedRoutes(
    routes.map(([definition, handler]) => [
      definition,
      (c) => {
        readQuery(c, []);
        return handler(c);
      },
      "administer",
    ]),
  );
}
