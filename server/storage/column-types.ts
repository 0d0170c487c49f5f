import { type ColumnDefinitionBuilder, type Kysely, PostgresAdapter } from "kysely";

export function isPostgres(db: Kysely<unknown>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}

/** A key that the database counts up itself: how it is said differs. */
export function countedKey(db: Kysely<unknown>) {
  return isPostgres(db)
    ? ({
        type: "bigserial",
        mark: (column: ColumnDefinitionBuilder) => column.primaryKey(),
      } as const)
    : ({
        type: "integer",
        mark: (column: ColumnDefinitionBuilder) => column.primaryKey().autoIncrement(),
      } as const);
}
