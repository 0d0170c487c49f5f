import type { NewUrge } from "../../domain/contract/urge.ts";

/** An urge that waits on this phone until the server has it. */
export type QueuedUrge = NewUrge & { readonly problemId: string };

const DATABASE = "wangge-my";
const STORE = "urges";

/** Oldest first. */
export async function queuedUrges(): Promise<QueuedUrge[]> {
  const found = await request<(QueuedUrge & { order: number })[]>("readonly", (store) =>
    store.getAll(),
  );
  return found.map(({ order: _, ...urge }) => urge);
}

/** Resolves when it is kept on the phone. */
export async function enqueueUrge(urge: QueuedUrge): Promise<void> {
  await request("readwrite", (store) => store.add(urge));
}

export async function dropUrge(clientId: string): Promise<void> {
  await request("readwrite", (store) => {
    const cursor = store.index("clientId").openKeyCursor(clientId);
    cursor.addEventListener("success", () => {
      if (cursor.result) store.delete(cursor.result.primaryKey);
    });
    return cursor;
  });
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
      const store = asked.result.createObjectStore(STORE, {
        keyPath: "order",
        autoIncrement: true,
      });
      store.createIndex("clientId", "clientId", { unique: true });
    });
    asked.addEventListener("success", () => resolve(asked.result));
    asked.addEventListener("error", () => reject(asked.error));
  });
}
