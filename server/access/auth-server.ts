import { apiKey } from "@better-auth/api-key";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { username } from "better-auth/plugins";
import type { AuthDatabase, AuthLibrary } from "./auth-library.ts";
import { signOnProvider } from "./sign-on-provider.ts";
import type { SignOnSettings } from "./sign-on-settings.ts";
import { wallPlugin } from "./wall-plugin.ts";

/** Where the address of whoever asks is put before a request goes to the library; never taken from outside. */
export const CLIENT_ADDRESS = "x-wangge-client-address";

/** Where the library's own paths begin. */
export const AUTH_PATH = "/api/auth";

export const passwordLength = { min: 10, max: 128 } as const;
export const usernameLength = { min: 2, max: 40 } as const;

const MOST_SIGN_INS_A_MINUTE = 60;
const MOST_PASSWORD_CHANGES_A_MINUTE = 20;

/** Letters of any script, figures, dot, dash, underscore and space inside. */
export const USERNAME = /^[\p{L}\p{N}][\p{L}\p{N}._ -]*$/u;

export type AuthServerOptions = {
  /** Where people reach the platform; under https cookies are sent over TLS alone. Null: where a request came. */
  readonly publicUrl: string | null;
  readonly signOn: SignOnSettings | null;
};

/**
 * Sign-in, sessions, passwords and keys, by a library. Nobody signs up: accounts are made by an administrator. Passwords are
 * hashed with scrypt, cookies are HttpOnly and SameSite=Lax; how long a session lives is in `sessions.ts`.
 */
export async function authServer(
  { db, type }: AuthDatabase,
  secret: string,
  { publicUrl, signOn }: AuthServerOptions,
): Promise<AuthLibrary> {
  const options = {
    appName: "Wangge",
    secret,
    ...(publicUrl !== null && { baseURL: new URL(publicUrl).origin }),
    basePath: AUTH_PATH,
    telemetry: { enabled: false },
    database: { db: db as never, type },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    session: { disableSessionRefresh: true },
    // Whom a name at the city's sign-on leads to an administrator says; an address of e-mail never does.
    account: { accountLinking: { enabled: false }, updateAccountOnSignIn: false },
    user: {
      additionalFields: {
        role: { type: "string", required: true, input: false },
        person: { type: "string", required: false, input: false },
        unitId: { type: "string", required: false, input: false },
      },
    },
    advanced: {
      cookiePrefix: "wangge",
      useSecureCookies: isSecure(publicUrl),
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
    },
    // Changes on behalf of another site are refused for the whole API before they come here; a proxy may end TLS.
    trustedOrigins: (request?: Request) => (request ? originsOf(request) : []),
    // By address; a whole office may stand behind one. Names are closed by `SignInTries`.
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      customRules: {
        "/sign-in/username": { window: 60, max: MOST_SIGN_INS_A_MINUTE },
        "/sign-in/social": { window: 60, max: MOST_SIGN_INS_A_MINUTE },
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
      wallPlugin,
      ...(signOn === null ? [] : [signOnProvider(signOn)]),
    ],
  } as const;
  const auth = betterAuth(options as never) as unknown as AuthLibrary;
  const { runMigrations } = await getMigrations(options as never);
  await runMigrations();
  return auth;
}

/** Whether cookies are for TLS alone. */
export function isSecure(publicUrl: string | null): boolean {
  return publicUrl?.startsWith("https:") ?? false;
}

function originsOf(request: Request): string[] {
  const { host } = new URL(request.url);
  return [`http://${host}`, `https://${host}`];
}
