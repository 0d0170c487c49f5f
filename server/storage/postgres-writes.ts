import pg from "pg";
import { DomainError } from "../../domain/errors.ts";
import { WriteListeners } from "./write-listeners.ts";

export const WRITES_CHANNEL = "wangge_writes";

/** By its line for writes a process that has the database open is known. */
const LINE = "wangge writes";

/** Asked so often whether something was missed, and so long after a lost connection it is made again. */
const AGAIN_MS = 1000;

export type PostgresWrites = {
  listen(heard: () => void): () => void;
  /** Throws `state-in-use` where another process listens as well. */
  expectAlone(): Promise<void>;
  close(): Promise<void>;
};

/** Hears of writes to a database, whoever makes them; where the line breaks, it tells at intervals until it stands again. */
export async function postgresWrites(
  url: string,
  pool: pg.Pool,
  log: (message: string) => void,
): Promise<PostgresWrites> {
  const listeners = new WriteListeners();
  let client: pg.Client | null = null;
  let isClosed = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, application_name: LINE });
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
    async expectAlone() {
      const lines: pg.ClientBase | pg.Pool = client ?? pool;
      const { rows } = await lines.query(
        `select pid from pg_stat_activity
         where application_name = $1 and datname = current_database() and pid <> pg_backend_pid()`,
        [LINE],
      );
      const [other] = rows;
      if (!other) return;
      const { host, pathname } = new URL(url);
      throw new DomainError("state-in-use", { folder: `${host}${pathname}`, pid: other.pid });
    },
    async close() {
      isClosed = true;
      clearInterval(timer);
      await client?.end();
    },
  };
}
