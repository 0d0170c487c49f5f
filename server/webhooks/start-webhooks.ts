import type { City } from "../city/city.ts";
import { type Waits, WebhookCourier } from "./webhook-courier.ts";
import { readWebhooks } from "./webhook-list.ts";

/** How often the list is read, and changes that nobody told of are looked for. */
const LOOK_MS = 10_000;
const usualWaits: Waits = { firstMs: 1000, mostMs: 10 * 60_000 };

type Webhooks = {
  /** Reads the list and goes on with what is waiting. */
  look(): Promise<void>;
  stop(): Promise<void>;
};

/** Tells other systems of changes, by the list in the state folder; none by default. */
export function startWebhooks(
  city: City,
  stateFolder: string,
  warn: (message: string) => void,
  waits: Waits = usualWaits,
): Webhooks {
  const couriers = new Map<string, WebhookCourier>();

  async function look(): Promise<void> {
    const hooks = await readWebhooks(stateFolder).catch((error: unknown) => {
      warn(`webhooks: ${String(error)}`);
      return null;
    });
    if (hooks === null) return;
    for (const [id, courier] of couriers) {
      if (hooks.some((hook) => hook.id === id)) continue;
      couriers.delete(id);
      await courier.stop();
    }
    for (const hook of hooks) {
      if (!couriers.has(hook.id)) {
        couriers.set(hook.id, new WebhookCourier({ city, hook, waits, warn }));
      }
      couriers.get(hook.id)?.wake();
    }
  }

  const timer = setInterval(() => void look(), LOOK_MS);
  timer.unref();
  const stopListening = city.feed.listen(() => {
    for (const courier of couriers.values()) courier.wake();
  });
  void look();
  return {
    look,
    async stop() {
      clearInterval(timer);
      stopListening();
      await Promise.all([...couriers.values()].map((courier) => courier.stop()));
    },
  };
}
