import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { type BrowserEvent, BrowserPipe } from "../../server/screen/browser-pipe.ts";
import type { WallAddress } from "./wall-address.ts";
import { type Look, looks } from "./wall-care.ts";

/** A slow machine that starts takes so long for its first window. */
const STARTED_WITHIN_MS = 60_000;
const ANSWERED_WITHIN_MS = 5000;
const LOADED_WITHIN_MS = 30_000;
const ENDED_WITHIN_MS = 5000;
const POLL_MS = 200;

const Targets = z.object({
  targetInfos: z.array(z.object({ targetId: z.string(), type: z.string() })),
});
const Session = z.object({ sessionId: z.string() });
const Looked = z.object({ result: z.object({ value: z.enum(looks) }) });

/** What the page looks like from inside; a frame has to come, too, unless the machine hides it. */
function lookExpression(path: string): string {
  return `new Promise((tell) => {
  const main = document.querySelector("main");
  const isThere = location.pathname === ${JSON.stringify(path)} || location.pathname.startsWith(${JSON.stringify(`${path}/`)});
  const look = location.protocol === "chrome-error:" ? "unreachable"
    : !document.querySelector("main, #root > *") ? "blank"
    : isThere && main && !main.classList.contains("wall-waiting") ? "well" : "elsewhere";
  if (document.visibilityState !== "visible") return tell(look);
  const timer = setTimeout(() => tell("frozen"), ${ANSWERED_WITHIN_MS - 2000});
  requestAnimationFrame(() => {
    clearTimeout(timer);
    tell(look);
  });
})`;
}

/** A browser in which one page hangs on a wall, seen and handled from outside. */
export class KioskBrowser {
  readonly #address: WallAddress;
  readonly #pipe: BrowserPipe;
  #session = "";
  #trouble: "crashed" | "ended" | null = null;
  #alarm = new AbortController();

  private constructor(path: string, args: readonly string[], address: WallAddress) {
    this.#address = address;
    this.#pipe = new BrowserPipe(path, args, (event) => this.#hear(event));
    void this.#pipe.ended.then(() => this.#isIn("ended"));
  }

  /** Starts it with the page. Throws an Error where no window comes; it is gone then. */
  static async start(path: string, args: readonly string[], address: WallAddress) {
    const browser = new KioskBrowser(path, args, address);
    try {
      await browser.#attach();
      await browser.load();
      return browser;
    } catch (error) {
      await browser.#pipe.close();
      throw error;
    }
  }

  /** What has happened since the last load. */
  get trouble(): "crashed" | "ended" | null {
    return this.#trouble;
  }

  /** Is aborted as soon as there is trouble. */
  get alarm(): AbortSignal {
    return this.#alarm.signal;
  }

  async look(): Promise<Look> {
    const asked = {
      expression: lookExpression(this.#address.path),
      awaitPromise: true,
      returnByValue: true,
    };
    try {
      return Looked.parse(await this.#ask("Runtime.evaluate", asked, ANSWERED_WITHIN_MS)).result
        .value;
    } catch {
      return "silent";
    }
  }

  /**
   * The page anew. A renderer that answers no more is ended before: it would not let go. Throws an Error where not even an
   * empty page comes; a server that does not answer is seen by the next look.
   */
  async load(): Promise<void> {
    if ((await this.look()) === "silent" && this.#trouble === null) await this.#crash();
    if (this.#trouble === "ended") throw new Error("the browser ended");
    // From the wall's own link to itself would be no load at all.
    await this.#ask("Page.navigate", { url: "about:blank" }, LOADED_WITHIN_MS);
    this.#trouble = null;
    this.#alarm = new AbortController();
    const { url } = this.#address;
    await this.#ask("Page.navigate", { url }, LOADED_WITHIN_MS).catch(() => undefined);
  }

  end(): Promise<void> {
    return this.#pipe.end(ENDED_WITHIN_MS);
  }

  async #attach(): Promise<void> {
    const begin = performance.now();
    while (performance.now() - begin < STARTED_WITHIN_MS) {
      const sent = this.#pipe.sendWithin(STARTED_WITHIN_MS, "Target.getTargets");
      const page = Targets.parse(await sent).targetInfos.find(({ type }) => type === "page");
      if (page) {
        const attach = { targetId: page.targetId, flatten: true };
        const attached = this.#pipe.sendWithin(STARTED_WITHIN_MS, "Target.attachToTarget", attach);
        this.#session = Session.parse(await attached).sessionId;
        await this.#ask("Inspector.enable", {}, STARTED_WITHIN_MS);
        return;
      }
      await setTimeout(POLL_MS);
    }
    throw new Error(`no window within ${STARTED_WITHIN_MS} ms`);
  }

  async #crash(): Promise<void> {
    this.#ask("Page.crash", {}, ANSWERED_WITHIN_MS).catch(() => undefined);
    const wait = AbortSignal.any([this.#alarm.signal, AbortSignal.timeout(ANSWERED_WITHIN_MS)]);
    if (!wait.aborted) await new Promise((resolve) => wait.addEventListener("abort", resolve));
  }

  #ask(method: string, params: object, withinMs: number) {
    return this.#pipe.sendWithin(withinMs, method, params, this.#session);
  }

  #hear({ method, params, sessionId }: BrowserEvent): void {
    if (method === "Inspector.targetCrashed" && sessionId === this.#session) this.#isIn("crashed");
    // Somebody closed its window.
    if (method === "Target.detachedFromTarget" && params.sessionId === this.#session)
      this.#isIn("ended");
  }

  #isIn(trouble: "crashed" | "ended"): void {
    if (this.#trouble !== "ended") this.#trouble = trouble;
    this.#alarm.abort();
  }
}
