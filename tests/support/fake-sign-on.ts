import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { SignOnSettings } from "../../server/access/sign-on-settings.ts";

/** Who stands before the provider's own form, as its answers tell of them. */
export type FakePerson = { readonly sub: string; readonly preferred_username?: string };

export type FakeSignOn = {
  readonly settings: SignOnSettings;
  /** Paths that were asked for. */
  readonly asked: string[];
  /** What its answers are made of, to be spoilt. */
  readonly says: { userinfoSub: string | null; issuer: string; audience: string };
  /** The person signs in there; answers where the provider sends the browser. */
  authorize(url: string, person: FakePerson): string;
  close(): Promise<void>;
};

type Granted = { readonly person: FakePerson; readonly challenge: string; readonly back: string };

/** A provider of OpenID Connect that keeps to the letter: one code once, the same address, PKCE, the client's secret. */
export async function fakeSignOn(claim: SignOnSettings["claim"] = "sub"): Promise<FakeSignOn> {
  const codes = new Map<string, Granted>();
  const tokens = new Map<string, FakePerson>();
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    asked.push(request.url ?? "");
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    if (request.url === "/userinfo") {
      const person = tokens.get((request.headers.authorization ?? "").replace("Bearer ", ""));
      if (!person) return answer(401, {});
      return answer(200, { ...person, ...(says.userinfoSub && { sub: says.userinfoSub }) });
    }
    const sent = new URLSearchParams(await bodyOf(request));
    const granted = codes.get(sent.get("code") ?? "");
    codes.delete(sent.get("code") ?? "");
    const proof = createHash("sha256")
      .update(sent.get("code_verifier") ?? "")
      .digest("base64url");
    const isRight =
      granted?.challenge === proof &&
      granted.back === sent.get("redirect_uri") &&
      sent.get("client_id") === settings.clientId &&
      sent.get("client_secret") === settings.clientSecret;
    if (!granted || !isRight) return answer(400, { error: "invalid_grant" });
    const access_token = randomUUID();
    tokens.set(access_token, granted.person);
    const { issuer, audience } = says;
    const id_token = unsigned({ iss: issuer, aud: audience, sub: granted.person.sub });
    return answer(200, { access_token, token_type: "Bearer", id_token });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings: SignOnSettings = {
    issuer: own,
    authorizationUrl: `${own}/authorize`,
    tokenUrl: `${own}/token`,
    userInfoUrl: `${own}/userinfo`,
    clientId: "wangge",
    clientSecret: "a secret of the provider",
    name: "市统一身份认证",
    claim,
  };
  const says: FakeSignOn["says"] = { userinfoSub: null, issuer: own, audience: "wangge" };
  return {
    settings,
    asked,
    says,
    authorize(url, person) {
      const { searchParams } = new URL(url);
      const asks = (name: string) => searchParams.get(name) ?? "";
      const code = randomUUID();
      codes.set(code, { person, challenge: asks("code_challenge"), back: asks("redirect_uri") });
      return `${asks("redirect_uri")}?${new URLSearchParams({ code, state: asks("state") })}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const piece of request) text += String(piece);
  return text;
}

function unsigned(claims: Readonly<Record<string, string>>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none" })}.${part(claims)}.`;
}
