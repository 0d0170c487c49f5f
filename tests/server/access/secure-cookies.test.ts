import { afterEach, describe, expect, test, vi } from "vitest";
import { accountsApp, cookiesOf, PASSWORD } from "../../support/accounts-app.ts";

const CHIEF = {
  account: "chief",
  name: "chief",
  role: "unit",
  person: null,
  unitId: null,
} as const;
const body = { username: "chief", password: PASSWORD };
const DAY_MS = 86_400_000;

async function opened(publicUrl: string | null) {
  const app = await accountsApp({ publicUrl });
  await app.accounts.add({ ...CHIEF, password: PASSWORD });
  const signedIn = await app.post("/api/auth/sign-in/username", body);
  const who = (cookie: string) => app.request("/api/who", { headers: { cookie } });
  return { app, who, cookies: signedIn.headers.getSetCookie(), cookie: cookiesOf(signedIn) };
}

afterEach(() => {
  vi.useRealTimers();
});

describe("behind TLS", () => {
  test("cookies go over TLS alone, and carry the prefix that browsers hold them to it by", async () => {
    const { cookies, cookie, who } = await opened("https://grid.example.gov.cn");
    for (const each of cookies) expect(each).toMatch(/^__Secure-wangge\..*; Secure/);
    expect((await who(cookie)).status).toBe(200);
    expect((await who(cookie.replace("__Secure-", ""))).status).toBe(401);
  });

  test("a renewed cookie is as secure as the first, and so is a wall's", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const { app, cookie, who } = await opened("https://grid.example.gov.cn");
    vi.setSystemTime(Date.now() + 2 * DAY_MS);
    const [renewed] = (await who(cookie)).headers.getSetCookie();
    expect(renewed).toMatch(/^__Secure-wangge\.session_token=.*; HttpOnly; Secure; SameSite=Lax$/);
    const { token } = await app.accounts.addWall("大屏");
    const wall = await app.post("/api/account/wall", { token });
    expect(wall.headers.getSetCookie().join()).toMatch(/^__Secure-wangge\.session_token=.*Secure/);
  });

  test("one may sign in anew while an old cookie is sent along", async () => {
    const { app, cookie } = await opened("https://grid.example.gov.cn");
    const headers = { cookie, origin: "https://grid.example.gov.cn" };
    expect((await app.post("/api/auth/sign-in/username", body, headers)).status).toBe(200);
  });
});

describe("without TLS", () => {
  test.each([null, "http://grid.example.gov.cn"])(
    "under %s cookies go where they can",
    async (url) => {
      const { cookies, cookie, who } = await opened(url);
      for (const each of cookies) expect(each).not.toMatch(/secure/i);
      expect((await who(cookie)).status).toBe(200);
    },
  );

  test("a proxy that ends TLS unsaid keeps nobody from signing in with an old cookie", async () => {
    const { app, cookie } = await opened(null);
    const headers = { cookie, origin: "https://localhost" };
    expect((await app.post("/api/auth/sign-in/username", body, headers)).status).toBe(200);
  });
});
