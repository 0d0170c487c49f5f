import { createHash, randomBytes } from "node:crypto";
import type { Context } from "hono";
import { z } from "zod";
import { DomainError } from "../../domain/errors.ts";
import type { AuthDatabase, AuthLibrary, AuthUser } from "./auth-library.ts";
import { isInvalidWall, lifeOfS } from "./sessions.ts";
import { SignInTries } from "./sign-in-tries.ts";

/** A wall's right to show the city; the token itself is shown once, when it is made. */
export type Wall = {
  readonly id: string;
  readonly account: string;
  readonly start: string;
  readonly createdAt: number;
  /** When a session of it was last renewed, to the day; null: it was never opened. */
  readonly usedAt: number | null;
};

const START_LENGTH = 6;
const TOKEN_BYTES = 32;

/** A token is drawn from 256 bits: what is guessed is never near one, so a hash without salt keeps it. */
const hashOf = (token: string) => createHash("sha256").update(token).digest("base64url");

const WallRow = z.object({ id: z.string(), userId: z.string() });

/** A time as the database gives it: a text of SQLite, a date of PostgreSQL. */
type Stored = string | Date;
type WallTables = {
  wall: { id: string; userId: string; start: string; createdAt: Stored };
  user: { id: string; username: string };
  session: { wallId: string | null; updatedAt: Stored };
};

type WallsOptions = {
  readonly now: () => number;
  readonly clientAddress: (c: Context) => string;
};

/** Tokens of walls. One opens a session of its account, for as long as the token stands. */
export class Walls {
  readonly #auth: AuthLibrary;
  readonly #db: AuthDatabase["db"];
  readonly #options: WallsOptions;
  /** By address: a name is not asked for. */
  readonly #tries: SignInTries;

  constructor(auth: AuthLibrary, { db }: AuthDatabase, options: WallsOptions) {
    this.#auth = auth;
    this.#db = db;
    this.#options = options;
    this.#tries = new SignInTries(options.now);
  }

  /** A token for an account of the role `screen`; it is answered this once. */
  async add(user: AuthUser): Promise<{ readonly wall: Wall; readonly token: string }> {
    const { adapter } = await this.#auth.$context;
    const token = randomBytes(TOKEN_BYTES).toString("base64url");
    const start = token.slice(0, START_LENGTH);
    const createdAt = this.#options.now();
    const data = {
      userId: user.id,
      tokenHash: hashOf(token),
      start,
      createdAt: new Date(createdAt),
    };
    const { id } = WallRow.parse(await adapter.create({ model: "wall", data }));
    return { wall: { id, account: user.username, start, createdAt, usedAt: null }, token };
  }

  async list(): Promise<Wall[]> {
    const rows = await this.#db
      .withTables<WallTables>()
      .selectFrom("wall")
      .innerJoin("user", "user.id", "wall.userId")
      .leftJoin("session", "session.wallId", "wall.id")
      .select(["wall.id", "wall.start", "wall.createdAt", "user.username as account"])
      .select(({ fn }) => fn.max("session.updatedAt").as("usedAt"))
      .groupBy(["wall.id", "wall.start", "wall.createdAt", "user.username"])
      .orderBy("wall.createdAt")
      .execute();
    return rows.map(({ createdAt, usedAt, ...rest }) => ({
      ...rest,
      createdAt: new Date(createdAt).getTime(),
      usedAt: usedAt === null ? null : new Date(usedAt).getTime(),
    }));
  }

  /** The sessions that it opened end with it. */
  async remove(id: string): Promise<void> {
    const { adapter } = await this.#auth.$context;
    await adapter.deleteMany({ model: "wall", where: [{ field: "id", value: id }] });
    await adapter.deleteMany({ model: "session", where: [{ field: "wallId", value: id }] });
  }

  async removeOf(userId: string): Promise<void> {
    const { adapter } = await this.#auth.$context;
    await adapter.deleteMany({ model: "wall", where: [{ field: "userId", value: userId }] });
  }

  /**
   * The account of a token and the cookies of its session; none where the wall has one already, so that a wall may open its
   * link at every start. Throws `wrong-wall-token`, and `too-many-tries` for an address that failed too often.
   */
  async open(
    c: Context,
    token: string,
  ): Promise<{ readonly account: string; readonly cookies: readonly string[] }> {
    const address = this.#options.clientAddress(c);
    this.#tries.check(address);
    const found = await this.#find(token);
    if (!found) {
      this.#tries.failed(address);
      throw new DomainError("wrong-wall-token", {});
    }
    const { wallId, user } = found;
    const { headers } = c.req.raw;
    const standing = await this.#auth.api.getSession({ headers });
    if (standing?.session.wallId === wallId) return { account: user.username, cookies: [] };
    const body = { wallId, userId: user.id, lifeS: lifeOfS("screen") };
    const opened = await this.#auth.api.openWall({ body, headers, asResponse: true });
    return { account: user.username, cookies: opened.headers.getSetCookie() };
  }

  /** Null for a token that is none, or whose account is no wall's any more. */
  async #find(token: string): Promise<{ readonly wallId: string; readonly user: AuthUser } | null> {
    const { adapter, internalAdapter } = await this.#auth.$context;
    const where = [{ field: "tokenHash", value: hashOf(token) }];
    const [wall] = WallRow.array().parse(await adapter.findMany({ model: "wall", where }));
    const user = wall ? await internalAdapter.findUserById(wall.userId) : null;
    if (!wall || !user || isInvalidWall({ wallId: wall.id }, user.role)) return null;
    return { wallId: wall.id, user };
  }
}
