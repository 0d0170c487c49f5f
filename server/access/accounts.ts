import type { Context } from "hono";
import { z } from "zod";
import { type AccountRole, accountRoles, demoOperator, type Viewer } from "../../domain/account.ts";
import { DomainError } from "../../domain/errors.ts";
import {
  type AuthDatabase,
  type AuthLibrary,
  type AuthUser,
  authServer,
  CLIENT_ADDRESS,
  passwordLength,
  USERNAME,
  usernameLength,
} from "./auth-server.ts";
import type { Identity } from "./identity.ts";
import { SignInTries } from "./sign-in-tries.ts";

/** An account as it is made and listed. */
export type Account = Viewer & { readonly id: string; readonly createdAt: number };
export type NewAccount = Viewer & { readonly password: string };

/** A key of a machine; the key itself is shown once, when it is made. */
export type MachineKey = {
  readonly id: string;
  readonly name: string;
  readonly start: string;
  readonly account: string;
};

/** What of the library is let through; everything else of it is nobody's business. */
const OPEN_PATHS = new Set(["sign-in/username", "sign-out", "change-password"]);

const SignIn = z.object({ username: z.string().max(200), password: z.string().max(1000) });

export type AccountsOptions = {
  readonly now: () => number;
  /** A request without credentials acts as the demo's operator. */
  readonly isDemo: boolean;
  readonly clientAddress: (c: Context) => string;
};

/** Accounts, sessions and keys of a city. */
export class Accounts {
  readonly #auth: AuthLibrary;
  readonly #db: AuthDatabase["db"];
  readonly #options: AccountsOptions;
  readonly #tries: SignInTries;

  constructor(auth: AuthLibrary, { db }: AuthDatabase, options: AccountsOptions) {
    this.#auth = auth;
    this.#db = db;
    this.#options = options;
    this.#tries = new SignInTries(options.now);
  }

  /** Whose request it is. Credentials that are not valid are never taken for none. */
  async identify(c: Context): Promise<Identity> {
    const key = c.req.header("x-api-key") ?? bearerOf(c.req.header("authorization"));
    if (key !== undefined) return this.#ofKey(key);
    if (/(?:^|;\s*)(?:__Secure-)?wangge\.session_token=/.test(c.req.header("cookie") ?? "")) {
      const session = await this.#auth.api.getSession({ headers: c.req.raw.headers });
      return session ? known(session.user) : { kind: "invalid" };
    }
    return this.#options.isDemo ? { kind: "known", viewer: demoOperator } : { kind: "none" };
  }

  /** Signing in and out and changing one's password. Throws `too-many-tries` for a name that failed too often. */
  async handle(c: Context): Promise<Response> {
    const path = c.req.path.replace(/^\/api\/auth\//, "");
    if (c.req.method !== "POST" || !OPEN_PATHS.has(path)) {
      throw new DomainError("no-such-route", { path: c.req.path });
    }
    const request = new Request(c.req.raw);
    request.headers.set(CLIENT_ADDRESS, this.#options.clientAddress(c));
    if (path === "change-password") return changedPassword(await this.#auth.handler(request));
    if (path !== "sign-in/username") return this.#auth.handler(request);
    const sent = SignIn.safeParse(
      await request
        .clone()
        .json()
        .catch(() => null),
    );
    if (!sent.success)
      throw new DomainError("bad-body", {
        path: "username",
        problem: "name and password expected",
      });
    const { username } = sent.data;
    this.#tries.check(username);
    const answer = await this.#auth.handler(request);
    if (answer.status === 429) throw new DomainError("too-many-tries", { minutes: 1 });
    if (answer.ok) this.#tries.succeeded(username);
    else this.#tries.failed(username);
    if (answer.status === 401 || answer.status === 422 || answer.status === 400) {
      throw new DomainError("wrong-sign-in", {});
    }
    return answer;
  }

  /** Signs somebody in without a password: for the demo's own accounts, by what the program knows of them. */
  signIn(account: string, password: string, origin: string): Promise<Response> {
    return this.#auth.handler(
      new Request(new URL("/api/auth/sign-in/username", origin), {
        method: "POST",
        headers: { "Content-Type": "application/json", [CLIENT_ADDRESS]: "127.0.0.1" },
        body: JSON.stringify({ username: account, password }),
      }),
    );
  }

  async list(): Promise<Account[]> {
    const rows = await this.#users().orderBy("username").execute();
    return rows.map((row) => accountOf(row as AuthUser));
  }

  /** Throws `password-length`, `account-name`, `account-taken`. */
  async add({ account, password, ...rest }: NewAccount): Promise<Account> {
    checkPassword(password);
    checkName(account);
    if (await this.#find(account)) throw new DomainError("account-taken", { account });
    const { password: hashing, internalAdapter } = await this.#auth.$context;
    const user = await internalAdapter.createUser({
      ...rest,
      email: `${crypto.randomUUID()}@account.invalid`,
      emailVerified: true,
      username: account.toLowerCase(),
      displayUsername: account,
    });
    await internalAdapter.createAccount({
      userId: user.id,
      providerId: "credential",
      accountId: user.id,
      password: await hashing.hash(password),
    });
    return accountOf(user);
  }

  /** Sessions of the account end: whoever had the old password is out. Throws `not-found`. */
  async setPassword(account: string, password: string): Promise<void> {
    checkPassword(password);
    const user = await this.#existing(account);
    const { password: hashing, internalAdapter } = await this.#auth.$context;
    await internalAdapter.updatePassword(user.id, await hashing.hash(password));
    await internalAdapter.deleteUserSessions(user.id);
    this.#tries.succeeded(account);
  }

  /** Throws `not-found`. */
  async change(account: string, change: Partial<Omit<Viewer, "account">>): Promise<Account> {
    const user = await this.#existing(account);
    const { internalAdapter } = await this.#auth.$context;
    return accountOf(await internalAdapter.updateUser(user.id, change));
  }

  /** Ends the account's sessions and keys with it. Throws `not-found`. */
  async remove(account: string): Promise<void> {
    const user = await this.#existing(account);
    const { internalAdapter } = await this.#auth.$context;
    await this.#keys().where("referenceId", "=", user.id).execute();
    await internalAdapter.deleteUserSessions(user.id);
    await internalAdapter.deleteUser(user.id);
  }

  /** A key that acts as the account; it is answered this once and kept as a hash. Throws `not-found`. */
  async addKey(account: string, name: string): Promise<MachineKey & { readonly key: string }> {
    const user = await this.#existing(account);
    const made = await this.#auth.api.createApiKey({ body: { userId: user.id, name } });
    return { id: made.id, key: made.key, start: made.start ?? "", name, account };
  }

  async keys(): Promise<MachineKey[]> {
    const owners = new Map((await this.list()).map(({ id, account }) => [id, account]));
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

  async removeKey(id: string): Promise<void> {
    await this.#keys().where("id", "=", id).execute();
  }

  async #ofKey(key: string): Promise<Identity> {
    const found = await this.#auth.api.verifyApiKey({ body: { key } }).catch(() => null);
    if (!found?.valid || !found.key) return { kind: "invalid" };
    const { internalAdapter } = await this.#auth.$context;
    const user = await internalAdapter.findUserById(found.key.referenceId);
    return user ? known(user) : { kind: "invalid" };
  }

  async #existing(account: string): Promise<AuthUser> {
    const user = await this.#find(account);
    if (!user) throw new DomainError("not-found", { what: "account", id: account });
    return user;
  }

  async #find(account: string): Promise<AuthUser | null> {
    const row = await this.#users()
      .where("username", "=", account.toLowerCase())
      .executeTakeFirst();
    return (row as AuthUser | undefined) ?? null;
  }

  #users() {
    return this.#db.withTables<{ user: AuthUser }>().selectFrom("user").selectAll();
  }

  #keys() {
    return this.#db.withTables<{ apikey: KeyRow }>().deleteFrom("apikey");
  }
}

type KeyRow = { id: string; name: string | null; start: string | null; referenceId: string };

export async function openAccounts(
  database: AuthDatabase,
  secret: string,
  options: AccountsOptions,
): Promise<Accounts> {
  return new Accounts(await authServer(database, secret), database, options);
}

/** The library's refusals as ours. */
async function changedPassword(answer: Response): Promise<Response> {
  if (answer.ok) return answer;
  if (answer.status === 401) throw new DomainError("unauthorized", { isExpired: true });
  if (answer.status === 429) throw new DomainError("too-many-tries", { minutes: 1 });
  const { code } = z
    .object({ code: z.string().optional() })
    .catch({})
    .parse(await answer.json().catch(() => null));
  if (code === "INVALID_PASSWORD") throw new DomainError("wrong-password", {});
  if (code === "PASSWORD_TOO_SHORT" || code === "PASSWORD_TOO_LONG") {
    throw new DomainError("password-length", passwordLength);
  }
  throw new DomainError("bad-body", { path: "", problem: code ?? "" });
}

function checkPassword(password: string): void {
  const { min, max } = passwordLength;
  if (password.length >= min && password.length <= max) return;
  throw new DomainError("password-length", { min, max });
}

/** Small letters are what is kept, and are not always as many, nor all letters: `İ` is two. */
function checkName(account: string): void {
  const { min, max } = usernameLength;
  const kept = account.toLowerCase();
  const isShort = account.length >= min && kept.length <= max;
  if (!isShort || !USERNAME.test(account) || !USERNAME.test(kept))
    throw new DomainError("account-name", { account });
}

function known(user: AuthUser): Identity {
  const { id: _, createdAt: __, ...viewer } = accountOf(user);
  return { kind: "known", viewer };
}

/** A role that this program does not know may do nothing but what anybody may. */
function accountOf(user: AuthUser): Account {
  const role: AccountRole = accountRoles.find((name) => name === user.role) ?? "public";
  return {
    id: user.id,
    account: user.username,
    name: user.name,
    role,
    person: user.person ?? null,
    unitId: user.unitId ?? null,
    createdAt: new Date(user.createdAt).getTime(),
  };
}

function bearerOf(authorization: string | undefined): string | undefined {
  return authorization === undefined ? undefined : authorization.replace(/^Bearer\s+/i, "");
}
