import { beforeEach, expect, test } from "vitest";
import type { AccountList, MadeWall, WallList } from "../../../domain/contract/accounts.ts";
import { aCity } from "../../support/city-builder.ts";
import { type TestApp, testApp } from "../../support/test-app.ts";
import { as, aViewer } from "../../support/viewers.ts";

const by = as(aViewer("admin"));

let app: TestApp;
beforeEach(async () => {
  app = await testApp(aCity().withZone("A", [0, 0, 1, 1]).build(), []);
  for (const { id } of (await walls()).walls) await remove(id);
});

const json = async <T>(answer: Response | Promise<Response>) => (await (await answer).json()) as T;
const walls = () => json<WallList>(app.request("/api/accounts/walls", { headers: by }));
const add = (account: string) => app.post("/api/accounts/walls", { account }, by);
const remove = (id: string) =>
  json<WallList>(app.request(`/api/accounts/walls/${id}`, { method: "DELETE", headers: by }));

test("a wall is an account for it and a token, shown once; both are on record without it", async () => {
  const { token, ...wall } = await json<MadeWall>(add("三楼大屏"));
  expect(wall).toMatchObject({ account: "三楼大屏", usedAt: null });
  expect(await walls()).toEqual({ walls: [wall] });
  const { accounts } = await json<AccountList>(app.request("/api/accounts", { headers: by }));
  expect(accounts).toContainEqual(expect.objectContaining({ account: "三楼大屏", role: "screen" }));

  const opened = await app.post("/api/account/wall", { token });
  expect(await opened.json()).toEqual({ account: "三楼大屏" });
  expect((await walls()).walls[0]?.usedAt).not.toBeNull();
  expect(await remove(wall.id)).toEqual({ walls: [] });
  expect((await app.post("/api/account/wall", { token })).status).toBe(401);

  const rows = await app.city.storage.auditOf("account", "三楼大屏");
  expect(rows.map(({ action }) => action)).toEqual(["add-wall"]);
  expect(JSON.stringify(rows)).not.toContain(token);
});

test.each([{}, { account: "x" }, { account: "<b>" }, { account: "a".repeat(41) }])(
  "%j makes no wall",
  async (body) => {
    expect((await app.post("/api/accounts/walls", body, by)).status).toBe(400);
    expect(await walls()).toEqual({ walls: [] });
  },
);

test.each([{}, { token: "" }, { token: 7 }, { token: "x".repeat(201) }])(
  "%j is no token",
  async (body) => {
    expect((await app.post("/api/account/wall", body)).status).toBe(400);
  },
);
