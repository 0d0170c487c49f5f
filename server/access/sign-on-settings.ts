import { z } from "zod";
import { DomainError } from "../../domain/errors.ts";

/** What a person of the city's sign-on is known by: a claim that the provider never gives to somebody else. */
const claims = ["sub", "preferred_username"] as const;

/** A city's single sign-on (OpenID Connect); every address is given, so that a start asks nobody. */
export type SignOnSettings = {
  readonly issuer: string;
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly userInfoUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The button's words. */
  readonly name: string;
  readonly claim: (typeof claims)[number];
};

const Address = z.url({ protocol: /^https?$/ }).optional();

/** The variables of the environment that say so. */
export const signOnVariables = {
  OIDC_ISSUER: Address,
  OIDC_AUTHORIZATION_URL: Address,
  OIDC_TOKEN_URL: Address,
  OIDC_USERINFO_URL: Address,
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(20).optional(),
  OIDC_CLAIM: z.enum(claims).optional(),
};

const Variables = z.object({ ...signOnVariables, PUBLIC_URL: z.string().optional() });

/**
 * Null where none is given. The provider sends people back to PUBLIC_URL alone, so that it is needed too. Throws `sign-on-settings`
 * with what is missing.
 */
export function signOnSettings(given: z.infer<typeof Variables>): SignOnSettings | null {
  const { OIDC_ISSUER, OIDC_AUTHORIZATION_URL, OIDC_TOKEN_URL, OIDC_USERINFO_URL } = given;
  const { OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, OIDC_CLAIM, PUBLIC_URL } = given;
  const needed = {
    OIDC_ISSUER,
    OIDC_AUTHORIZATION_URL,
    OIDC_TOKEN_URL,
    OIDC_USERINFO_URL,
    OIDC_CLIENT_ID,
    OIDC_CLIENT_SECRET,
  };
  const named = [...Object.values(needed), OIDC_NAME, OIDC_CLAIM];
  if (named.every((value) => value === undefined)) return null;
  const missing = Object.entries({ ...needed, PUBLIC_URL })
    .filter(([, value]) => value === undefined)
    .map(([name]) => name);
  if (missing.length > 0) throw new DomainError("sign-on-settings", { missing });
  return {
    issuer: OIDC_ISSUER ?? "",
    authorizationUrl: OIDC_AUTHORIZATION_URL ?? "",
    tokenUrl: OIDC_TOKEN_URL ?? "",
    userInfoUrl: OIDC_USERINFO_URL ?? "",
    clientId: OIDC_CLIENT_ID ?? "",
    clientSecret: OIDC_CLIENT_SECRET ?? "",
    name: OIDC_NAME ?? "统一身份认证",
    claim: OIDC_CLAIM ?? "sub",
  };
}
