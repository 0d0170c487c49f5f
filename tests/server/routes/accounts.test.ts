import { beforeEach, describe, expect, test } from "vitest";
import type { AccountList, KeyList, MadeKey } from "../../../domain/contract/accounts.ts";
import { aCity } from "../../support/city-builder.ts";
import { type TestApp, testApp } from "../../support/test-app.ts";
import { as, aViewer } from "../../support/viewers.ts";

const PASSWORD = "一个够长的口令 2026";
const chief = { ...aViewer("admin"), account: "chief" };

let app: TestApp;
beforeEach(async () => {
  app = await testApp(aCity().withZone("A", [0, 0, 1, 1]).build(), []);
  for (const { account } of await all()) await app.request(path(account), removal("another"));
});

const path = (account: string, rest = "") => `/api/accounts/${encodeURIComponent(account)}${rest}`;

async function all() {
  const answer = await app.request("/api/accounts", { headers: as(chief) });
  return ((await answer.json()) as AccountList).accounts;
}

const removal = (by: string): RequestInit => ({
  method: "DELETE",
  headers: as({ ...chief, account: by }),
});

function send(method: string, url: string, body: unknown, by = chief): Promise<Response> {
  const headers = { ...as(by), "Content-Type": "application/json" };
  return app.request(url, { method, headers, body: JSON.stringify(body) });
}

async function reasonOf(response: Response): Promise<string> {
  const { error } = (await response.json()) as { error: { details: { reason: string } } };
  return error.details.reason;
}

const add = (account: string, role: string, more: object = {}) =>
  send("POST", "/api/accounts", {
    account,
    name: account,
    role,
    person: null,
    unitId: null,
    password: PASSWORD,
    ...more,
  });

describe("accounts", () => {
  test("are made, changed and removed, each with an audit row without its password", async () => {
    expect((await add("李干事", "leader", { person: "市领导 01" })).status).toBe(200);
    const changed = await send("PATCH", path("李干事"), { name: "李主任", role: "inspector" });
    expect(await changed.json()).toMatchObject({
      name: "李主任",
      role: "inspector",
      person: "市领导 01",
    });
    expect((await app.request(path("李干事"), removal("chief"))).status).toBe(200);
    expect((await all()).map(({ account }) => account)).not.toContain("李干事");
    const entries = await app.city.storage.auditOf("account", "李干事");
    expect(entries.map(({ action }) => action)).toEqual([
      "add-account",
      "change-account",
      "remove-account",
    ]);
    expect(JSON.stringify(entries)).not.toContain(PASSWORD);
  });

  test.each([
    ["账", PASSWORD, "account-name|bad-body"],
    ["<b>x</b>", PASSWORD, "account-name"],
    ["İx", PASSWORD, "account-name"],
    ["王科长", "short", "password-length"],
  ])("refuses the name %s with the password %s", async (account, password, reason) => {
    const refused = await add(account, "unit", { password });
    expect(refused.status).toBe(400);
    expect(reason.split("|")).toContain(await reasonOf(refused));
  });

  test("refuses a name twice, whatever its case, and a unit that is none", async () => {
    expect((await add("Wang", "unit")).status).toBe(200);
    expect(await reasonOf(await add("wang", "unit"))).toBe("account-taken");
    expect(await reasonOf(await add("Zhao", "unit", { unitId: "NONE" }))).toBe("unknown-value");
  });

  test("nobody removes their own, and the last administrator stays", async () => {
    await add("chief", "admin");
    await add("second", "admin");
    const own = await app.request(path("chief"), removal("chief"));
    expect([own.status, await reasonOf(own)]).toEqual([409, "account-kept"]);
    expect(await reasonOf(await send("PATCH", path("chief"), { role: "operator" }))).toBe(
      "account-kept",
    );
    expect((await send("PATCH", path("chief"), { role: "admin", name: "主任" })).status).toBe(200);
    expect((await app.request(path("second"), removal("chief"))).status).toBe(200);
    // By an administrator from elsewhere, as a key of one that was changed meanwhile.
    const last = await app.request(path("chief"), removal("elsewhere"));
    expect([last.status, await reasonOf(last)]).toEqual([409, "account-kept"]);
    const demoted = await send(
      "PATCH",
      path("chief"),
      { role: "screen" },
      { ...chief, account: "x" },
    );
    expect(await reasonOf(demoted)).toBe("account-kept");
  });

  test("keys are made, shown once, listed without themselves, and removed", async () => {
    await add("热线", "operator");
    const made = (await (
      await send("POST", path("热线", "/keys"), { name: "12345" })
    ).json()) as MadeKey;
    expect(made.key.length).toBeGreaterThan(40);
    const listed = async () => {
      const answer = await app.request("/api/accounts/keys", { headers: as(chief) });
      return (await answer.json()) as KeyList;
    };
    expect(JSON.stringify(await listed())).not.toContain(made.key);
    expect((await listed()).keys).toContainEqual({
      id: made.id,
      name: "12345",
      start: made.start,
      account: "热线",
    });
    await app.request(`/api/accounts/keys/${made.id}`, removal("chief"));
    expect((await listed()).keys.map(({ id }) => id)).not.toContain(made.id);
  });
});

describe("one's own password", () => {
  test("is changed with the old one, and refusals say what is wrong", async () => {
    await add("陈科员", "unit");
    const json = { "Content-Type": "application/json" };
    const signIn = (password: string) =>
      app.request("/api/auth/sign-in/username", {
        method: "POST",
        headers: json,
        body: JSON.stringify({ username: "陈科员", password }),
      });
    const cookie = (await signIn(PASSWORD)).headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const change = (currentPassword: string, newPassword: string, own = cookie) =>
      app.request("/api/auth/change-password", {
        method: "POST",
        headers: { ...json, cookie: own },
        body: JSON.stringify({ currentPassword, newPassword, revokeOtherSessions: true }),
      });
    expect(await reasonOf(await change("not the old one", "a new password, long"))).toBe(
      "wrong-password",
    );
    expect(await reasonOf(await change(PASSWORD, "short"))).toBe("password-length");
    expect(await reasonOf(await change(PASSWORD, "a new password, long", ""))).toBe("unauthorized");
    expect((await change(PASSWORD, "a new password, long")).status).toBe(200);
    expect((await signIn(PASSWORD)).status).toBe(401);
    expect((await signIn("a new password, long")).status).toBe(200);
  });
});
