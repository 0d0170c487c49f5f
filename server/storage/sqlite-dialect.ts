import type Database from "better-sqlite3";
import { type DatabaseConnection, type Driver, SqliteDialect, SqliteDriver } from "kysely";

/**
 * SQLite with a driver that knows when there is nothing left to take back: a full disk ends a transaction by itself, and the
 * error that says so must not be hidden by one of taking it back again.
 */
export function sqliteDialect(database: Database.Database): SqliteDialect {
  return new (class extends SqliteDialect {
    override createDriver(): Driver {
      return new (class extends SqliteDriver {
        override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
          if (database.inTransaction) await super.rollbackTransaction(connection);
        }
      })({ database });
    }
  })({ database });
}
