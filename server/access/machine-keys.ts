import type { AuthDatabase, AuthLibrary, AuthUser } from "./auth-library.ts";
import type { AuthUsers } from "./auth-users.ts";

/** A key of a machine; the key itself is shown once, when it is made. */
export type MachineKey = {
  readonly id: string;
  readonly name: string;
  readonly start: string;
  readonly account: string;
};

type KeyRow = { id: string; name: string | null; start: string | null; referenceId: string };

/** Keys that act as an account; kept as a hash. */
export class MachineKeys {
  readonly #auth: AuthLibrary;
  readonly #db: AuthDatabase["db"];
  readonly #users: AuthUsers;

  constructor(auth: AuthLibrary, { db }: AuthDatabase, users: AuthUsers) {
    this.#auth = auth;
    this.#db = db;
    this.#users = users;
  }

  /** The key is answered this once. Throws `not-found`. */
  async add(account: string, name: string): Promise<MachineKey & { readonly key: string }> {
    const user = await this.#users.existing(account);
    const made = await this.#auth.api.createApiKey({ body: { userId: user.id, name } });
    return { id: made.id, key: made.key, start: made.start ?? "", name, account };
  }

  async list(): Promise<MachineKey[]> {
    const owners = new Map((await this.#users.all()).map(({ id, username }) => [id, username]));
    const rows = (await this.#db
      .withTables<{ apikey: KeyRow }>()
      .selectFrom("apikey")
      .select(["id", "name", "start", "referenceId"])
      .execute()) as KeyRow[];
    return rows.map(({ id, name, start, referenceId }) => ({
      id,
      name: name ?? "",
      start: start ?? "",
      account: owners.get(referenceId) ?? "",
    }));
  }

  async remove(id: string): Promise<void> {
    await this.#deletion().where("id", "=", id).execute();
  }

  async removeOf(userId: string): Promise<void> {
    await this.#deletion().where("referenceId", "=", userId).execute();
  }

  /** Whom a key acts as; null for one that is not valid. */
  async userOf(key: string): Promise<AuthUser | null> {
    const found = await this.#auth.api.verifyApiKey({ body: { key } }).catch(() => null);
    if (!found?.valid || !found.key) return null;
    const { internalAdapter } = await this.#auth.$context;
    return internalAdapter.findUserById(found.key.referenceId);
  }

  #deletion() {
    return this.#db.withTables<{ apikey: KeyRow }>().deleteFrom("apikey");
  }
}
