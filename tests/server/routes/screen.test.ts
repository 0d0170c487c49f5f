import { beforeEach, expect, test } from "vitest";
import {
  type ScreenBody,
  type ScreenEventName,
  type Steered,
  screenEvents,
  type WatchingWalls,
} from "../../../domain/contract/screen.ts";
import { defaultScreen } from "../../../domain/screen/default-screen.ts";
import { aCity, aProblem, at } from "../../support/city-builder.ts";
import { type TestApp, testApp } from "../../support/test-app.ts";
import { TODAY } from "../../support/test-city.ts";
import { as, aViewer } from "../../support/viewers.ts";

const WALL = "wall-0001";
let app: TestApp;
beforeEach(async () => {
  const pack = aCity().withZone("Z", [0, 0, 10, 10]).build();
  app = await testApp(pack, [
    aProblem({ id: "here", position: at(1, 1) }),
    aProblem({ id: "nowhere", position: null }),
    aProblem({ id: "wrong", position: at(2, 2) }),
  ]);
});

const put = (body: unknown, version?: string) =>
  app.request("/api/screen", {
    method: "PUT",
    headers: {
      "Content-Type": "application/json",
      ...(version !== undefined && { "If-Match": version }),
    },
    body: JSON.stringify(body),
  });
const steer = (body: unknown) => app.post("/api/screen/steer", body);
const beat = (wall: string, more: object = {}) =>
  app.post("/api/screen/walls", {
    wall,
    scene: "overview",
    step: "overview",
    mode: "turning",
    widthPx: 1920,
    heightPx: 1080,
    build: "",
    freshness: "live",
    ...more,
  });

type Heard = { event: string; data: Record<string, unknown> };

/** A line that is open, and what it hears until something answers true. */
async function listen(query: string, headers: Record<string, string> = {}) {
  const response = await app.request(`/api/live${query}`, { headers });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const heard: Heard[] = [];
  let rest = "";
  return {
    status: response.status,
    async until(isEnough: (heard: readonly Heard[]) => boolean): Promise<Heard[]> {
      while (!isEnough(heard)) {
        const { done, value } = (await reader?.read()) ?? { done: true, value: "" };
        if (done) break;
        const blocks = (rest + value).split("\n\n");
        rest = blocks.pop() ?? "";
        for (const block of blocks) {
          const part = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1] ?? "";
          heard.push({ event: part("event"), data: JSON.parse(part("data")) });
        }
      }
      return heard;
    },
    async close() {
      await reader?.cancel();
      return heard;
    },
  };
}
const commandsOf = (heard: readonly Heard[]) =>
  heard.filter(({ event }) => event === "screen.command").map(({ data }) => data.command);

test("walls show the usual until somebody writes something else down, by version", async () => {
  const first = (await app.get("/api/screen")) as ScreenBody;
  expect(first).toMatchObject({ ...defaultScreen, version: 0, origin: "default" });
  const [scene] = defaultScreen.scenes;
  const plan = { ...defaultScreen, scenes: [scene] };
  expect((await put(plan)).status).toBe(428);
  expect((await put({ ...plan, scenes: [] }, '"0"')).status).toBe(400);
  const kept = await put(plan, '"0"');
  expect(await kept.json()).toMatchObject({ version: 1, origin: "edited" });
  expect((await put(plan, '"0"')).status).toBe(409);
  expect(((await app.get("/api/screen")) as ScreenBody).scenes).toHaveLength(1);
  const [row] = await app.city.storage.auditOf("screen", "");
  expect(row).toMatchObject({ action: "change-screen", actor: "demo-operator", before: null });
});

test("a plan names only what the city has: zones, categories, sources", async () => {
  const [scene] = defaultScreen.scenes;
  const [alert] = defaultScreen.alerts;
  const camera = { kind: "zone", zone: "gone" };
  for (const bad of [
    { scenes: [{ ...scene, filter: { zone: "gone" } }] },
    { scenes: [{ ...scene, filter: { status: "banana" } }] },
    { scenes: [{ ...scene, camera }] },
    { alerts: [{ ...alert, filter: { source: "gone" } }] },
  ]) {
    expect((await put({ ...defaultScreen, ...bad }, "*")).status).toBe(400);
  }
  const good = { ...scene, filter: { zone: "Z", days: 7 }, camera: { kind: "zone", zone: "Z" } };
  expect((await put({ ...defaultScreen, scenes: [good] }, "*")).status).toBe(200);
});

test("a command reaches the wall it is for and no other, and is on record", async () => {
  await beat(WALL);
  await beat("wall-0002");
  const [own, other] = [await listen(`?screen=${WALL}`), await listen("?screen=wall-0002")];
  const sent = (await (await steer({ wall: WALL, command: "next" })).json()) as Steered;
  expect(sent).toMatchObject({ walls: 1, command: { wall: WALL, by: "演示操作员" } });
  const all = (await (await steer({ command: "pause" })).json()) as Steered;
  expect(all.walls).toBe(2);
  const heard = await own.until((events) => commandsOf(events).length === 2);
  expect(commandsOf(heard)).toEqual(["next", "pause"]);
  expect(commandsOf(await other.until((events) => commandsOf(events).length === 1))).toEqual([
    "pause",
  ]);
  for (const { event, data } of heard) screenEvents[event as ScreenEventName].parse(data);
  const [row] = await app.city.storage.auditOf("screen", WALL);
  expect(row?.action).toBe("steer-screen");
  await Promise.all([own.close(), other.close()]);
});

test("only walls that were told count as reached: neither one without a line nor one that fell silent", async () => {
  const reached = async (wall: string) =>
    ((await (await steer({ wall, command: "next" })).json()) as Steered).walls;
  await beat(WALL);
  expect([await reached(WALL), await reached("all")]).toEqual([0, 0]);
  const line = await listen(`?screen=${WALL}`);
  const unheard = await listen("?screen=wall-0002");
  const usual = await listen("", as(aViewer("screen")));
  expect([await reached(WALL), await reached("wall-0002"), await reached("all")]).toEqual([
    1, 1, 2,
  ]);
  const second = await listen(`?screen=${WALL}`);
  expect(await reached(WALL)).toBe(1);
  app.clock.now += 46_000;
  expect([await reached(WALL), await reached("all")]).toEqual([0, 1]);
  await beat(WALL);
  await Promise.all([unheard.close(), second.close()]);
  expect(await reached("all")).toBe(1);
  await Promise.all([line.close(), usual.close()]);
  expect(await reached("all")).toBe(0);
});

test("a wall's account hears on the usual line what is for its walls, without a number to resume by", async () => {
  const screen = aViewer("screen");
  await app.request("/api/screen/walls", {
    method: "POST",
    headers: { "Content-Type": "application/json", ...as(screen) },
    body: JSON.stringify({
      wall: WALL,
      scene: null,
      step: null,
      mode: "turning",
      widthPx: 1920,
      heightPx: 1080,
      build: "",
      freshness: "live",
    }),
  });
  const [line, desk] = [await listen("", as(screen)), await listen("", as(aViewer("operator")))];
  await steer({ wall: "wall-0009", command: "next" });
  await steer({ wall: WALL, command: "previous" });
  expect(commandsOf(await line.until((heard) => commandsOf(heard).length > 0))).toEqual([
    "previous",
  ]);
  await app.post("/api/problems", {
    clientId: "c",
    category: "E0102",
    source: "hotline",
    position: at(2, 2),
  });
  const heard = await desk.until((events) => events.some(({ event }) => /created/.test(event)));
  expect(commandsOf(heard)).toEqual([]);
  await Promise.all([line.close(), desk.close()]);
});

test("a line that was broken is told of the last seconds' commands alone", async () => {
  await steer({ command: "next" });
  app.clock.now += 6000;
  await steer({ command: "pause" });
  app.clock.now += 6000;
  const line = await listen(`?screen=${WALL}`);
  await line.until((heard) => commandsOf(heard).length > 0);
  expect(commandsOf(await line.close())).toEqual(["pause"]);
});

test("only a scene that walls have can be called", async () => {
  expect((await steer({ command: "scene", scene: "today" })).status).toBe(200);
  const refused = await steer({ command: "scene", scene: "gone" });
  expect([refused.status, await refused.text()]).toEqual([404, expect.stringContaining("gone")]);
});

test("flying needs a problem that is somewhere", async () => {
  const flown = (await (await steer({ command: "fly", problem: "here" })).json()) as Steered;
  expect(flown.command.problem).toMatchObject({ id: "here", category: "E0102" });
  expect((await steer({ command: "fly", problem: "gone" })).status).toBe(404);
  await app.patch("/api/problems/wrong", { action: "withdraw" }, "*");
  expect((await steer({ command: "pin", problem: "wrong" })).status).toBe(404);
  expect((await steer({ command: "fly", problem: "nowhere" })).status).toBe(400);
  expect((await steer({ command: "fly" })).status).toBe(400);
  expect((await steer({ command: "explode" })).status).toBe(400);
  expect((await steer({ wall: "no", command: "next" })).status).toBe(400);
});

test("who watches is known from what walls say, for a day, and of a bounded number", async () => {
  await beat(WALL, { scene: "today" });
  app.clock.now += 60_000;
  await beat("wall-0002");
  const list = async () => ((await app.get("/api/screen/walls")) as WatchingWalls).walls;
  expect(await list()).toMatchObject([
    { wall: "wall-0002", isHeard: true },
    { wall: WALL, isHeard: false, scene: "today" },
  ]);
  for (let i = 0; i < 250; i++) await beat(`many-${String(i).padStart(4, "0")}`);
  expect(await list()).toHaveLength(200);
  app.clock.now += 25 * 3_600_000;
  expect(await list()).toEqual([]);
});

test("only who may show the city is a wall", async () => {
  for (const role of ["leader", "planner", "unit"] as const) {
    expect((await listen(`?screen=${WALL}`, as(aViewer(role)))).status).toBe(403);
  }
  expect((await listen("?screen=x")).status).toBe(400);
  const wall = await listen(`?screen=${WALL}`, as(aViewer("screen")));
  expect(wall.status).toBe(200);
  await wall.close();
  expect(TODAY).toBeLessThan(app.clock.now + 1);
});
