import pg from "pg";
import { afterAll } from "vitest";
import { openPostgres } from "../../server/storage/postgres.ts";
import { openMemory } from "../../server/storage/sqlite.ts";
import type { Storage } from "../../server/storage/storage.ts";

/** Address of a PostgreSQL server: the same tests run over it instead of a database in memory. */
const SERVER = process.env.WANGGE_TEST_POSTGRES;

const opened: Storage[] = [];

// A server has room for some hundred lines: a file's are let go with it.
afterAll(async () => {
  await Promise.allSettled(opened.splice(0).map((storage) => storage.close()));
});

/** An empty database of its own. */
export async function openTestStorage(): Promise<Storage> {
  if (!SERVER) return openMemory();
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2)}`;
  const client = new pg.Client({ connectionString: `${SERVER}/postgres` });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const storage = await openPostgres(`${SERVER}/${name}`, () => undefined);
  opened.push(storage);
  return storage;
}
