import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import type { AccountRole } from "../../domain/account.ts";
import { AccountBody, AccountList, KeyList, MadeKey } from "../../domain/contract/accounts.ts";
import { getJson, sendJson } from "./http.ts";

export const accountsQuery = queryOptions({
  queryKey: ["accounts"],
  queryFn: ({ signal }) => getJson("accounts", {}, AccountList, signal),
});

export const keysQuery = queryOptions({
  queryKey: ["account-keys"],
  queryFn: ({ signal }) => getJson("accounts/keys", {}, KeyList, signal),
});

/** What an account is beside its name to sign in with. */
export type AccountFields = {
  readonly name: string;
  readonly role: AccountRole;
  readonly person: string | null;
  readonly unitId: string | null;
};

/** Each throws an ApiError with the server's sentence. */
export function addAccount(
  account: string,
  fields: AccountFields,
  password: string,
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
