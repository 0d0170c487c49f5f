import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type BrowserContext, type CDPSession, chromium, type Page } from "@playwright/test";
import { chromiumArgs } from "../browser.ts";
import { type HeapKinds, heapKinds } from "./heap-kinds.ts";

const PROBE = fileURLToPath(new URL("./page-probe.mjs", import.meta.url));
const [WIDTH, HEIGHT] = [1920, 1080];
const LOOK_MS = 100;
const MOMENTS_KEPT = 60;
/** What settles after a scene came: tiles, answers, fades. */
const SETTLE_MS = 3500;
/** So often listeners are counted, so far apart. */
const [COUNTS, COUNT_MS] = [6, 500];

/** What the probe in the page keeps; it is there before anything of the page is. */
type PageProbe = {
  /** Steps that were shown since the page was loaded. */
  readonly steps: number;
  /** Objects of the WebGL contexts that are alive and in the page. */
  webglObjects(): Record<string, number>;
  /** Takes the contexts of all maps away, as a graphics card does; how many. */
  loseContexts(): number;
  /** Maps that are alive and have drawn. */
  drawnMaps(): number;
};

declare global {
  var soakProbe: PageProbe;
}

/** What a wall holds, after what it does not need was thrown away. */
export type WallSample = HeapKinds & {
  readonly listeners: number;
  readonly nodes: number;
  readonly webgl: Readonly<Record<string, number>>;
};

/** A wall in a browser of its own, looked at from outside. */
export class WatchedWall {
  readonly #page: Page;
  readonly #context: BrowserContext;
  readonly #tools: CDPSession;
  #stepsBefore = 0;
  loads = 0;
  readonly errors: string[] = [];
  /** Moments that the page asked counts of, the newest last. */
  readonly momentsAsked: string[] = [];

  private constructor(page: Page, context: BrowserContext, tools: CDPSession) {
    this.#page = page;
    this.#context = context;
    this.#tools = tools;
    page.on("pageerror", (error) => this.errors.push(String(error).slice(0, 300)));
    page.on("request", (request) => {
      const { pathname, searchParams } = new URL(request.url());
      const asOf = searchParams.get("asOf");
      if (pathname !== "/api/problems/count" || asOf === null) return;
      this.momentsAsked.push(asOf);
      if (this.momentsAsked.length > MOMENTS_KEPT) this.momentsAsked.shift();
    });
    page.on("framenavigated", () => {
      this.loads++;
    });
  }

  static async open(executablePath: string, url: string): Promise<WatchedWall> {
    const browser = await chromium.launch({ executablePath, args: [...chromiumArgs] });
    const context = await browser.newContext({ viewport: { width: WIDTH, height: HEIGHT } });
    const page = await context.newPage();
    await page.addInitScript({ path: PROBE });
    const tools = await context.newCDPSession(page);
    await tools.send("Performance.enable");
    await page.goto(url);
    await page.locator("main.wall[data-step]").waitFor({ timeout: 60_000 });
    return new WatchedWall(page, context, tools);
  }

  get page(): Page {
    return this.#page;
  }

  async steps(): Promise<number> {
    return this.#stepsBefore + (await this.#page.evaluate(() => globalThis.soakProbe.steps));
  }

  /** Resolves with how long it took until every map is alive and drawn, ms; null after a minute. */
  async loseContexts(): Promise<number | null> {
    const before = await this.#page.evaluate(() => globalThis.soakProbe.loseContexts());
    const begin = performance.now();
    while (performance.now() - begin < 60_000) {
      const drawn = await this.#page.evaluate(() => globalThis.soakProbe.drawnMaps());
      if (drawn >= before) return performance.now() - begin;
      await setTimeout(LOOK_MS);
    }
    return null;
  }

  /** The step as the wall says it. */
  async step(): Promise<string | null> {
    return this.#page.locator("main.wall").getAttribute("data-step");
  }

  /** Figures in the order of the panel: open, overdue, closed today; empty where it does not show them. */
  async figures(): Promise<number[]> {
    const texts = await this.#page.locator(".wall-figure strong").allTextContents();
    return texts.map((text) => Number(text.replaceAll(",", "")));
  }

  async isLive(): Promise<boolean> {
    return (await this.#page.locator(".wall-age.is-live").count()) > 0;
  }

  async isPaused(): Promise<boolean> {
    return (await this.#page.locator(".wall-header .wall-tag", { hasText: "已暂停" }).count()) > 0;
  }

  async hasLostRight(): Promise<boolean> {
    return (await this.#page.locator(".wall-lost").count()) > 0;
  }

  /** As the link of a new wall does, without leaving the page. */
  async enter(token: string): Promise<void> {
    await this.#page.evaluate(async (sent) => {
      await fetch("/api/account/wall", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ token: sent }),
      });
    }, token);
  }

  /** With the wall standing still on the same scene each time. */
  async sample(): Promise<WallSample> {
    // What the tool itself leaves in a page that it reads is in every sample then.
    await this.figures();
    await setTimeout(SETTLE_MS);
    // Questions that are on their way listen for their end: what is there each time is what stays.
    let [listeners, nodes] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let i = 0; i < COUNTS; i++) {
      await this.#tools.send("HeapProfiler.collectGarbage");
      await setTimeout(COUNT_MS);
      const { metrics } = await this.#tools.send("Performance.getMetrics");
      const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
      listeners = Math.min(listeners, of("JSEventListeners"));
      nodes = Math.min(nodes, of("Nodes"));
    }
    return {
      ...(await heapKinds(this.#tools)),
      listeners,
      nodes,
      webgl: await this.#page.evaluate(() => globalThis.soakProbe.webglObjects()),
    };
  }

  async close(): Promise<void> {
    await this.#context.browser()?.close();
  }
}
