import pg from "pg";
import type { Cell, Row, TableReader, TableStore, TableWriter } from "./table-store.ts";

/** Rows of a batch. */
const BATCH = 2000;

/** A PostgreSQL database as tables. Servers that work with it need not stop. */
export function postgresTables(url: string): TableStore {
  return {
    read: (work) => transaction(url, "begin isolation level repeatable read read only", work),
    write: (work) => transaction(url, "begin", work),
  };
}

async function transaction<T>(
  url: string,
  begin: string,
  work: (tables: TableWriter) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, types: { getTypeParser: parserOf } });
  // A connection that breaks fails the query that waits on it.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query(begin);
    // A snapshot begins with the first query.
    await client.query("select 1");
    const result = await work(tablesOf(client));
    await client.query("commit");
    return result;
  } finally {
    // Ending rolls back what was not committed.
    await client.end();
  }
}

/** Whole numbers of 64 bits are below 2⁵³ here: times in ms, counts, ids. */
const parserOf: typeof pg.types.getTypeParser = (id: number, format?: "text" | "binary") =>
  id === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(id, format as "text");

function tablesOf(client: pg.Client): TableWriter {
  const columns = (table: string) => columnsOf(client, table);
  return {
    columns,
    rows: (table) => rowsOf(client, table),
    async insert(table, rows) {
      // One value a batch; the columns' own types read it: 0 and 1 as a boolean, ISO text as a time.
      const name = quoted(table);
      const text = `insert into ${name} select * from json_populate_recordset(null::${name}, $1)`;
      await client.query(text, [JSON.stringify(rows)]);
    },
    async setCounters(table) {
      for (const column of await columns(table)) {
        const { rows } = await client.query<{ counter: string | null }>(
          "select pg_get_serial_sequence($1, $2) as counter",
          [quoted(table), column],
        );
        const counter = rows[0]?.counter;
        if (!counter) continue;
        const highest = `select max(${quoted(column)}) as last from ${quoted(table)}`;
        const text = `select setval($1, last) from (${highest}) as highest where last is not null`;
        await client.query(text, [counter]);
      }
    },
  };
}

async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = current_schema() and table_name = $1`,
    [table],
  );
  return rows.map(({ name }) => name).sort();
}

async function* rowsOf(client: pg.Client, table: string): ReturnType<TableReader["rows"]> {
  await client.query(`declare row_cursor no scroll cursor for select * from ${quoted(table)}`);
  for (;;) {
    const { rows } = await client.query<Record<string, unknown>>(`fetch ${BATCH} from row_cursor`);
    if (rows.length === 0) break;
    yield rows.map(plainRow);
  }
  await client.query("close row_cursor");
}

function plainRow(row: Record<string, unknown>): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, cellOf(value)]));
}

function cellOf(value: unknown): Cell {
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof Date) return value.toISOString();
  throw new RangeError(`No cell is made of ${Object.prototype.toString.call(value)}`);
}

function quoted(name: string): string {
  return pg.escapeIdentifier(name);
}
