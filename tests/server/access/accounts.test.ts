import { Hono } from "hono";
import { beforeEach, describe, expect, test } from "vitest";
import { DomainError } from "../../../domain/errors.ts";
import { type Accounts, openAccounts } from "../../../server/access/accounts.ts";
import { accountsInMemory } from "../../../server/access/auth-database.ts";
import { demoAccounts } from "../../../server/access/demo-accounts.ts";
import { statusOfCode } from "../../../server/error-response.ts";

const PASSWORD = "一个够长的口令 2026";
const SECRET = "a secret of tests, long enough to be one";

let accounts: Accounts;
let app: Hono;
const clock = { now: 1000 };

async function open(isDemo: boolean): Promise<void> {
  clock.now = 1000;
  const options = { now: () => clock.now, isDemo, clientAddress: () => "127.0.0.1" };
  accounts = await openAccounts(accountsInMemory(), SECRET, options);
  app = new Hono();
  app.all("/api/auth/*", (c) => accounts.handle(c));
  app.get("/who", async (c) => c.json(await accounts.identify(c)));
  app.onError((error, c) => {
    if (!(error instanceof DomainError)) throw error;
    return c.json({ reason: error.reason }, statusOfCode[error.code]);
  });
}

beforeEach(async () => {
  await open(false);
  await accounts.add({
    account: "王科长",
    name: "王科长",
    role: "unit",
    person: null,
    unitId: "U1",
    password: PASSWORD,
  });
});

function signIn(username: string, password: string) {
  return app.request("/api/auth/sign-in/username", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ username, password }),
  });
}

async function cookieOf(response: Response): Promise<string> {
  return response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

const who = async (headers: Record<string, string>) =>
  (await app.request("/who", { headers })).json();

describe("accounts", () => {
  test("a Chinese name and its password open a session, in a cookie that no script reads", async () => {
    const response = await signIn("王科长", PASSWORD);
    expect(response.status).toBe(200);
    const [cookie = ""] = response.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(await who({ cookie: await cookieOf(response) })).toEqual({
      kind: "known",
      viewer: { account: "王科长", name: "王科长", role: "unit", person: null, unitId: "U1" },
    });
  });

  test("without credentials nobody asks; with forged ones neither, and that is told apart", async () => {
    expect(await who({})).toEqual({ kind: "none" });
    const cookie = await cookieOf(await signIn("王科长", PASSWORD));
    expect(await who({ cookie: `${cookie.slice(0, -6)}AAAAAA` })).toEqual({ kind: "invalid" });
    expect(await who({ cookie: "wangge.session_token=made.up" })).toEqual({ kind: "invalid" });
    expect(await who({ authorization: "Bearer made-up" })).toEqual({ kind: "invalid" });
    expect(await who({ "x-api-key": "" })).toEqual({ kind: "invalid" });
  });

  test("a wrong name and a wrong password are answered alike", async () => {
    const answers = await Promise.all([
      signIn("王科长", "not the password"),
      signIn("nobody", PASSWORD),
    ]);
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    expect(bodies[0]).toBe(bodies[1]);
  });

  test("after eight failures a name is closed for a quarter of an hour, the right password too", async () => {
    for (let i = 0; i < 8; i++) expect((await signIn("王科长", "wrong, wrong")).status).toBe(401);
    expect((await signIn("王科长", PASSWORD)).status).toBe(429);
    clock.now += 16 * 60_000;
    expect((await signIn("王科长", PASSWORD)).status).toBe(200);
  });

  test("another password ends the sessions that there were", async () => {
    const cookie = await cookieOf(await signIn("王科长", PASSWORD));
    await accounts.setPassword("王科长", "a new password, long");
    expect(await who({ cookie })).toEqual({ kind: "invalid" });
    expect((await signIn("王科长", PASSWORD)).status).toBe(401);
    expect((await signIn("王科长", "a new password, long")).status).toBe(200);
  });

  test("a removed account is nobody, its sessions and keys with it", async () => {
    const cookie = await cookieOf(await signIn("王科长", PASSWORD));
    const { key } = await accounts.keys.add("王科长", "12345 热线");
    expect(await who({ "x-api-key": key })).toMatchObject({ viewer: { account: "王科长" } });
    await accounts.remove("王科长");
    expect(await who({ cookie })).toEqual({ kind: "invalid" });
    expect(await who({ authorization: `Bearer ${key}` })).toEqual({ kind: "invalid" });
    expect(await accounts.keys.list()).toEqual([]);
  });

  test("passwords are kept as a slow hash, keys as a hash", async () => {
    const { key } = await accounts.keys.add("王科长", "12345 热线");
    expect(key.length).toBeGreaterThan(40);
    expect((await accounts.keys.list())[0]).toMatchObject({
      name: "12345 热线",
      account: "王科长",
    });
  });

  test.each(["short", "x".repeat(129)])("refuses the password %#", async (password) => {
    await expect(accounts.setPassword("王科长", password)).rejects.toThrow(DomainError);
  });

  test("nobody signs up, and nothing else of the library is let through", async () => {
    for (const path of ["sign-up/email", "update-user", "api-key/create", "delete-user"]) {
      const init = { method: "POST", headers: { "Content-Type": "application/json" }, body: "{}" };
      expect((await app.request(`/api/auth/${path}`, init)).status).toBe(404);
    }
    expect((await app.request("/api/auth/get-session")).status).toBe(404);
  });
});

describe("the demo on the own machine", () => {
  beforeEach(() => open(true));

  test("lets a request without credentials act as its operator, and no forged one", async () => {
    expect(await who({})).toMatchObject({ viewer: { account: "demo-operator" } });
    expect(await who({ cookie: "wangge.session_token=made.up" })).toEqual({ kind: "invalid" });
  });

  test("has one account of each role, entered by one click and by no password", async () => {
    const demo = await demoAccounts(accounts);
    const response = await demo.signIn("demo-leader", "http://127.0.0.1:8787");
    const cookie = await cookieOf(response ?? new Response());
    expect(await who({ cookie })).toMatchObject({
      viewer: { role: "leader", person: "市领导 07" },
    });
    expect(await demo.signIn("demo-nobody", "http://127.0.0.1:8787")).toBeNull();
    expect((await signIn("demo-leader", "demo-leader")).status).toBe(401);
  });
});
