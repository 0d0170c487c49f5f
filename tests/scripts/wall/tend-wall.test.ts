import { getEventListeners } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { kioskArgs } from "../../../scripts/wall/kiosk-args.ts";
import { KioskBrowser } from "../../../scripts/wall/kiosk-browser.ts";
import { tendWall, type WallEntry } from "../../../scripts/wall/tend-wall.ts";
import { wallAddress } from "../../../scripts/wall/wall-address.ts";
import { usualLimits } from "../../../scripts/wall/wall-care.ts";
import { wallWords } from "../../../scripts/wall/wall-words.ts";
import { findChromium } from "../../../server/screen/find-chromium.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const chromium = findChromium(process.env.CHROMIUM ?? null);
const Targets = z.array(z.object({ type: z.string(), webSocketDebuggerUrl: z.string() }));
const SEEN = { timeout: 60_000, interval: 100 };
const scratch = scratchFolder();

/** What the page is made of now, and with which cookie it was asked for. */
const site = { body: "<main>wall</main>", cookies: [] as (string | undefined)[], port: 0 };
const server = createServer((request, response) => {
  if (request.url !== "/screen") return response.writeHead(404).end();
  site.cookies.push(request.headers.cookie);
  response.setHeader("Set-Cookie", "wall=1; Max-Age=8640000; HttpOnly");
  response.setHeader("Content-Type", "text/html");
  return response.end(`<!doctype html><title>wall</title>${site.body}`);
});

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  site.port = typeof address === "object" ? (address?.port ?? 0) : 0;
});
afterAll(() => void server.close());

/** Says something to the page from beside, as nobody could on a real wall: there is no port. */
async function tell(profile: string, method: string, params: object, isOfPage = true) {
  const [port, path] = readFileSync(join(profile, "DevToolsActivePort"), "utf8").split("\n");
  const list = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
  const page = Targets.parse(list).find(({ type }) => type === "page");
  const url = isOfPage ? (page?.webSocketDebuggerUrl ?? "") : `ws://127.0.0.1:${port}${path}`;
  const socket = new WebSocket(url);
  await new Promise((open) => socket.addEventListener("open", open));
  socket.send(JSON.stringify({ id: 1, method, params }));
  await new Promise((resolve) => setTimeout(resolve, 300));
  socket.close();
}

test.skipIf(chromium === null)(
  "a page that crashes, hangs or turns blank comes back, and so does a browser that ended, signed in as before",
  { timeout: 180_000 },
  async () => {
    const profile = await scratch.folder();
    const address = wallAddress(`http://127.0.0.1:${site.port}/screen`);
    if (!chromium || !address) throw new Error("no browser");
    const window = { profile, rect: "640x360", scale: 1, isHeadless: true, isWayland: false };
    const kiosk = kioskArgs(window);
    const args = [...kiosk, "--remote-debugging-port=0"];
    const over = new AbortController();
    const log: WallEntry[] = [];
    const tended = tendWall({
      start: () => KioskBrowser.start(chromium, args, address),
      over: over.signal,
      log: (entry) => void log.push(entry),
      lookEveryMs: 300,
      limits: {
        ...usualLimits,
        firstWaitMs: 100,
        loadsBeforeRestart: 10,
        patienceMs: { ...usualLimits.patienceMs, silent: 4000, blank: 1000 },
      },
    });
    const moves = () => log.flatMap((entry) => (entry.what === "move" ? [entry] : []));
    const wells = () => log.filter(({ what }) => what === "well").length;
    const backBy = async (why: string, kind: string, from: { readonly wells: number }) => {
      await vi.waitFor(() => expect(wells()).toBeGreaterThan(from.wells), SEEN);
      expect(moves().at(-1)).toMatchObject({ why, kind });
    };
    try {
      await vi.waitFor(() => expect(wells()).toBe(1), SEEN);
      expect(site.cookies).toEqual([undefined]);

      await tell(profile, "Page.crash", {});
      await backBy("crashed", "load", { wells: 1 });
      expect(site.cookies.at(-1)).toBe("wall=1");

      const before = { wells: wells() };
      await tell(profile, "Runtime.evaluate", { expression: "for (;;);" });
      await backBy("silent", "load", before);

      site.body = "<div id=root></div>";
      const empty = { wells: wells() };
      await tell(profile, "Page.reload", {});
      await vi.waitFor(() => expect(moves().at(-1)?.why).toBe("blank"), SEEN);
      site.body = "<main>wall</main>";
      await backBy("blank", "load", empty);

      const ended = { wells: wells(), asked: site.cookies.length };
      await tell(profile, "Browser.close", {}, false);
      await backBy("ended", "restart", ended);
      expect(site.cookies.slice(ended.asked)).toEqual(["wall=1"]);
    } finally {
      over.abort();
      await tended;
    }
    expect(log.at(-1)?.what).toBe("over");
    expect(log.filter(({ what }) => what === "failed")).toEqual([]);
  },
);

test("a page that cannot be loaded again costs the browser", async () => {
  const over = new AbortController();
  const log: string[] = [];
  let started = 0;
  const alarm = new AbortController();
  alarm.abort();
  await tendWall({
    start: async () => ({
      trouble: ++started === 1 ? "crashed" : null,
      alarm: alarm.signal,
      look: async () => "well",
      load: () => Promise.reject(new Error("no answer")),
      end: async () => undefined,
    }),
    over: over.signal,
    limits: { ...usualLimits, firstWaitMs: 1 },
    log(entry) {
      log.push(entry.what === "move" ? `${entry.kind} ${entry.why}` : entry.what);
      if (entry.what === "well") over.abort();
    },
  });
  const restarted = ["failed", "restart stuck", "started", "well", "over"];
  expect(log).toEqual(["started", "load crashed", ...restarted]);
});

test("a browser that cannot be started is tried again, later each time, until it is over", async () => {
  const over = new AbortController();
  const waits: number[] = [];
  await tendWall({
    start: () => Promise.reject(new Error("no display")),
    over: over.signal,
    limits: { ...usualLimits, firstWaitMs: 1 },
    lookEveryMs: 1,
    log(entry) {
      if (entry.what === "move") waits.push(entry.afterMs);
      if (waits.length === 6) over.abort();
    },
  });
  expect(waits).toEqual([1, 2, 4, 8, 16, 32]);
});

test("whatever is done, no more waits for the end of the wall than before", async () => {
  const over = new AbortController();
  const waiting: number[] = [];
  await tendWall({
    start: () => Promise.reject(new Error("no display")),
    over: over.signal,
    limits: { ...usualLimits, firstWaitMs: 1 },
    lookEveryMs: 1,
    log(entry) {
      if (entry.what === "failed") waiting.push(getEventListeners(over.signal, "abort").length);
      if (waiting.length === 5) over.abort();
    },
  });
  expect(waiting).toEqual([1, 1, 1, 1, 1]);
});

test("a start that hangs keeps nobody when the wall is over", async () => {
  const over = new AbortController();
  const log: string[] = [];
  await tendWall({
    start: () => {
      setTimeout(() => over.abort(), 1);
      return new Promise(() => undefined);
    },
    over: over.signal,
    log: ({ what }) => void log.push(what),
  });
  expect(log).toEqual(["over"]);
});

test("the log says what was wrong and what is done, in both languages", () => {
  const entry = { what: "move", kind: "restart", why: "silent", afterMs: 4000 } as const;
  expect(wallWords(entry)).toBe(
    "页面没有响应，4 秒后重启浏览器 the page does not answer; starting the browser anew in 4 s",
  );
});
