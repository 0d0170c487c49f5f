import { setTimeout } from "node:timers/promises";
import type { KioskBrowser } from "./kiosk-browser.ts";
import {
  afterLook,
  afterTrouble,
  type CareLimits,
  type Judged,
  type Look,
  type Move,
  newCare,
  type Trouble,
} from "./wall-care.ts";

const LOOK_EVERY_MS = 5000;

type WallKeeping = {
  readonly start: () => Promise<TendedBrowser>;
  /** Aborted: the wall ends. */
  readonly over: AbortSignal;
  readonly log: (entry: WallEntry) => void;
  readonly limits?: CareLimits;
  readonly lookEveryMs?: number;
};
export type TendedBrowser = Pick<KioskBrowser, "trouble" | "alarm" | "look" | "load" | "end">;
export type WallEntry =
  | { readonly what: "started" | "well" | "over" }
  | { readonly what: "failed"; readonly message: string }
  | ({ readonly what: "move" } & Move);

/** Keeps a page on a wall until it is over: looks at it every few seconds, loads it again, starts its browser anew. */
export async function tendWall({ start, over, log, limits, ...rest }: WallKeeping): Promise<void> {
  const lookEveryMs = rest.lookEveryMs ?? LOOK_EVERY_MS;
  let care = newCare;
  let browser = null as TendedBrowser | null;
  let move: Move | null = { kind: "restart", why: "ended", afterMs: 0 };
  while (!over.aborted) {
    let trouble: Trouble | null = null;
    // A start that hangs keeps nobody: what it had begun ends with this process.
    if (move) trouble = await untilOver(done(move), over);
    else await pause(lookEveryMs, browser?.alarm);
    if (over.aborted) break;
    trouble ??= browser ? browser.trouble : "ended";
    const look: Look | null = browser && !trouble ? await browser.look() : null;
    if (over.aborted) break;
    const was = care.look;
    const judged: Judged = look
      ? afterLook(care, look, performance.now(), limits)
      : afterTrouble(care, trouble ?? "ended", limits);
    care = judged.care;
    move = judged.move;
    if (look === "well" && was !== "well") log({ what: "well" });
    if (move) log({ what: "move", ...move });
  }
  await browser?.end();
  log({ what: "over" });

  /** What came of it; null: it is done. */
  async function done({ kind, afterMs }: Move): Promise<Trouble | null> {
    await pause(afterMs);
    if (over.aborted) return null;
    try {
      if (kind === "load") await browser?.load();
      else {
        await browser?.end();
        browser = null;
        browser = await start();
        log({ what: "started" });
      }
      return null;
    } catch (error) {
      log({ what: "failed", message: error instanceof Error ? error.message : String(error) });
      return kind === "load" ? "stuck" : "ended";
    }
  }

  /** So long, or until it is over or there is an alarm. */
  async function pause(ms: number, alarm?: AbortSignal): Promise<void> {
    const signal = AbortSignal.any(alarm ? [over, alarm] : [over]);
    await setTimeout(ms, undefined, { signal }).catch(() => undefined);
  }
}

/** What comes of the work, or null once it is over. It leaves nothing behind at `over`, which lasts as long as the wall. */
async function untilOver<T>(work: Promise<T>, over: AbortSignal): Promise<T | null> {
  const { promise, resolve } = Promise.withResolvers<null>();
  const stop = () => resolve(null);
  over.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    over.removeEventListener("abort", stop);
  }
}
