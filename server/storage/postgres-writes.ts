import pg from "pg";
import { WriteListeners } from "./write-listeners.ts";

export const WRITES_CHANNEL = "wangge_writes";

/** Asked so often whether something was missed, and so long after a lost connection it is made again. */
const AGAIN_MS = 1000;

export type PostgresWrites = {
  listen(heard: () => void): () => void;
  close(): Promise<void>;
};

/** Hears of writes to a database, whoever makes them; where the line breaks, it tells at intervals until it stands again. */
export async function postgresWrites(
  url: string,
  log: (message: string) => void,
): Promise<PostgresWrites> {
  const listeners = new WriteListeners();
  let client: pg.Client | null = null;
  let isClosed = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url });
    next.on("notification", () => listeners.tell());
    next.on("error", (error) => {
      client = null;
      log(`database line for writes lost: ${error.message}`);
    });
    await next.connect();
    await next.query(`listen ${WRITES_CHANNEL}`);
    client = next;
  }

  await connect();
  const timer = setInterval(() => {
    listeners.tell();
    if (client === null && !isClosed) connect().catch(() => undefined);
  }, AGAIN_MS);
  timer.unref();
  return {
    listen: (heard) => listeners.add(heard),
    async close() {
      isClosed = true;
      clearInterval(timer);
      await client?.end();
    },
  };
}
