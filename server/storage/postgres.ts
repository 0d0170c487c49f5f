import { Kysely, PostgresDialect, sql } from "kysely";
import { Migrator } from "kysely/migration";
import pg from "pg";
import { kyselyStorage } from "./kysely-storage.ts";
import { migrations } from "./migrations.ts";
import { postgresLock } from "./postgres-lock.ts";
import { postgresWrites, WRITES_CHANNEL } from "./postgres-writes.ts";
import type { Schema } from "./schema.ts";
import type { Storage } from "./storage.ts";

/** Whole numbers of 64 bits are below 2⁵³ here: times in ms, counts, ids. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Taken by every write until it commits, so that numbers in the log grow in the order of the commits. */
const COMMIT_ORDER_LOCK = 704_112;

const MOST_CONNECTIONS = 8;

/**
 * Opens (and first fills with tables) the database of a city, which several processes may share. Throws what the driver
 * throws when it cannot be reached. `log` hears of lost connections, which are made again.
 */
export async function openPostgres(url: string, log: (message: string) => void): Promise<Storage> {
  const pool = new pg.Pool({ connectionString: url, max: MOST_CONNECTIONS });
  pool.on("error", (error) => log(`database connection lost: ${error.message}`));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: () => Promise.resolve(migrations) },
    });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
    const lock = postgresLock(pool);
    const writes = await postgresWrites(url, pool, log);
    return kyselyStorage(db, {
      exclusive: lock.exclusive,
      expectAlone: writes.expectAlone,
      onWrite: writes.listen,
      async begin(tx) {
        lock.check();
        await sql`select pg_advisory_xact_lock(${COMMIT_ORDER_LOCK})`.execute(tx);
      },
      async announce(tx, id) {
        await sql`select pg_notify(${WRITES_CHANNEL}, ${String(id)})`.execute(tx);
      },
      async close() {
        await writes.close();
        await db.destroy();
      },
    });
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
