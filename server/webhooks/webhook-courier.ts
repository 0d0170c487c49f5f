import { setTimeout as wait } from "node:timers/promises";
import type { City } from "../city/city.ts";
import { open311Status, updatedAt } from "../open311/open311-request.ts";
import type { LoggedChange } from "../storage/storage.ts";
import type { Webhook } from "./webhook-list.ts";
import { sendMessage, type WebhookMessage } from "./webhook-message.ts";

/** Problems of one write that are told one by one; larger ones, an import's, say to read anew. */
const MOST_TOLD = 100;

export type Waits = { readonly firstMs: number; readonly mostMs: number };

type CourierParts = {
  readonly city: Pick<City, "storage" | "clock" | "now">;
  readonly hook: Webhook;
  readonly waits: Waits;
  readonly warn: (message: string) => void;
};

/**
 * Carries every change of the city to one receiver, in order. How far it is stands in storage, and the queue is the city's
 * own log: what was not taken when the process ended is sent by the next one. A message may come twice, never not at all.
 */
export class WebhookCourier {
  readonly #parts: CourierParts;
  readonly #stopping = new AbortController();
  #running: Promise<void> | null = null;
  #isWanted = false;

  constructor(parts: CourierParts) {
    this.#parts = parts;
  }

  /** Something may have changed. Calls that come while it works are one. */
  wake(): void {
    this.#isWanted = true;
    this.#running ??= this.#work().finally(() => {
      this.#running = null;
    });
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #work(): Promise<void> {
    while (this.#isWanted && !this.#stopping.signal.aborted) {
      this.#isWanted = false;
      try {
        await this.#carry();
      } catch (error) {
        if (this.#stopping.signal.aborted) return;
        this.#parts.warn(`webhook ${hostOf(this.#parts.hook)}: ${String(error)}`);
        // Cut short where it is stopped meanwhile, and then that is the end.
        await this.#rest(this.#parts.waits.mostMs).catch(() => undefined);
        this.#isWanted = true;
      }
    }
  }

  async #carry(): Promise<void> {
    const { storage } = this.#parts.city;
    for (;;) {
      const position = await this.#position();
      const changes = await storage.changesAfter(position).catch((error: unknown) => {
        if (error instanceof RangeError) return null;
        throw error;
      });
      if (changes === null) {
        // Some were forgotten before they were sent: the receiver was away for days.
        const end = await storage.logEnd();
        await this.#deliver({ event: "resync" }, `${end}`);
        await this.#keepPosition(end);
        continue;
      }
      if (changes.length === 0) return;
      for (const [i, change] of changes.entries()) {
        const next = changes[i + 1];
        // Of a run of large writes the last says it for all.
        const isSaidLater = isLarge(change) && next !== undefined && isLarge(next);
        if (!isSaidLater) await this.#tell(change);
      }
    }
  }

  async #tell(change: LoggedChange): Promise<void> {
    if (isLarge(change)) await this.#deliver({ event: "resync" }, `${change.id}`);
    else await this.#tellEach(change);
    await this.#keepPosition(change.id);
  }

  /** As they stand now, whatever the write made of them: a later one is told again. */
  async #tellEach({ id, problems }: LoggedChange): Promise<void> {
    const { city } = this.#parts;
    for (const range of problems) {
      for (const problem of await city.storage.problemsIn(range)) {
        const acts = await city.storage.lastActs("problem", [problem.id]);
        const t = city.now();
        const message: WebhookMessage = {
          event: "request",
          id: problem.id,
          status: open311Status(problem, t),
          updated_datetime: city.clock.toIso(updatedAt(problem, t, acts.get(problem.id))),
        };
        await this.#deliver(message, `${id}-${problem.seq}`);
      }
    }
  }

  /** Tries until it is taken, waiting twice as long each time. Throws where it is stopped. */
  async #deliver(message: WebhookMessage, delivery: string): Promise<void> {
    const { hook, waits, city, warn } = this.#parts;
    const { signal } = this.#stopping;
    for (let waitMs = waits.firstMs; ; waitMs = Math.min(2 * waitMs, waits.mostMs)) {
      const order = { delivery: `${hook.id}-${delivery}`, at: city.now(), signal };
      if (await sendMessage(hook, message, order)) return;
      signal.throwIfAborted();
      warn(`webhook ${hostOf(hook)} took no message, again in ${Math.round(waitMs / 1000)} s`);
      await this.#rest(waitMs);
    }
  }

  async #rest(ms: number): Promise<void> {
    await wait(ms, undefined, { signal: this.#stopping.signal, ref: false });
  }

  /** A receiver that is new hears of what comes from now on. */
  async #position(): Promise<number> {
    const { storage } = this.#parts.city;
    const kept = await storage.meta(this.#key());
    if (kept !== null) return Number(kept);
    const end = await storage.logEnd();
    await this.#keepPosition(end);
    return end;
  }

  async #keepPosition(id: number): Promise<void> {
    const { storage } = this.#parts.city;
    await storage.write((writer) => writer.setMeta(this.#key(), String(id)));
  }

  #key(): string {
    return `webhook:${this.#parts.hook.id}`;
  }
}

function isLarge({ problems }: LoggedChange): boolean {
  return problems.reduce((sum, [first, last]) => sum + last - first + 1, 0) > MOST_TOLD;
}

/** An address may hold a secret of the receiver's in its path; its host does not. */
function hostOf({ url }: Webhook): string {
  return new URL(url).host;
}
