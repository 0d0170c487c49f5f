import { type Accounts, type AccountsOptions, openAccounts } from "./accounts.ts";
import { accountsFile, accountsInPostgres, keptSecret } from "./auth-database.ts";
import type { SignOnSettings } from "./sign-on-settings.ts";

/** Of the environment: where accounts are, and what their cookies are signed with. */
type AccountsPlace = {
  readonly databaseUrl: string | null;
  readonly authSecret: string | null;
  readonly publicUrl: string | null;
  readonly signOn: SignOnSettings | null;
  readonly stateFolder: (packId: string) => string;
};

/** What cookies are signed with, and codes made from: given, or kept in the state folder. */
export function secretOf(
  { authSecret, stateFolder }: Pick<AccountsPlace, "authSecret" | "stateFolder">,
  packId: string,
): string {
  return authSecret ?? keptSecret(stateFolder(packId));
}

/** The accounts of a city where the environment says that they are. A running server need not stop for it. */
export async function openAccountsOf(
  env: AccountsPlace,
  packId: string,
  options: Omit<AccountsOptions, "publicUrl" | "signOnSettings">,
): Promise<{ readonly accounts: Accounts; close(): Promise<void> }> {
  const folder = env.stateFolder(packId);
  const database = env.databaseUrl ? accountsInPostgres(env.databaseUrl) : accountsFile(folder);
  const { publicUrl, signOn: signOnSettings } = env;
  const secret = secretOf(env, packId);
  const accounts = await openAccounts(database, secret, { ...options, publicUrl, signOnSettings });
  return { accounts, close: database.close };
}
