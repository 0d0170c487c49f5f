import { type Context, Hono } from "hono";
import { afterEach, expect, test, vi } from "vitest";
import type { Identity } from "../../../server/access/identity.ts";
import { identifying } from "../../../server/access/identity.ts";
import type { LogEntry } from "../../../server/deps.ts";
import { OpenStreams } from "../../../server/operations/open-streams.ts";
import { liveRoutes } from "../../../server/routes/live.ts";
import { CityScreen } from "../../../server/screen/city-screen.ts";
import { aCity } from "../../support/city-builder.ts";
import { runningCity, TODAY } from "../../support/test-city.ts";
import { aViewer } from "../../support/viewers.ts";

const LINES = ["/", "/?screen=wall-0001"];
const SCREEN: Identity = { kind: "known", viewer: aViewer("screen") };

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** A wall listens; what its credentials say changes after it began. */
async function listenAs(later: () => Promise<Identity>, path = "/") {
  const clock = { now: TODAY };
  const city = await runningCity(aCity().withZone("Z", [0, 0, 1, 1]).build(), [], clock);
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const asked: boolean[] = [];
  const identify = async (c: Context, how = { renews: true }) => {
    asked.push(how.renews);
    if (how.renews) c.header("Set-Cookie", "renewed=1", { append: true });
    return asked.length === 1 ? SCREEN : later();
  };
  const screen = new CityScreen({ city, packPlan: null, build: () => "", failed: () => undefined });
  const app = new Hono();
  app.use(identifying(identify));
  const log = () => undefined;
  app.route("/", liveRoutes({ city, identify, openStreams: new OpenStreams(), screen, log }));
  const response = await app.request(path);
  const reader = response.body?.getReader();
  let isOver = false;
  void (async () => {
    while (!(await reader?.read())?.done);
    isOver = true;
  })();
  return {
    asked,
    cookies: response.headers.getSetCookie(),
    async isOverAfter(ms: number): Promise<boolean> {
      await vi.advanceTimersByTimeAsync(ms);
      await new Promise((resolve) => setImmediate(resolve));
      return isOver;
    },
  };
}

test("a line renews the session as it begins, goes on while its account may, and renews no more", async () => {
  const line = await listenAs(async () => SCREEN);
  expect(line.cookies).toEqual(["renewed=1"]);
  expect(await line.isOverAfter(120_000)).toBe(false);
  expect(line.asked).toEqual([true, false, false, false, false]);
});

test.each<[string, Identity]>([
  ["whose session ended", { kind: "invalid" }],
  ["that has another role", { kind: "known", viewer: { ...aViewer("screen"), role: "public" } }],
])("a line of an account %s ends within half a minute", async (_, identity) => {
  const line = await listenAs(async () => identity);
  expect(await line.isOverAfter(29_000)).toBe(false);
  expect(await line.isOverAfter(2000)).toBe(true);
});

test.each(LINES)("a look that fails ends no line: %s", async (path) => {
  const line = await listenAs(() => Promise.reject(new Error("the database is busy")), path);
  expect(await line.isOverAfter(120_000)).toBe(false);
});

test("a wall whose commands cannot be read has its line all the same, and the log says so", async () => {
  const city = await runningCity(aCity().withZone("Z", [0, 0, 1, 1]).build(), []);
  const screen = new CityScreen({ city, packPlan: null, build: () => "", failed: () => undefined });
  const identify = async () => SCREEN;
  const logged: LogEntry[] = [];
  const log = (entry: LogEntry) => void logged.push(entry);
  const app = new Hono();
  app.use(identifying(identify));
  app.route("/", liveRoutes({ city, identify, openStreams: new OpenStreams(), screen, log }));
  vi.spyOn(city.storage, "meta").mockRejectedValue(new Error("the database is busy"));
  const response = await app.request("/?screen=wall-0001");
  const reader = response.body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toContain("screen.alive");
  await vi.waitFor(() => expect(logged).toHaveLength(1));
  expect(logged).toEqual([{ level: "error", message: "walls: Error: the database is busy" }]);
  await reader?.cancel();
});
