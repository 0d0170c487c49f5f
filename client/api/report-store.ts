import type { PhotoDoor } from "./upload-photo.ts";

/** `file`: what the server named it, once it has it. */
export type QueuedPhoto = { readonly blob: Blob; readonly file: string | null };

/** A report that waits on this phone until the server has it, with its pictures. */
export type QueuedReport = {
  /** Makes it count once, however often it is sent. */
  readonly clientId: string;
  readonly door: PhotoDoor;
  /** Whose it is, where it is an account's: nobody else sends it. */
  readonly account: string | null;
  readonly category: string;
  readonly categoryName: string;
  readonly position: readonly [number, number] | null;
  readonly address: string;
  readonly description: string;
  /** Of an account's report. */
  readonly source: string | null;
  readonly photos: readonly QueuedPhoto[];
  /** Epoch ms by the phone's clock. */
  readonly writtenAt: number;
  /** Why the server does not take it as it is; null: it waits. */
  readonly refusal: string | null;
};

/** A report that the server has, as far as this phone needs it to ask for its progress. */
export type SentReport = {
  readonly number: string;
  readonly code: string;
  readonly trackUrl: string;
  readonly clientId: string;
  readonly categoryName: string;
  readonly sentAt: number;
};

/** What is kept on the phone; nothing is gone before the server has it. */
export type ReportStore = {
  /** Oldest first. */
  queued(): Promise<QueuedReport[]>;
  /** A new one, or another instead of the one with its clientId. */
  put(report: QueuedReport): Promise<void>;
  drop(clientId: string): Promise<void>;
  /** Takes a report off the queue and keeps what it became, or neither. */
  settle(sent: SentReport): Promise<void>;
  /** Newest first. */
  sent(): Promise<SentReport[]>;
  forgetSent(): Promise<void>;
};

const DATABASE = "wangge-report";
const QUEUE = "queue";
const SENT = "sent";
/** Numbers that a phone remembers. */
const MOST_SENT = 20;

export const reportStore: ReportStore = {
  async queued() {
    const found = await run<QueuedReport[]>("readonly", ({ queue }) => queue.getAll());
    return found.sort((a, b) => a.writtenAt - b.writtenAt);
  },
  put: (report) => run("readwrite", ({ queue }) => queue.put(report)),
  drop: (clientId) => run("readwrite", ({ queue }) => queue.delete(clientId)),
  async settle(report) {
    await run("readwrite", ({ queue, sent }) => {
      queue.delete(report.clientId);
      return sent.put(report);
    });
    const surplus = (await reportStore.sent()).slice(MOST_SENT);
    for (const { clientId } of surplus) await run("readwrite", ({ sent }) => sent.delete(clientId));
  },
  async sent() {
    const found = await run<SentReport[]>("readonly", ({ sent }) => sent.getAll());
    return found.sort((a, b) => b.sentAt - a.sentAt);
  },
  forgetSent: () => run("readwrite", ({ sent }) => sent.clear()),
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
