import { AsyncLocalStorage } from "node:async_hooks";
import type pg from "pg";

/** Held by the one process that changes the city. */
const CITY_LOCK = 704_111;

export type PostgresLock = {
  /** Runs `work` while no other process does the same. Not to be nested. */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
  /** Throws when called inside `exclusive` after the connection that holds the lock was lost. */
  check(): void;
};

/**
 * The lock belongs to a connection, so it ends with the process that holds it, however that ends. A holder whose connection
 * breaks no longer holds it: its writes are refused from then on, for another may have begun.
 */
export function postgresLock(pool: pg.Pool): PostgresLock {
  const held = new AsyncLocalStorage<{ isLost: boolean }>();
  return {
    async exclusive(work) {
      const client = await pool.connect();
      const state = { isLost: false };
      const onError = () => {
        state.isLost = true;
      };
      client.on("error", onError);
      try {
        await client.query("select pg_advisory_lock($1)", [CITY_LOCK]);
        return await held.run(state, work);
      } finally {
        await client.query("select pg_advisory_unlock($1)", [CITY_LOCK]).catch(onError);
        client.off("error", onError);
        client.release(state.isLost);
      }
    },
    check() {
      if (held.getStore()?.isLost)
        throw new Error("The lock on the city was lost with its connection");
    },
  };
}
