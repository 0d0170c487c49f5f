import type { AccountRole } from "../../domain/account.ts";
import { DomainError } from "../../domain/errors.ts";
import type { Account } from "./accounts.ts";

/**
 * Throws `account-kept` where an administrator would lose their own account or role, or the city its last administrator.
 * `role`: the one that it gets; null: it is removed.
 */
export function checkNotKept(
  accounts: readonly Account[],
  name: string,
  by: string,
  role: AccountRole | null,
): void {
  const account = accounts.find((each) => each.account.toLowerCase() === name.toLowerCase());
  if (!account || role === account.role) return;
  const why = (reason: "own" | "last-admin") =>
    new DomainError("account-kept", { account: account.account, why: reason });
  if (account.account === by) throw why("own");
  const admins = accounts.filter((each) => each.role === "admin");
  if (account.role === "admin" && admins.length < 2) throw why("last-admin");
}
