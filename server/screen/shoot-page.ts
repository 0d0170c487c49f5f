import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { BrowserPipe } from "./browser-pipe.ts";
import { chromiumArgs } from "./chromium-args.ts";

/** A slow machine that draws in software may take so long for a scene; what is missing then says so in its own box. */
const DRAWN_WITHIN_MS = 90_000;
const LOOK_MS = 500;
/** Labels fade in when all has come. */
const SETTLE_MS = 2000;
/** Milliseconds for one answer, which a slow machine needs for the first one and for a large picture, and for all of them. */
const usualLimits = { answerMs: 60_000, wholeMs: 180_000 };

/** Whether the wall is there, its maps drawn and its panels filled: 2; there, but not all: 1; not there: 0. */
const READINESS = `(() => {
  const wall = document.querySelector("main.wall[data-step]");
  if (!wall) return 0;
  const maps = [...wall.querySelectorAll("[data-drawn]")];
  const isDrawn = maps.length > 0 && maps.every((map) => map.dataset.drawn !== "");
  return isDrawn && !wall.querySelector(".wall-blocks") ? 2 : 1;
})()`;

export type Shot = {
  readonly chromium: string;
  readonly url: string;
  readonly widthPx: number;
  readonly heightPx: number;
};

type ShotLimits = Readonly<typeof usualLimits>;

const Target = z.object({ targetId: z.string() });
const Session = z.object({ sessionId: z.string() });
const Evaluated = z.object({ result: z.object({ value: z.number() }) });
const Picture = z.object({ data: z.string() });

/**
 * The wall as PNG, by a browser without a screen that is started for it, with a profile that is thrown away. It is killed where
 * it does not answer in time, and when `stopped` says so. Throws an Error where no wall came.
 */
export async function shootPage(
  shot: Shot,
  stopped: AbortSignal,
  limits: ShotLimits = usualLimits,
): Promise<Uint8Array> {
  stopped.throwIfAborted();
  const folder = await mkdtemp(join(tmpdir(), "wangge-shot-"));
  const browser = new BrowserPipe(shot.chromium, argsOf(shot, folder));
  const over = new AbortController();
  const end = (why: unknown) => {
    over.abort(why);
    void browser.close();
  };
  const stop = () => end(stopped.reason);
  stopped.addEventListener("abort", stop);
  if (stopped.aborted) stop();
  const late = () => end(new Error(`no picture within ${limits.wholeMs} ms`));
  const timer = setTimeout(late, limits.wholeMs);
  void browser.ended.then(() => over.abort(new Error("the browser ended")));
  try {
    return await shoot(browser, shot, limits, over.signal);
  } catch (error) {
    throw over.signal.aborted ? over.signal.reason : error;
  } finally {
    clearTimeout(timer);
    stopped.removeEventListener("abort", stop);
    await browser.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
  }
}

async function shoot(
  browser: BrowserPipe,
  shot: Shot,
  { answerMs }: ShotLimits,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const { url, widthPx: width, heightPx: height } = shot;
  const send = (method: string, params: object, sessionId?: string) =>
    browser.sendWithin(answerMs, method, params, sessionId);
  const { targetId } = Target.parse(await send("Target.createTarget", { url: "about:blank" }));
  const attach = { targetId, flatten: true };
  const { sessionId } = Session.parse(await send("Target.attachToTarget", attach));
  const metrics = { width, height, deviceScaleFactor: 1, mobile: false };
  await send("Emulation.setDeviceMetricsOverride", metrics, sessionId);
  await send("Page.navigate", { url }, sessionId);
  const begin = performance.now();
  let readiness = 0;
  while (readiness < 2 && performance.now() - begin < DRAWN_WITHIN_MS) {
    await wait(LOOK_MS, null, { signal });
    const asked = { expression: READINESS, returnByValue: true };
    const answer = await send("Runtime.evaluate", asked, sessionId).catch(() => null);
    readiness = Evaluated.safeParse(answer).data?.result.value ?? 0;
  }
  if (readiness === 0) throw new Error(`no wall within ${DRAWN_WITHIN_MS} ms`);
  await wait(SETTLE_MS, null, { signal });
  const picture = await send("Page.captureScreenshot", { format: "png" }, sessionId);
  return Buffer.from(Picture.parse(picture).data, "base64");
}

function argsOf({ widthPx, heightPx }: Shot, folder: string): string[] {
  return [
    "--headless=new",
    ...chromiumArgs(join(folder, "profile")),
    "--hide-scrollbars",
    "--enable-unsafe-swiftshader",
    `--window-size=${widthPx},${heightPx}`,
    "about:blank",
  ];
}
