import type { CaseActBody } from "../../domain/contract/cases.ts";

/** An act that waits on this phone until the server has it, pictures and all. */
export type QueuedAct = {
  readonly key: string;
  /** Epoch ms on the phone; acts go out in this order. */
  readonly madeAt: number;
  /** Who acts: another account that uses the phone neither sees nor sends it. */
  readonly account: string;
  readonly actorName: string;
  readonly problemId: string;
  /** What the list calls it. */
  readonly title: string;
  /** Version of the problem that was shown, and as of when the server said so. */
  readonly version: number;
  readonly seenAt: string;
  readonly act: Omit<CaseActBody, "photos">;
  readonly pictures: readonly Blob[];
  /** Of the pictures, those that the server has, by the name it gave. */
  readonly files: readonly string[];
  /** Why the server did not take it; null while it waits. */
  readonly refusal: string | null;
};

const DATABASE = "wangge-field";
const STORE = "acts";

/** Oldest first. */
export async function queuedActs(account: string): Promise<QueuedAct[]> {
  const found = await request<QueuedAct[]>("readonly", (store) => store.getAll());
  return found
    .filter((queued) => queued.account === account)
    .sort((a, b) => a.madeAt - b.madeAt || (a.key < b.key ? -1 : 1));
}

/** New, or instead of the one of the same key. Resolves when it is kept on the phone. */
export async function putAct(queued: QueuedAct): Promise<void> {
  await request("readwrite", (store) => store.put(queued));
}

export async function dropAct(key: string): Promise<void> {
  await request("readwrite", (store) => store.delete(key));
}

async function request<T>(
  mode: IDBTransactionMode,
  make: (store: IDBObjectStore) => IDBRequest,
): Promise<T> {
  const database = await open();
  try {
    const transaction = database.transaction(STORE, mode);
    const asked = make(transaction.objectStore(STORE));
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
      asked.result.createObjectStore(STORE, { keyPath: "key" });
    });
    asked.addEventListener("success", () => resolve(asked.result));
    asked.addEventListener("error", () => reject(asked.error));
  });
}
