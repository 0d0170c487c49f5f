import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type AccountsApp, accountsApp, cookiesOf, PASSWORD } from "../../support/accounts-app.ts";

const DAY_MS = 86_400_000;
const WALL = { account: "三楼大屏", name: "三楼大屏", role: "screen", person: null, unitId: null };

let app: AccountsApp;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-03-01T08:00:00+08:00") });
  app = await accountsApp();
});
afterEach(() => {
  vi.useRealTimers();
});

const later = (days: number) => vi.setSystemTime(Date.now() + days * DAY_MS);
const openWall = (token: string, headers: Record<string, string> = {}) =>
  app.post("/api/account/wall", { token }, headers);
const ask = (cookie: string) => app.request("/api/who", { headers: { cookie } });
const lifeOf = (answer: Response) =>
  Number(/Max-Age=(\d+)/.exec(answer.headers.getSetCookie().join())?.[1] ?? 0) / 86_400;

describe("a wall", () => {
  test("gets a session by its token, in a cookie that no script reads and that lasts", async () => {
    const { token } = await app.accounts.addWall("三楼大屏");
    const opened = await openWall(token);
    expect(await opened.json()).toEqual({ account: "三楼大屏" });
    expect(opened.headers.getSetCookie().join()).toMatch(/HttpOnly.*SameSite=Lax/i);
    expect(lifeOf(opened)).toBe(400);
    expect(await (await ask(cookiesOf(opened))).json()).toEqual(WALL);
  });

  test("is signed in for as long as it is used, and not when it was not for 400 days", async () => {
    const { token } = await app.accounts.addWall("三楼大屏");
    let cookie = cookiesOf(await openWall(token));
    for (let i = 0; i < 30; i++) {
      later(50);
      const answer = await ask(cookie);
      expect([i, answer.status, lifeOf(answer)]).toEqual([i, 200, 400]);
      cookie = cookiesOf(answer);
    }
    later(401);
    expect((await ask(cookie)).status).toBe(401);
  });

  test("has its session written at most once a day", async () => {
    const { token } = await app.accounts.addWall("三楼大屏");
    const cookie = cookiesOf(await openWall(token));
    expect(lifeOf(await ask(cookie))).toBe(0);
    later(1.01);
    expect(lifeOf(await ask(cookie))).toBe(400);
    expect(lifeOf(await ask(cookie))).toBe(0);
    expect((await app.accounts.walls.list())[0]?.usedAt).toBe(Date.now());
  });

  test("that opens its link again keeps the session it has", async () => {
    const { token } = await app.accounts.addWall("三楼大屏");
    const cookie = cookiesOf(await openWall(token));
    expect((await openWall(token, { cookie })).headers.getSetCookie()).toEqual([]);
    const other = await app.accounts.addWall("五楼大屏");
    expect(cookiesOf(await openWall(other.token, { cookie }))).not.toBe("");
  });

  test("whose token was withdrawn is out at once, and the others are not", async () => {
    const [third, fifth] = [
      await app.accounts.addWall("三楼大屏"),
      await app.accounts.addWall("三楼大屏"),
    ];
    const [one, two] = [
      cookiesOf(await openWall(third.token)),
      cookiesOf(await openWall(fifth.token)),
    ];
    await app.accounts.walls.remove(third.wall.id);
    expect([(await ask(one)).status, (await ask(two)).status]).toEqual([401, 200]);
    expect((await openWall(third.token)).status).toBe(401);
    expect(await app.accounts.walls.list()).toMatchObject([{ id: fifth.wall.id }]);
  });

  test("is gone with its account", async () => {
    const { token } = await app.accounts.addWall("三楼大屏");
    const cookie = cookiesOf(await openWall(token));
    await app.accounts.remove("三楼大屏");
    expect([(await ask(cookie)).status, (await openWall(token)).status]).toEqual([401, 401]);
    expect(await app.accounts.walls.list()).toEqual([]);
  });

  test("opens nothing more when its account gets another role", async () => {
    const { token } = await app.accounts.addWall("三楼大屏");
    const cookie = cookiesOf(await openWall(token));
    await app.accounts.change("三楼大屏", { role: "admin" });
    expect([(await ask(cookie)).status, (await openWall(token)).status]).toEqual([401, 401]);
  });

  test("is nobody's account of another role, and has no password", async () => {
    await app.accounts.add({ ...WALL, account: "王科长", role: "unit", password: PASSWORD });
    await expect(app.accounts.addWall("王科长")).rejects.toMatchObject({ reason: "not-a-wall" });
    await app.accounts.addWall("三楼大屏");
    for (const password of ["", PASSWORD]) {
      const body = { username: "三楼大屏", password };
      expect((await app.post("/api/auth/sign-in/username", body)).status).toBe(401);
    }
    await app.accounts.setPassword("三楼大屏", PASSWORD);
    const body = { username: "三楼大屏", password: PASSWORD };
    expect((await app.post("/api/auth/sign-in/username", body)).status).toBe(200);
  });
});

test("an answer that renews a session is kept in no cache that others share", async () => {
  const { token } = await app.accounts.addWall("三楼大屏");
  const headers = { cookie: cookiesOf(await openWall(token)) };
  const tile = () => app.request("/api/tile", { headers });
  expect((await tile()).headers.get("cache-control")).toBe("public, max-age=300");
  later(2);
  const renewed = await tile();
  expect(lifeOf(renewed)).toBe(400);
  expect(renewed.headers.get("cache-control")).toBe("private, max-age=300");
});

describe("tokens", () => {
  test("that are wrong close an address for a quarter of an hour, and no other", async () => {
    const { token } = await app.accounts.addWall("三楼大屏");
    const at = { "x-test-address": "10.0.0.7" };
    for (let i = 0; i < 8; i++) expect((await openWall(`wrong ${i}`, at)).status).toBe(401);
    expect((await openWall(token, at)).status).toBe(429);
    expect((await openWall(token)).status).toBe(200);
    later(16 / 1440);
    expect((await openWall(token, at)).status).toBe(200);
  });

  test("are kept as hashes, and are no keys of the API", async () => {
    const { token, wall } = await app.accounts.addWall("三楼大屏");
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(token.startsWith(wall.start)).toBe(true);
    expect(JSON.stringify(await app.accounts.walls.list())).not.toContain(token);
    const headers = { authorization: `Bearer ${token}` };
    expect((await app.request("/api/who", { headers })).status).toBe(401);
    const { key } = await app.accounts.keys.add("三楼大屏", "热线");
    expect((await openWall(key)).status).toBe(401);
  });
});

test("a person's session lives a week from its last use, in the browser as on the server", async () => {
  await app.accounts.add({ ...WALL, account: "王科长", role: "unit", password: PASSWORD });
  const body = { username: "王科长", password: PASSWORD };
  let cookie = cookiesOf(await app.post("/api/auth/sign-in/username", body));
  for (let i = 0; i < 3; i++) {
    later(6);
    const answer = await ask(cookie);
    expect([answer.status, lifeOf(answer)]).toEqual([200, 7]);
    cookie = cookiesOf(answer);
  }
  later(8);
  expect((await ask(cookie)).status).toBe(401);
});
