import type { NewInventoryAd } from "../../domain/contract/ads-inventory.ts";

/** A registration that waits on this phone until the server has it, with its picture. */
export type QueuedAd = {
  /** Makes it count once, however often it is sent. */
  readonly clientId: string;
  /** Whose it is: nobody else sends it. */
  readonly account: string;
  readonly ad: Omit<NewInventoryAd, "clientId" | "photo">;
  readonly picture: Blob | null;
  /** What the server named the picture, once it has it. */
  readonly photo: string | null;
  /** Epoch ms by the phone's clock. */
  readonly writtenAt: number;
  /** Why the server does not take it as it is; null: it waits. */
  readonly refusal: string | null;
};

/** A registration that the server has. */
export type SentAd = {
  readonly clientId: string;
  readonly account: string;
  readonly id: string;
  readonly carrier: string;
  readonly road: string | null;
  readonly isNew: boolean;
  readonly sentAt: number;
};

/** What is kept on the phone; nothing is gone before the server has it. */
export type AdStore = {
  /** Oldest first. */
  queued(): Promise<QueuedAd[]>;
  /** A new one, or another instead of the one with its clientId. */
  put(ad: QueuedAd): Promise<void>;
  drop(clientId: string): Promise<void>;
  /** Takes one off the queue and keeps what it became, or neither. */
  settle(sent: SentAd): Promise<void>;
  /** Newest first. */
  sent(): Promise<SentAd[]>;
};

const DATABASE = "wangge-ads";
const QUEUE = "queue";
const SENT = "sent";
/** Registrations that a phone remembers. */
const MOST_SENT = 30;

export const adStore: AdStore = {
  async queued() {
    const found = await run<QueuedAd[]>("readonly", ({ queue }) => queue.getAll());
    return found.sort((a, b) => a.writtenAt - b.writtenAt);
  },
  put: (ad) => run("readwrite", ({ queue }) => queue.put(ad)),
  drop: (clientId) => run("readwrite", ({ queue }) => queue.delete(clientId)),
  async settle(ad) {
    await run("readwrite", ({ queue, sent }) => {
      queue.delete(ad.clientId);
      return sent.put(ad);
    });
    const surplus = (await adStore.sent()).slice(MOST_SENT);
    for (const { clientId } of surplus) await run("readwrite", ({ sent }) => sent.delete(clientId));
  },
  async sent() {
    const found = await run<SentAd[]>("readonly", ({ sent }) => sent.getAll());
    return found.sort((a, b) => b.sentAt - a.sentAt);
  },
};

type Stores = { readonly queue: IDBObjectStore; readonly sent: IDBObjectStore };

/** Resolves when the transaction is complete: then it is on the phone. */
async function run<T>(mode: IDBTransactionMode, make: (stores: Stores) => IDBRequest): Promise<T> {
  const database = await open();
  try {
    const transaction = database.transaction([QUEUE, SENT], mode);
    const asked = make({
      queue: transaction.objectStore(QUEUE),
      sent: transaction.objectStore(SENT),
    });
    await new Promise<void>((resolve, reject) => {
      transaction.addEventListener("complete", () => resolve());
      transaction.addEventListener("error", () => reject(transaction.error));
      transaction.addEventListener("abort", () => reject(transaction.error));
    });
    return asked.result as T;
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(DATABASE, 1);
    asked.addEventListener("upgradeneeded", () => {
      for (const name of [QUEUE, SENT])
        asked.result.createObjectStore(name, { keyPath: "clientId" });
    });
    asked.addEventListener("success", () => resolve(asked.result));
    asked.addEventListener("error", () => reject(asked.error));
  });
}
