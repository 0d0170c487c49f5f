import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { OpenedWall, OwnAccount, SignOnStarted } from "../../domain/contract/accounts.ts";
import { forgetWall } from "../state/wall-browser.ts";
import { getJson, sendJson } from "./http.ts";

export const ownAccountQuery = queryOptions({
  queryKey: ["account"],
  queryFn: ({ signal }) => getJson("account", {}, OwnAccount, signal),
  staleTime: 5 * 60_000,
  retry: false,
});

/** Opens a session. Throws an ApiError: `wrong-sign-in`, `too-many-tries`. */
export async function signIn(username: string, password: string): Promise<void> {
  await sendJson("POST", "auth/sign-in/username", { username, password }, z.unknown());
}

export async function signOut(): Promise<void> {
  await sendJson("POST", "auth/sign-out", {}, z.unknown());
  forgetWall();
}

/** Acts as one of the demo's accounts from now on. Throws an ApiError where this is no demo. */
export async function actAsDemo(account: string): Promise<void> {
  await sendJson("POST", "account/demo", { account }, z.unknown());
}

/** What another account saw is not shown to the next one. */
export function forgetAll(client: QueryClient): void {
  client.clear();
}

/** Where the city's sign-on is; from there the browser comes back signed in, to `to`. Throws an ApiError. */
export async function beginSignOn(to: string): Promise<string> {
  return (await sendJson("POST", "account/sign-on", { to }, SignOnStarted)).url;
}

/** Signs this browser in as a wall. Throws an ApiError: `wrong-wall-token`, `too-many-tries`. */
export async function openWall(token: string): Promise<void> {
  await sendJson("POST", "account/wall", { token }, OpenedWall);
}
