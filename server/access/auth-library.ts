import type { Kysely } from "kysely";

/** The database that accounts live in: the city's own. */
export type AuthDatabase = { readonly db: Kysely<unknown>; readonly type: "sqlite" | "postgres" };

/** What is used of the library, with the fields of an account that are ours. */
export type AuthLibrary = {
  handler(request: Request): Promise<Response>;
  readonly api: {
    getSession(input: {
      headers: Headers;
    }): Promise<{ readonly user: AuthUser; readonly session: AuthSession } | null>;
    verifyApiKey(input: {
      body: { key: string };
    }): Promise<{ valid: boolean; key: { referenceId: string } | null }>;
    createApiKey(input: {
      body: { userId: string; name: string; expiresIn?: number };
    }): Promise<{ id: string; key: string; start: string | null }>;
    /** A session for a wall, with its cookie; see `wall-plugin.ts`. */
    openWall(input: {
      body: { wallId: string; userId: string; lifeS: number };
      headers: Headers;
      asResponse: true;
    }): Promise<Response>;
  };
  readonly $context: Promise<{
    readonly password: { hash(password: string): Promise<string> };
    readonly internalAdapter: {
      createUser(user: Record<string, unknown>): Promise<AuthUser>;
      createAccount(account: Record<string, unknown>): Promise<unknown>;
      findUserById(id: string): Promise<AuthUser | null>;
      updateUser(id: string, change: Record<string, unknown>): Promise<AuthUser>;
      updatePassword(userId: string, hash: string): Promise<unknown>;
      updateSession(token: string, change: Record<string, unknown>): Promise<unknown>;
      deleteUser(id: string): Promise<unknown>;
      deleteUserSessions(userId: string): Promise<unknown>;
    };
    readonly adapter: {
      create(input: { model: string; data: Record<string, unknown> }): Promise<unknown>;
      findMany(input: { model: string; where?: readonly Where[] }): Promise<unknown[]>;
      deleteMany(input: { model: string; where: readonly Where[] }): Promise<unknown>;
    };
  }>;
};

type Where = { readonly field: string; readonly value: string };

export type AuthSession = {
  readonly token: string;
  readonly expiresAt: Date;
  /** Of a wall's session: the wall, whose end is the session's. */
  readonly wallId?: string | null;
};

export type AuthUser = {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly role: string;
  readonly person: string | null;
  readonly unitId: string | null;
  readonly createdAt: Date;
};
