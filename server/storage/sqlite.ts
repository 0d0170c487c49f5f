import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { DomainError } from "../../domain/errors.ts";
import { kyselyStorage } from "./kysely-storage.ts";
import { migrations } from "./migrations.ts";
import type { Schema } from "./schema.ts";
import { sqliteDialect } from "./sqlite-dialect.ts";
import type { Storage } from "./storage.ts";
import { WriteListeners } from "./write-listeners.ts";

/** In a state folder. */
export const DATABASE_FILE = "city.db";

/**
 * Opens (and first creates) the database of a state folder: WAL, every commit synced to the disk. Throws DomainError
 * `state-in-use` when another process works on the folder; the lock is the operating system's, so it ends with its holder.
 */
export async function openSqlite(folder: string): Promise<Storage> {
  mkdirSync(folder, { recursive: true });
  const lock = holdFolder(folder);
  try {
    return await openDatabase(new Database(join(folder, DATABASE_FILE)), () => lock.close());
  } catch (error) {
    lock.close();
    throw error;
  }
}

/** A database of its own that is gone when closed, for tests and measurements. */
export function openMemory(): Promise<Storage> {
  return openDatabase(new Database(":memory:"), () => undefined);
}

async function openDatabase(database: Database.Database, release: () => void): Promise<Storage> {
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  // What is overwritten is gone from the file as well.
  database.pragma("secure_delete = ON");
  const db = new Kysely<Schema>({ dialect: sqliteDialect(database) });
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
  const listeners = new WriteListeners();
  return kyselyStorage(db, {
    exclusive: (work) => work(),
    // The folder is held by this process, or the database is in its memory.
    expectAlone: async () => undefined,
    onWrite: (heard) => listeners.add(heard),
    written: () => listeners.tell(),
    async close() {
      await db.destroy();
      release();
    },
  });
}

/** Holds an exclusive lock for as long as the process lives or until closed. */
export function holdFolder(folder: string): Database.Database {
  const holderFile = join(folder, "holder.txt");
  const lock = new Database(join(folder, "lock.db"), { timeout: 200 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (!(error instanceof Database.SqliteError) || !error.code.startsWith("SQLITE_BUSY"))
      throw error;
    throw new DomainError("state-in-use", { folder, pid: holderOf(holderFile) });
  }
  writeFileSync(holderFile, String(process.pid));
  return lock;
}

function holderOf(holderFile: string): number {
  try {
    return Number(readFileSync(holderFile, "utf8"));
  } catch {
    return 0;
  }
}
