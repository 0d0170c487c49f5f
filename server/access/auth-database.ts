import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { Kysely, PostgresDialect, SqliteDialect } from "kysely";
import pg from "pg";
import type { AuthDatabase } from "./auth-library.ts";

/** In a state folder: apart from the city's own file, so that a sign-in never waits for an import. */
export const ACCOUNTS_FILE = "accounts.db";
const SECRET_FILE = "secret";

export type OpenedAuthDatabase = AuthDatabase & { close(): Promise<void> };

/** Accounts of a city in a file of its state folder. Readable by the own user alone. */
export function accountsFile(folder: string): OpenedAuthDatabase {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, ACCOUNTS_FILE);
  const opened = sqlite(new Database(file, { timeout: 5000 }));
  chmodSync(file, 0o600);
  return opened;
}

export function accountsInMemory(): OpenedAuthDatabase {
  return sqlite(new Database(":memory:"));
}

export function accountsInPostgres(url: string): OpenedAuthDatabase {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  pool.on("error", () => undefined);
  return opened(new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }), "postgres");
}

function sqlite(database: Database.Database): OpenedAuthDatabase {
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  return opened(new Kysely<unknown>({ dialect: new SqliteDialect({ database }) }), "sqlite");
}

function opened(db: Kysely<unknown>, type: AuthDatabase["type"]): OpenedAuthDatabase {
  return { db, type, close: () => db.destroy() };
}

/** What cookies are signed with: drawn once and kept in the state folder, readable by the own user alone. */
export function keptSecret(folder: string): string {
  const file = join(folder, SECRET_FILE);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  }
  return readFileSync(file, "utf8").trim();
}
