import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type BrowserContext, type CDPSession, chromium, type Page } from "@playwright/test";
import { chromiumArgs } from "../../browser.ts";
import { type TraceEvent, tracedTasks } from "./traced-tasks.ts";
import type { TracedRecords, WallRecords } from "./wall-records.ts";

const PROBE = fileURLToPath(new URL("./frame-probe.mjs", import.meta.url));
/** As with a graphics card, in whose place is a driver that takes everything and draws nothing. */
const DRIVER_WITHOUT_CARD = [
  "--use-gl=angle",
  "--use-angle=null",
  "--ignore-gpu-blocklist",
  "--enable-gpu-rasterization",
];
/** Tasks with their processor time, and marks of the page. */
const TRACED = ["toplevel", "blink.user_timing"];
const READ_BYTES = 4 << 20;
const MARK = "wall-bench";
const LOOK_MS = 250;
/** A map that was not drawn for so long is drawn again as it is, so many times. */
const [QUIET_MS, REPAINTS] = [2600, 24];

/** What the probe in the page keeps; it is there before anything of the page is. */
type FrameProbe = {
  records(): WallRecords;
  state(): { readonly steps: number; readonly quietMs: number };
  /** Draws every map again as it stands; resolves in the frame that does. */
  repaint(): Promise<unknown>;
};

declare global {
  var frameProbe: FrameProbe;
}

export type MainThread = {
  /** Processor time, seconds since the page was begun. */
  readonly threadS: number;
  /** Of scripts by the browser's own account. */
  readonly scriptS: number;
};

/** A wall in a browser of its own whose main thread is timed. */
export class MeasuredWall {
  readonly #page: Page;
  readonly #context: BrowserContext;
  readonly #tools: CDPSession;
  readonly errors: string[] = [];

  private constructor(page: Page, context: BrowserContext, tools: CDPSession) {
    this.#page = page;
    this.#context = context;
    this.#tools = tools;
    page.on("pageerror", (error) => this.errors.push(String(error).slice(0, 300)));
  }

  static async open(
    executablePath: string,
    url: string,
    [width, height]: readonly [number, number],
  ): Promise<MeasuredWall> {
    const args = [...chromiumArgs, ...DRIVER_WITHOUT_CARD];
    const browser = await chromium.launch({ executablePath, args });
    const context = await browser.newContext({ viewport: { width, height } });
    const page = await context.newPage();
    await page.addInitScript({ path: PROBE });
    const tools = await context.newCDPSession(page);
    await tools.send("Performance.enable");
    const wall = new MeasuredWall(page, context, tools);
    await page.goto(url);
    await page.locator("main.wall[data-step]").waitFor({ timeout: 120_000 });
    return wall;
  }

  /** Waits until so many steps have come, and draws each again once it rests. */
  async watch(steps: number, withinMs: number): Promise<void> {
    const begin = performance.now();
    let repainted = 0;
    for (;;) {
      const state = await this.#page.evaluate(() => globalThis.frameProbe.state());
      if (state.steps > steps) return;
      if (performance.now() - begin > withinMs) {
        throw new Error(`${state.steps} of ${steps} steps came in ${withinMs / 1000} s`);
      }
      if (state.steps > repainted && state.quietMs > QUIET_MS) {
        repainted = state.steps;
        await this.#page.evaluate(async (times) => {
          for (let i = 0; i < times; i++) await globalThis.frameProbe.repaint();
        }, REPAINTS);
      }
      await setTimeout(LOOK_MS);
    }
  }

  /** Notes the processor time of every task from now on; resolves with when that is. */
  async trace(): Promise<number> {
    await this.#tools.send("Tracing.start", {
      transferMode: "ReturnAsStream",
      traceConfig: {
        recordMode: "recordAsMuchAsPossible",
        includedCategories: TRACED,
        excludedCategories: ["*"],
      },
    });
    return this.#page.evaluate((mark) => performance.mark(mark).startTime, MARK);
  }

  async records(tracedFrom: number): Promise<TracedRecords> {
    const records = await this.#page.evaluate(() => globalThis.frameProbe.records());
    const traced = tracedTasks(await this.#endTrace(), MARK);
    return { ...records, tracedFrom, traced };
  }

  async #endTrace(): Promise<TraceEvent[]> {
    const done = new Promise<string>((resolve) =>
      this.#tools.once("Tracing.tracingComplete", ({ stream }) => resolve(stream ?? "")),
    );
    await this.#tools.send("Tracing.end");
    const handle = await done;
    let text = "";
    for (;;) {
      const { data, eof } = await this.#tools.send("IO.read", { handle, size: READ_BYTES });
      text += data;
      if (eof) return (JSON.parse(text) as { traceEvents: TraceEvent[] }).traceEvents;
    }
  }

  async mainThread(): Promise<MainThread> {
    const { metrics } = await this.#tools.send("Performance.getMetrics");
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return { threadS: of("ThreadTime"), scriptS: of("ScriptDuration") };
  }

  async close(): Promise<void> {
    await this.#context.browser()?.close();
  }
}
