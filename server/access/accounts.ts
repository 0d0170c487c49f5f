import type { Context } from "hono";
import { demoOperator, type Viewer } from "../../domain/account.ts";
import { DomainError } from "../../domain/errors.ts";
import { checkName, checkPassword } from "./account-names.ts";
import type { AuthDatabase, AuthLibrary, AuthUser } from "./auth-library.ts";
import { AuthRequests } from "./auth-requests.ts";
import { AUTH_PATH, authServer, CLIENT_ADDRESS, isSecure } from "./auth-server.ts";
import { AuthUsers, viewerOfUser } from "./auth-users.ts";
import type { Identifying, Identity } from "./identity.ts";
import { MachineKeys } from "./machine-keys.ts";
import { Sessions } from "./sessions.ts";
import { SignInTries } from "./sign-in-tries.ts";
import { SignOn } from "./sign-on.ts";
import { SignOnLinks } from "./sign-on-links.ts";
import type { SignOnSettings } from "./sign-on-settings.ts";
import { type Wall, Walls } from "./walls.ts";

/** An account as it is made and listed. */
export type Account = Viewer & {
  readonly id: string;
  readonly createdAt: number;
  /** Who of the city's sign-on gets into it; null: nobody. */
  readonly signOn: string | null;
};
/** Without a password nobody signs in by one. */
export type NewAccount = Viewer & {
  readonly password: string | null;
  readonly signOn?: string | null;
};
export type AccountPart = Partial<Omit<NewAccount, "account" | "password">>;

export type AccountsOptions = {
  readonly now: () => number;
  /** A request without credentials acts as the demo's operator. */
  readonly isDemo: boolean;
  readonly clientAddress: (c: Context) => string;
  /** Where people reach the platform; under https cookies are sent over TLS alone. */
  readonly publicUrl?: string | null;
  readonly signOnSettings?: SignOnSettings | null;
};

/** Accounts of a city: who there is, and by what a request is theirs. */
export class Accounts {
  readonly keys: MachineKeys;
  readonly walls: Walls;
  /** Null: the city has no single sign-on. */
  readonly signOn: SignOn | null;
  readonly #auth: AuthLibrary;
  readonly #isDemo: boolean;
  readonly #tries: SignInTries;
  readonly #users: AuthUsers;
  readonly #links: SignOnLinks;
  readonly #sessions: Sessions;
  readonly #requests: AuthRequests;

  constructor(auth: AuthLibrary, database: AuthDatabase, options: AccountsOptions) {
    const { now, clientAddress, publicUrl = null, signOnSettings } = options;
    this.#auth = auth;
    this.#isDemo = options.isDemo;
    this.#tries = new SignInTries(now);
    this.#users = new AuthUsers(database);
    this.#links = new SignOnLinks(auth, database);
    this.#sessions = new Sessions(auth, { now, isSecure: isSecure(publicUrl) });
    this.keys = new MachineKeys(auth, database, this.#users);
    this.walls = new Walls(auth, database, { now, clientAddress });
    this.signOn =
      signOnSettings && publicUrl !== null
        ? new SignOn(auth, { name: signOnSettings.name, publicUrl, clientAddress })
        : null;
    const { signOn } = this;
    this.#requests = new AuthRequests(auth, { tries: this.#tries, clientAddress, signOn });
  }

  /** Whose request it is. Credentials that are not valid are never taken for none. */
  async identify(c: Context, how: Identifying = { renews: true }): Promise<Identity> {
    const key = c.req.header("x-api-key") ?? bearerOf(c.req.header("authorization"));
    if (key !== undefined) return this.identifyKey(key);
    const ofSession = await this.#sessions.identify(c, how);
    if (ofSession) return ofSession;
    return this.#isDemo ? { kind: "known", viewer: demoOperator } : { kind: "none" };
  }

  /** Whose key it is, wherever it was sent. */
  async identifyKey(key: string): Promise<Identity> {
    const user = await this.keys.userOf(key);
    return user ? { kind: "known", viewer: viewerOfUser(user) } : { kind: "invalid" };
  }

  /** Signing in and out and changing one's password. Throws `too-many-tries` for a name that failed too often. */
  handle(c: Context): Promise<Response> {
    return this.#requests.handle(c);
  }

  /** Signs somebody in without a password: for the demo's own accounts, by what the program knows of them. */
  signIn(account: string, password: string, origin: string): Promise<Response> {
    return this.#auth.handler(
      new Request(new URL(`${AUTH_PATH}/sign-in/username`, origin), {
        method: "POST",
        headers: { "Content-Type": "application/json", [CLIENT_ADDRESS]: "127.0.0.1" },
        body: JSON.stringify({ username: account, password }),
      }),
    );
  }

  async list(): Promise<Account[]> {
    const names = await this.#links.names();
    return (await this.#users.all()).map((user) => accountOf(user, names.get(user.id)));
  }

  /** Throws `password-length`, `account-name`, `account-taken`, `sign-on-taken`. */
  async add({ account, password, signOn = null, ...rest }: NewAccount): Promise<Account> {
    if (password !== null) checkPassword(password);
    checkName(account);
    if (await this.#users.find(account)) throw new DomainError("account-taken", { account });
    if (signOn !== null) await this.#links.check(signOn, null);
    const { internalAdapter } = await this.#auth.$context;
    const user = await internalAdapter.createUser({
      ...rest,
      email: `${crypto.randomUUID()}@account.invalid`,
      emailVerified: true,
      username: account.toLowerCase(),
      displayUsername: account,
    });
    if (password !== null) await this.#givePassword(user.id, password);
    if (signOn !== null) await this.#links.set(user.id, signOn);
    return accountOf(user, signOn);
  }

  /** A wall under a name: an account of the role `screen`, made where there is none. Throws `not-a-wall`, `account-name`. */
  async addWall(account: string): Promise<{ readonly wall: Wall; readonly token: string }> {
    const rest = { name: account, person: null, unitId: null, password: null };
    if (!(await this.#users.find(account))) await this.add({ account, role: "screen", ...rest });
    const user = await this.#users.existing(account);
    if (user.role !== "screen") throw new DomainError("not-a-wall", { account });
    return this.walls.add(user);
  }

  /** Sessions of the account end: whoever had the old password is out. Throws `not-found`. */
  async setPassword(account: string, password: string): Promise<void> {
    checkPassword(password);
    const user = await this.#users.existing(account);
    const { internalAdapter } = await this.#auth.$context;
    await this.#givePassword(user.id, password);
    await internalAdapter.deleteUserSessions(user.id);
    this.#tries.succeeded(account);
  }

  /** Throws `not-found`, `sign-on-taken`. */
  async change(account: string, { signOn, ...change }: AccountPart): Promise<Account> {
    const user = await this.#users.existing(account);
    const { internalAdapter } = await this.#auth.$context;
    if (signOn !== undefined) await this.#links.set(user.id, signOn);
    const isMore = Object.keys(change).length > 0;
    const changed = isMore ? await internalAdapter.updateUser(user.id, change) : user;
    return accountOf(changed, (await this.#links.names()).get(user.id));
  }

  /** Ends the account's sessions, keys and walls with it. Throws `not-found`. */
  async remove(account: string): Promise<void> {
    const user = await this.#users.existing(account);
    const { internalAdapter } = await this.#auth.$context;
    await this.keys.removeOf(user.id);
    await this.walls.removeOf(user.id);
    await internalAdapter.deleteUserSessions(user.id);
    await internalAdapter.deleteUser(user.id);
  }

  async #givePassword(userId: string, password: string): Promise<void> {
    const { password: hashing, internalAdapter } = await this.#auth.$context;
    const hash = await hashing.hash(password);
    if (await this.#users.hasPassword(userId)) await internalAdapter.updatePassword(userId, hash);
    else {
      const own = { userId, providerId: "credential", accountId: userId };
      await internalAdapter.createAccount({ ...own, password: hash });
    }
  }
}

export async function openAccounts(
  database: AuthDatabase,
  secret: string,
  options: AccountsOptions,
): Promise<Accounts> {
  const { publicUrl = null, signOnSettings: signOn = null } = options;
  return new Accounts(await authServer(database, secret, { publicUrl, signOn }), database, options);
}

function accountOf(user: AuthUser, signOn: string | null | undefined): Account {
  return {
    ...viewerOfUser(user),
    id: user.id,
    createdAt: new Date(user.createdAt).getTime(),
    signOn: signOn ?? null,
  };
}

function bearerOf(authorization: string | undefined): string | undefined {
  return authorization === undefined ? undefined : authorization.replace(/^Bearer\s+/i, "");
}
