import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import type { AccountRole } from "../../domain/account.ts";
import {
  AccountBody,
  AccountList,
  KeyList,
  MadeKey,
  MadeWall,
  WallList,
} from "../../domain/contract/accounts.ts";
import { getJson, sendJson } from "./http.ts";

export const accountsQuery = queryOptions({
  queryKey: ["accounts"],
  queryFn: ({ signal }) => getJson("accounts", {}, AccountList, signal),
});

export const keysQuery = queryOptions({
  queryKey: ["account-keys"],
  queryFn: ({ signal }) => getJson("accounts/keys", {}, KeyList, signal),
});

export const wallsQuery = queryOptions({
  queryKey: ["account-walls"],
  queryFn: ({ signal }) => getJson("accounts/walls", {}, WallList, signal),
});

/** What an account is beside its name to sign in with. */
export type AccountFields = {
  readonly name: string;
  readonly role: AccountRole;
  readonly person: string | null;
  readonly unitId: string | null;
  /** Who of the city's sign-on gets into it. */
  readonly signOn: string | null;
};

/** Each throws an ApiError with the server's sentence. */
export function addAccount(
  account: string,
  fields: AccountFields,
  password: string | null,
): Promise<AccountBody> {
  return sendJson("POST", "accounts", { account, ...fields, password }, AccountBody);
}

export function changeAccount(account: string, fields: AccountFields): Promise<AccountBody> {
  return sendJson("PATCH", pathOf(account), fields, AccountBody);
}

export function removeAccount(account: string): Promise<AccountList> {
  return sendJson("DELETE", pathOf(account), {}, AccountList);
}

/** Ends the account's sessions. */
export function setPassword(account: string, password: string): Promise<AccountList> {
  return sendJson("POST", `${pathOf(account)}/password`, { password }, AccountList);
}

/** The key itself is in the answer this once. */
export function addKey(account: string, name: string): Promise<MadeKey> {
  return sendJson("POST", `${pathOf(account)}/keys`, { name }, MadeKey);
}

export function removeKey(id: string): Promise<KeyList> {
  return sendJson("DELETE", `accounts/keys/${encodeURIComponent(id)}`, {}, KeyList);
}

/** The token is in the answer this once. */
export function addWall(account: string): Promise<MadeWall> {
  return sendJson("POST", "accounts/walls", { account }, MadeWall);
}

/** What it opened ends at once. */
export function removeWall(id: string): Promise<WallList> {
  return sendJson("DELETE", `accounts/walls/${encodeURIComponent(id)}`, {}, WallList);
}

/** One's own; sessions elsewhere end. */
export async function changeOwnPassword(
  currentPassword: string,
  newPassword: string,
): Promise<void> {
  const body = { currentPassword, newPassword, revokeOtherSessions: true };
  await sendJson("POST", "auth/change-password", body, z.unknown());
}

function pathOf(account: string): string {
  return `accounts/${encodeURIComponent(account)}`;
}
