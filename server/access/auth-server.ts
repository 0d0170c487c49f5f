import { apiKey } from "@better-auth/api-key";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { username } from "better-auth/plugins";
import type { Kysely } from "kysely";

/** The database that accounts live in: the city's own. */
export type AuthDatabase = { readonly db: Kysely<unknown>; readonly type: "sqlite" | "postgres" };

/** Where the address of whoever asks is put before a request goes to the library; never taken from outside. */
export const CLIENT_ADDRESS = "x-wangge-client-address";

export const passwordLength = { min: 10, max: 128 } as const;
export const usernameLength = { min: 2, max: 40 } as const;

const DAY_S = 86_400;

const MOST_SIGN_INS_A_MINUTE = 60;
const MOST_PASSWORD_CHANGES_A_MINUTE = 20;

/** Letters of any script, figures, dot, dash, underscore and space inside. */
export const USERNAME = /^[\p{L}\p{N}][\p{L}\p{N}._ -]*$/u;

/**
 * Sign-in, sessions, passwords and keys, by a library. Nobody signs up: accounts are made by an administrator. Passwords are
 * hashed with scrypt, cookies are HttpOnly and SameSite=Lax, a session lives a week from its last use.
 */
export async function authServer({ db, type }: AuthDatabase, secret: string) {
  const options = {
    appName: "Wangge",
    secret,
    basePath: "/api/auth",
    telemetry: { enabled: false },
    database: { db: db as never, type },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    session: { expiresIn: 7 * DAY_S, updateAge: DAY_S },
    user: {
      additionalFields: {
        role: { type: "string", required: true, input: false },
        person: { type: "string", required: false, input: false },
        unitId: { type: "string", required: false, input: false },
      },
    },
    advanced: { cookiePrefix: "wangge", ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] } },
    // Changes on behalf of another site are refused for the whole API before they come here.
    trustedOrigins: (request?: Request) => (request ? [new URL(request.url).origin] : []),
    // By address; a whole office may stand behind one. Names are closed by `SignInTries`.
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      customRules: {
        "/sign-in/username": { window: 60, max: MOST_SIGN_INS_A_MINUTE },
        "/change-password": { window: 60, max: MOST_PASSWORD_CHANGES_A_MINUTE },
      },
    },
    plugins: [
      username({
        minUsernameLength: usernameLength.min,
        maxUsernameLength: usernameLength.max,
        usernameValidator: (name: string) => USERNAME.test(name),
      }),
      apiKey({ rateLimit: { enabled: false }, enableMetadata: false }),
    ],
  } as const;
  const auth = betterAuth(options as never) as unknown as AuthLibrary;
  const { runMigrations } = await getMigrations(options as never);
  await runMigrations();
  return auth;
}

/** What is used of the library, with the fields of an account that are ours. */
export type AuthLibrary = {
  handler(request: Request): Promise<Response>;
  readonly api: {
    getSession(input: { headers: Headers }): Promise<{ user: AuthUser } | null>;
    verifyApiKey(input: {
      body: { key: string };
    }): Promise<{ valid: boolean; key: { referenceId: string } | null }>;
    createApiKey(input: {
      body: { userId: string; name: string; expiresIn?: number };
    }): Promise<{ id: string; key: string; start: string | null }>;
  };
  readonly $context: Promise<{
    readonly password: { hash(password: string): Promise<string> };
    readonly internalAdapter: {
      createUser(user: Record<string, unknown>): Promise<AuthUser>;
      createAccount(account: Record<string, unknown>): Promise<unknown>;
      findUserById(id: string): Promise<AuthUser | null>;
      updateUser(id: string, change: Record<string, unknown>): Promise<AuthUser>;
      updatePassword(userId: string, hash: string): Promise<unknown>;
      deleteUser(id: string): Promise<unknown>;
      deleteUserSessions(userId: string): Promise<unknown>;
    };
  }>;
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
