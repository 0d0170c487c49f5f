import Database from "better-sqlite3";
import type { Cell, Row, TableReader, TableStore, TableWriter } from "./table-store.ts";

/** Rows of a batch. */
const BATCH = 2000;

/** A file of SQLite as tables. It has to be there; a process that works with it need not stop. */
export function sqliteTables(file: string): TableStore {
  return {
    read: (work) => transaction(file, { readonly: true }, "begin", work),
    write: (work) => transaction(file, {}, "begin immediate", work),
  };
}

/** Names of a file's own tables; one that refers to another comes after it. */
export function sqliteTableNames(file: string): string[] {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    return inOrderOfReference(database, namesIn(database));
  } finally {
    database.close();
  }
}

/** Without the library's tables of what was migrated. */
function namesIn(database: Database.Database): string[] {
  return database
    .prepare<[], string>(
      `select name from sqlite_master where type = 'table'
       and name not like 'sqlite\\_%' escape '\\' and name not like 'kysely\\_%' escape '\\'
       order by name`,
    )
    .pluck()
    .all();
}

function inOrderOfReference(database: Database.Database, names: readonly string[]): string[] {
  const referred = database
    .prepare<[string], string>('select distinct "table" from pragma_foreign_key_list(?)')
    .pluck();
  const ordered: string[] = [];
  const visit = (name: string) => {
    if (ordered.includes(name)) return;
    for (const other of referred.all(name)) if (other !== name) visit(other);
    ordered.push(name);
  };
  for (const name of names) visit(name);
  return ordered;
}

async function transaction<T>(
  file: string,
  options: Database.Options,
  begin: string,
  work: (tables: TableWriter) => Promise<T>,
): Promise<T> {
  const database = new Database(file, { ...options, fileMustExist: true, timeout: 5000 });
  try {
    database.pragma("foreign_keys = OFF");
    database.exec(begin);
    // A snapshot begins with the first look at it.
    database.prepare("select count(*) from sqlite_master").get();
    const result = await work(tablesOf(database));
    database.exec("commit");
    return result;
  } finally {
    // Closing rolls back what was not committed.
    database.close();
  }
}

function tablesOf(database: Database.Database): TableWriter {
  return {
    columns: async (table) => columnsOf(database, table).map(({ name }) => name),
    rows: (table) => rowsOf(database, table),
    async insert(table, rows) {
      const names = columnsOf(database, table).map(({ name }) => name);
      const marks = names.map(() => "?").join(", ");
      const columns = names.map(quoted).join(", ");
      const statement = database.prepare(
        `insert into ${quoted(table)} (${columns}) values (${marks})`,
      );
      for (const row of rows) statement.run(names.map((name) => row[name] ?? null));
    },
    // SQLite notes the highest key with every row.
    setCounters: async () => undefined,
  };
}

type Column = { readonly name: string; readonly isTime: boolean };

function columnsOf(database: Database.Database, table: string): Column[] {
  const found = database.prepare<[string], { name: string; type: string }>(
    "select name, type from pragma_table_info(?) order by name",
  );
  return found
    .all(table)
    .map(({ name, type }) => ({ name, isTime: /^(date|timestamp)/i.test(type) }));
}

async function* rowsOf(
  database: Database.Database,
  table: string,
): ReturnType<TableReader["rows"]> {
  const times = columnsOf(database, table).filter(({ isTime }) => isTime);
  let batch: Row[] = [];
  for (const row of database
    .prepare<[], Record<string, Cell>>(`select * from ${quoted(table)}`)
    .iterate()) {
    for (const { name } of times) row[name] = isoOf(row[name] ?? null);
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Times of accounts are ISO text already, or as SQLite writes them, in UTC. */
function isoOf(cell: Cell): Cell {
  if (typeof cell !== "string") return cell;
  const text = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(cell) ? `${cell.replace(" ", "T")}Z` : cell;
  return new Date(text).toISOString();
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
