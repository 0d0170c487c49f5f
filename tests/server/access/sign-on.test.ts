import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type AccountsApp, accountsApp, cookiesOf, PASSWORD } from "../../support/accounts-app.ts";
import { type FakePerson, type FakeSignOn, fakeSignOn } from "../../support/fake-sign-on.ts";

const PUBLIC_URL = "https://grid.example.gov.cn";
const WANG: FakePerson = { sub: "u-1001", preferred_username: "wangkezhang" };
const CHIEF = {
  account: "王科长",
  name: "王科长",
  role: "unit",
  person: null,
  unitId: "U1",
} as const;

let provider: FakeSignOn;
let app: AccountsApp;

async function open(claim?: "sub" | "preferred_username"): Promise<void> {
  provider = await fakeSignOn(claim);
  app = await accountsApp({ publicUrl: PUBLIC_URL, signOnSettings: provider.settings });
  await app.accounts.add({ ...CHIEF, password: PASSWORD });
}

beforeEach(() => open());
afterEach(() => provider.close());

const begin = (to = "/duties?tab=history") => app.post("/api/account/sign-on", { to });

/** Of a whole way in: what the browser is told at its end. */
async function enter(person: FakePerson, spoil = (address: string) => address): Promise<Response> {
  const begun = await begin();
  const { url } = (await begun.json()) as { url: string };
  const back = new URL(spoil(provider.authorize(url, person)));
  return app.request(back.pathname + back.search, { headers: { cookie: cookiesOf(begun) } });
}

const who = async (...answers: readonly Response[]) => {
  const answer = await app.request("/api/who", { headers: { cookie: cookiesOf(...answers) } });
  return answer.status === 200 ? await answer.json() : answer.status;
};

const refusedFor = (answer: Response) =>
  new URL(answer.headers.get("location") ?? "", PUBLIC_URL).searchParams.get("refused");

describe("the city's sign-on", () => {
  test("is asked nothing at the start, and named to whoever opens the page", async () => {
    expect(provider.asked).toEqual([]);
    const own = await (await app.request("/api/account")).json();
    expect(own).toMatchObject({ viewer: null, signOn: "市统一身份认证" });
  });

  test("lets a person in whom an administrator gave an account, to the page that was wanted", async () => {
    await app.accounts.change("王科长", { signOn: "u-1001" });
    const answer = await enter(WANG);
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toBe("/duties?tab=history");
    expect(await who(answer)).toEqual(CHIEF);
    expect(provider.asked).toEqual(["/token", "/userinfo"]);
  });

  test("asks with a state and a challenge, for its own address and none that a request names", async () => {
    const begun = await app.request("https://elsewhere.example/api/account/sign-on", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: "{}",
    });
    const { searchParams } = new URL(((await begun.json()) as { url: string }).url);
    expect(searchParams.get("redirect_uri")).toBe(`${PUBLIC_URL}/api/auth/callback/sign-on`);
    expect(searchParams.get("code_challenge_method")).toBe("S256");
    expect(searchParams.get("state")?.length).toBeGreaterThan(20);
    expect(searchParams.get("scope")).toBe("openid profile");
  });

  test("keeps out whom no account was given, whatever their name is like", async () => {
    for (const person of [WANG, { sub: "王科长", preferred_username: "王科长" }]) {
      const answer = await enter(person);
      expect(answer.headers.get("location")).toMatch(/^\/sign-in\?refused=unknown&to=%2Fduties/);
      expect(await who(answer)).toBe(401);
    }
    expect((await app.accounts.list()).map(({ account }) => account)).toEqual(["王科长"]);
  });

  test("takes no address of e-mail for a name, not even the account's own", async () => {
    const mail = { sub: "u-2", email: "王科长@account.invalid", email_verified: true };
    expect(refusedFor(await enter(mail))).toBe("unknown");
  });

  test("has a name lead to one account, and ends what was open when it leads elsewhere", async () => {
    await app.accounts.change("王科长", { signOn: "u-1001" });
    const other = { ...CHIEF, account: "李科长", password: null, signOn: "u-1001" };
    await expect(app.accounts.add(other)).rejects.toMatchObject({ reason: "sign-on-taken" });
    const answer = await enter(WANG);
    await app.accounts.change("王科长", { signOn: null });
    expect(await who(answer)).toBe(401);
    expect(refusedFor(await enter(WANG))).toBe("unknown");
    await app.accounts.add(other);
    expect(await who(await enter(WANG))).toMatchObject({ account: "李科长" });
  });

  test("has accounts without a password, which nobody changes then", async () => {
    const li = { ...CHIEF, account: "李科长", password: null, signOn: "u-1001" };
    await app.accounts.add(li);
    const headers = { cookie: cookiesOf(await enter(WANG)), origin: PUBLIC_URL };
    const body = { currentPassword: PASSWORD, newPassword: `${PASSWORD}!` };
    const answer = await app.post("/api/auth/change-password", body, headers);
    expect([answer.status, await answer.json()]).toEqual([409, { reason: "no-password" }]);
  });

  test("goes by the login name alone where the city says so", async () => {
    await provider.close();
    await open("preferred_username");
    await app.accounts.change("王科长", { signOn: "wangkezhang" });
    expect(await who(await enter(WANG))).toEqual(CHIEF);
    expect(refusedFor(await enter({ sub: "wangkezhang" }))).toBe("unknown");
    expect(refusedFor(await enter({ ...WANG, preferred_username: "u-1001" }))).toBe("unknown");
  });
});

describe("a way back that is not the one begun", () => {
  beforeEach(() => app.accounts.change("王科长", { signOn: "u-1001" }));

  test("with a forged state gives no session", async () => {
    const answer = await enter(WANG, (address) => address.replace(/state=\w+/, "state=forged"));
    expect(refusedFor(answer)).toBe("stale");
    expect(await who(answer)).toBe(401);
    expect(provider.asked).toEqual([]);
  });

  test("in another browser gives no session: the state is bound to its cookie", async () => {
    const { url } = (await (await begin()).json()) as { url: string };
    const back = new URL(provider.authorize(url, WANG));
    const answer = await app.request(back.pathname + back.search);
    expect([refusedFor(answer), await who(answer)]).toEqual(["stale", 401]);
  });

  test("is good once", async () => {
    const begun = await begin();
    const back = new URL(provider.authorize(((await begun.json()) as { url: string }).url, WANG));
    const again = () =>
      app.request(back.pathname + back.search, { headers: { cookie: cookiesOf(begun) } });
    expect(await who(await again())).toEqual(CHIEF);
    expect(refusedFor(await again())).toBe("stale");
  });

  test.each(["", "?error=access_denied", "?code=x", "?state=x", "?code=x&code=y&state=z"])(
    "%s leads back to the sign-in page",
    async (search) => {
      const answer = await app.request(`/api/auth/callback/sign-on${search}`);
      expect(answer.status).toBe(302);
      expect(answer.headers.get("location")).toMatch(/^\/sign-in\?refused=(stale|unavailable)$/);
    },
  );

  test("tells of a person who said no there", async () => {
    const denied = (address: string) => address.replace(/code=[\w-]+/, "error=access_denied");
    expect(refusedFor(await enter(WANG, denied))).toBe("denied");
  });

  test("with a page of another site as its end leads to the first page", async () => {
    for (const to of [
      "https://elsewhere.example/",
      "//elsewhere.example",
      "/\\elsewhere.example",
    ]) {
      const begun = await begin(to);
      const { url } = (await begun.json()) as { url: string };
      const back = new URL(provider.authorize(url, WANG));
      const headers = { cookie: cookiesOf(begun) };
      const answer = await app.request(back.pathname + back.search, { headers });
      expect(answer.headers.get("location")).toBe("/");
    }
  });
});

describe("a provider in trouble", () => {
  beforeEach(() => app.accounts.change("王科长", { signOn: "u-1001" }));

  test("that is down is told, and passwords go on", async () => {
    const begun = await begin();
    const back = new URL(provider.authorize(((await begun.json()) as { url: string }).url, WANG));
    await provider.close();
    const headers = { cookie: cookiesOf(begun) };
    const answer = await app.request(back.pathname + back.search, { headers });
    expect([refusedFor(answer), await who(answer)]).toEqual(["unavailable", 401]);
    const body = { username: "王科长", password: PASSWORD };
    expect(await who(await app.post("/api/auth/sign-in/username", body))).toEqual(CHIEF);
  });

  test.each([
    ["tells of two persons", { userinfoSub: "u-1001" }],
    ["signs for another client", { audience: "another" }],
    ["is another one", { issuer: "https://elsewhere.example" }],
  ])("that %s lets nobody in", async (_, spoilt) => {
    Object.assign(provider.says, spoilt);
    const person = "userinfoSub" in spoilt ? { sub: "u-2" } : WANG;
    const answer = await enter(person);
    expect([refusedFor(answer), await who(answer)]).toEqual(["unavailable", 401]);
  });
});

describe("a city without one", () => {
  test("names none, begins none and takes nobody back", async () => {
    app = await accountsApp();
    expect(await (await app.request("/api/account")).json()).toMatchObject({ signOn: null });
    expect((await begin()).status).toBe(404);
    expect((await app.request("/api/auth/callback/sign-on?code=x&state=y")).status).toBe(404);
  });
});
