import { DomainError } from "../../domain/errors.ts";
import type { AuthDatabase, AuthLibrary } from "./auth-library.ts";
import { SIGN_ON } from "./sign-on-provider.ts";

type LinkRow = { id: string; userId: string; providerId: string; accountId: string };

/** Which account a person of the city's sign-on gets into: an administrator says it, by their name at the sign-on. */
export class SignOnLinks {
  readonly #auth: AuthLibrary;
  readonly #db: AuthDatabase["db"];

  constructor(auth: AuthLibrary, { db }: AuthDatabase) {
    this.#auth = auth;
    this.#db = db;
  }

  /** By user. */
  async names(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.#table()
      .selectFrom("account")
      .select(["userId", "accountId"])
      .where("providerId", "=", SIGN_ON)
      .execute();
    return new Map(rows.map(({ userId, accountId }) => [userId, accountId]));
  }

  /** Throws `sign-on-taken` where the name leads to another account than `userId`. */
  async check(name: string, userId: string | null): Promise<void> {
    for (const [owner, taken] of await this.names()) {
      if (taken === name && owner !== userId) throw new DomainError("sign-on-taken", { name });
    }
  }

  /** Null: none any more. Sessions of the account end, for the person may be another one now. */
  async set(userId: string, name: string | null): Promise<void> {
    if ((await this.names()).get(userId) === (name ?? undefined)) return;
    if (name !== null) await this.check(name, userId);
    const { internalAdapter } = await this.#auth.$context;
    await this.#table()
      .deleteFrom("account")
      .where("userId", "=", userId)
      .where("providerId", "=", SIGN_ON)
      .execute();
    if (name !== null) {
      await internalAdapter.createAccount({ userId, providerId: SIGN_ON, accountId: name });
    }
    await internalAdapter.deleteUserSessions(userId);
  }

  #table() {
    return this.#db.withTables<{ account: LinkRow }>();
  }
}
