/** A transaction over every store of a database of this browser. Resolves when it is complete: then it is on the phone. */
export type InTransaction<Name extends string> = <T>(
  mode: IDBTransactionMode,
  make: (stores: Readonly<Record<Name, IDBObjectStore>>) => IDBRequest,
) => Promise<T>;

/**
 * What a phone keeps until the server has it. Names and layout stand on phones already: another layout is another version,
 * and `create` then has to take what the first one left.
 */
export function phoneDatabase<const Name extends string>(
  database: string,
  names: readonly Name[],
  create: (database: IDBDatabase) => void,
): InTransaction<Name> {
  return async function inTransaction<T>(
    mode: IDBTransactionMode,
    make: (stores: Readonly<Record<Name, IDBObjectStore>>) => IDBRequest,
  ): Promise<T> {
    const opened = await open(database, create);
    try {
      const transaction = opened.transaction(names, mode);
      const stores = names.map((name) => [name, transaction.objectStore(name)]);
      const asked = make(Object.fromEntries(stores));
      await new Promise<void>((resolve, reject) => {
        transaction.addEventListener("complete", () => resolve());
        transaction.addEventListener("error", () => reject(transaction.error));
        transaction.addEventListener("abort", () => reject(transaction.error));
      });
      return asked.result as T;
    } finally {
      opened.close();
    }
  };
}

function open(name: string, create: (database: IDBDatabase) => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(name, 1);
    asked.addEventListener("upgradeneeded", () => create(asked.result));
    asked.addEventListener("success", () => resolve(asked.result));
    asked.addEventListener("error", () => reject(asked.error));
  });
}
