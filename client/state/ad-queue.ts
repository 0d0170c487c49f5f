import type { InventoryAd, NewInventoryAd } from "../../domain/contract/ads-inventory.ts";
import type { AdStore, QueuedAd } from "../api/ad-store.ts";
import { ApiError } from "../api/http.ts";
import { pauseOf, type QueuePause } from "./report-queue.ts";

/** The server, as far as registrations that wait need it. All throw an ApiError. */
export type AdSender = {
  /** Answers what the picture is called from now on. */
  upload(picture: Blob): Promise<string>;
  send(ad: NewInventoryAd): Promise<InventoryAd>;
};

type Flush = {
  readonly store: AdStore;
  readonly sender: AdSender;
  /** Who is signed in. */
  readonly account: string;
  readonly now: () => number;
};

/**
 * Sends what waits of the account's, oldest first, each once: its clientId makes the server count it once. Answers why it
 * stopped before the end, null where it did not. What the server refuses stays, with the reason.
 */
export async function flushAds(flush: Flush): Promise<QueuePause | null> {
  for (const queued of await flush.store.queued()) {
    if (queued.refusal !== null || queued.account !== flush.account) continue;
    try {
      await sendOne(flush, queued);
    } catch (error) {
      const pause = pauseOf(error);
      if (pause !== null) return pause;
      const refusal = error instanceof Error ? error.message : String(error);
      await flush.store.put({ ...queued, photo: null, refusal });
    }
  }
  return null;
}

async function sendOne(flush: Flush, queued: QueuedAd): Promise<void> {
  try {
    await sendWithPicture(flush, queued);
  } catch (error) {
    if (!(error instanceof ApiError) || error.reason !== "unknown-photo") throw error;
    // Pictures that nothing names are removed after a day: it is sent once more.
    await sendWithPicture(flush, { ...queued, photo: null });
  }
}

async function sendWithPicture({ store, sender, now }: Flush, queued: QueuedAd): Promise<void> {
  const { clientId, account, ad, picture } = queued;
  const photo = queued.photo ?? (picture && (await sender.upload(picture)));
  if (photo !== queued.photo) await store.put({ ...queued, photo });
  const made = await sender.send({ ...ad, clientId, ...(photo !== null && { photo }) });
  await store.settle({
    clientId,
    account,
    id: made.id,
    carrier: made.carrier ?? "",
    road: made.road?.name ?? made.road?.key ?? null,
    isNew: ad.id === undefined,
    sentAt: now(),
  });
}
