import pg from "pg";
import { openPostgres } from "../../server/storage/postgres.ts";
import { openMemory } from "../../server/storage/sqlite.ts";
import type { Storage } from "../../server/storage/storage.ts";

/** Address of a PostgreSQL server: the same tests run over it instead of a database in memory. */
const SERVER = process.env.WANGGE_TEST_POSTGRES;

let made = 0;

/** An empty database of its own. */
export async function openTestStorage(): Promise<Storage> {
  if (!SERVER) return openMemory();
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2)}_${++made}`;
  const client = new pg.Client({ connectionString: `${SERVER}/postgres` });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return openPostgres(`${SERVER}/${name}`, () => undefined);
}
