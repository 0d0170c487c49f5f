import { genericOAuth } from "better-auth/plugins";
import { z } from "zod";
import type { SignOnSettings } from "./sign-on-settings.ts";

/** What the library calls the city's sign-on; the end of the address that it sends people back to. */
export const SIGN_ON = "sign-on";

/** A provider that says nothing for so long is taken as down. */
const ANSWER_MS = 10_000;

const Tokens = z.object({ access_token: z.string().min(1), id_token: z.string().optional() });
const Claim = z.union([z.string().min(1), z.number()]).transform(String);
const Person = z.looseObject({
  sub: Claim,
  preferred_username: Claim.optional().catch(undefined),
});
const IdToken = z.object({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  sub: Claim,
});

type Exchanged = {
  readonly accessToken?: string | undefined;
  readonly idToken?: string | undefined;
};

/**
 * The city's single sign-on for the library: code flow with PKCE and state, nothing is asked at the start. Nobody signs up by
 * it: a person gets in where an administrator gave the account their name at the sign-on, and by no address of e-mail.
 */
export function signOnProvider(settings: SignOnSettings) {
  const { clientId, clientSecret, authorizationUrl, tokenUrl, name, claim } = settings;
  return genericOAuth({
    config: [
      {
        providerId: SIGN_ON,
        name,
        clientId,
        clientSecret,
        authorizationUrl,
        tokenUrl,
        scopes: ["openid", "profile"],
        pkce: true,
        disableSignUp: true,
        disableImplicitSignUp: true,
        getToken: (sent) => exchangeCode(settings, sent),
        // A person that the provider does not tell, or tells otherwise than it signed, is nobody.
        getUserInfo: (tokens) => personOf(settings, tokens).catch(() => null),
        // Somebody whom the provider gives no such name is a stranger.
        accountSubject: ({ profile }) => String(profile[claim] ?? crypto.randomUUID()),
      },
    ],
  });
}

type SentCode = {
  readonly code: string;
  readonly redirectURI: string;
  readonly codeVerifier?: string | undefined;
};

async function exchangeCode(
  { tokenUrl, clientId, clientSecret }: SignOnSettings,
  { code, redirectURI, codeVerifier }: SentCode,
) {
  const response = await fetch(tokenUrl, {
    method: "POST",
    headers: { Accept: "application/json" },
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code,
      redirect_uri: redirectURI,
      client_id: clientId,
      client_secret: clientSecret,
      code_verifier: codeVerifier ?? "",
    }),
    redirect: "error",
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  if (!response.ok) throw new Error(`the sign-on answered ${response.status}`);
  const { access_token, id_token } = Tokens.parse(await response.json());
  return { accessToken: access_token, idToken: id_token };
}

/** The library wants an address of e-mail; this one is nobody's, so that it can find nobody. */
async function personOf(settings: SignOnSettings, { accessToken, idToken }: Exchanged) {
  const response = await fetch(settings.userInfoUrl, {
    headers: { Accept: "application/json", Authorization: `Bearer ${accessToken ?? ""}` },
    redirect: "error",
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  if (!response.ok) throw new Error(`the sign-on answered ${response.status}`);
  const { sub, preferred_username } = Person.parse(await response.json());
  if (idToken !== undefined) checkIdToken(settings, idToken, sub);
  const email = `${crypto.randomUUID()}@sign-on.invalid`;
  return { id: sub, sub, preferred_username, email, emailVerified: false, name: "" };
}

/** It came from the provider itself over the line that its address names, so what it says counts without its signature. */
function checkIdToken({ issuer, clientId }: SignOnSettings, idToken: string, sub: string): void {
  const [, body = ""] = idToken.split(".");
  const said = IdToken.parse(JSON.parse(Buffer.from(body, "base64url").toString("utf8")));
  const isOurs = [said.aud].flat().includes(clientId);
  const isOfIssuer = said.iss.replace(/\/$/, "") === issuer.replace(/\/$/, "");
  if (!isOurs || !isOfIssuer || said.sub !== sub) throw new Error("a token for somebody else");
}
