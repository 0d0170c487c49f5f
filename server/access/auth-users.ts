import { type AccountRole, accountRoles, type Viewer } from "../../domain/account.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AuthDatabase, AuthUser } from "./auth-library.ts";

/** The library's users, found by the name that they sign in with. */
export class AuthUsers {
  readonly #db: AuthDatabase["db"];

  constructor({ db }: AuthDatabase) {
    this.#db = db;
  }

  async all(): Promise<AuthUser[]> {
    return (await this.#users().orderBy("username").execute()) as AuthUser[];
  }

  async find(account: string): Promise<AuthUser | null> {
    const row = await this.#users()
      .where("username", "=", account.toLowerCase())
      .executeTakeFirst();
    return (row as AuthUser | undefined) ?? null;
  }

  /** Throws `not-found`. */
  async existing(account: string): Promise<AuthUser> {
    const user = await this.find(account);
    if (!user) throw new DomainError("not-found", { what: "account", id: account });
    return user;
  }

  async hasPassword(userId: string): Promise<boolean> {
    const row = await this.#db
      .withTables<{ account: { userId: string; providerId: string } }>()
      .selectFrom("account")
      .select("userId")
      .where("userId", "=", userId)
      .where("providerId", "=", "credential")
      .executeTakeFirst();
    return row !== undefined;
  }

  #users() {
    return this.#db.withTables<{ user: AuthUser }>().selectFrom("user").selectAll();
  }
}

/** A role that this program does not know may do nothing but what anybody may. */
export function viewerOfUser(user: AuthUser): Viewer {
  const role: AccountRole = accountRoles.find((name) => name === user.role) ?? "public";
  return {
    account: user.username,
    name: user.name,
    role,
    person: user.person ?? null,
    unitId: user.unitId ?? null,
  };
}
