import type Database from "better-sqlite3";
import { type DatabaseConnection, type Driver, SqliteDialect, SqliteDriver } from "kysely";

/** Statements kept prepared; the program has fewer, lists of ids of every length apart. */
const PREPARED = 300;

/**
 * SQLite with a driver that knows when there is nothing left to take back: a full disk ends a transaction by itself, and the
 * error that says so must not be hidden by one of taking it back again.
 */
export function sqliteDialect(database: Database.Database): SqliteDialect {
  const prepared = preparingOnce(database);
  return new (class extends SqliteDialect {
    override createDriver(): Driver {
      return new (class extends SqliteDriver {
        override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
          if (database.inTransaction) await super.rollbackTransaction(connection);
        }
      })({ database: prepared });
    }
  })({ database: prepared });
}

/** The same database, preparing a statement once however often it is run. None may be run while it still gives rows. */
function preparingOnce(database: Database.Database): Database.Database {
  const statements = new Map<string, Database.Statement>();
  const prepare = (sql: string) => {
    const known = statements.get(sql);
    const statement = known ?? database.prepare(sql);
    statements.delete(sql);
    statements.set(sql, statement);
    const [oldest] = statements.keys();
    if (statements.size > PREPARED && oldest !== undefined) statements.delete(oldest);
    return statement;
  };
  return Object.assign(Object.create(database) as Database.Database, {
    prepare,
    close: () => database.close(),
  });
}
