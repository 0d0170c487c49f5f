import type { InventoryAd, NewInventoryAd } from "../../domain/contract/ads-inventory.ts";
import type { AdStore, QueuedAd } from "../api/ad-store.ts";
import { flushQueue, type QueuePause } from "./phone-queue.ts";

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

/** Sends what waits of the account's, see `flushQueue`. */
export function flushAds(flush: Flush): Promise<QueuePause | null> {
  return flushQueue({
    store: flush.store,
    isSendable: ({ account }) => account === flush.account,
    send: (queued) => sendWithPicture(flush, queued),
    withoutFiles: (queued) => ({ ...queued, photo: null }),
  });
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
