import { join } from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { demoOperator } from "../../../domain/account.ts";
import { copyFromPostgres, copyToPostgres } from "../../../scripts/city/copy-city.ts";
import { startPrivatePostgres } from "../../../scripts/private-postgres.ts";
import { openAccounts } from "../../../server/access/accounts.ts";
import {
  ACCOUNTS_FILE,
  accountsFile,
  accountsInPostgres,
} from "../../../server/access/auth-database.ts";
import { openCity } from "../../../server/city/open-city.ts";
import { sqliteTableNames } from "../../../server/operations/sqlite-tables.ts";
import { assignDuty } from "../../../server/services/assign-duty.ts";
import { closeProblem } from "../../../server/services/close-problem.ts";
import { createProblem } from "../../../server/services/create-problem.ts";
import { openPostgres } from "../../../server/storage/postgres.ts";
import { DATABASE_FILE, openSqlite } from "../../../server/storage/sqlite.ts";
import { aCity, at } from "../../support/city-builder.ts";
import { seeded } from "../../support/random.ts";
import { randomProblems } from "../../support/random-city.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import { fill, TODAY } from "../../support/test-city.ts";

const postgres = await startPrivatePostgres();
afterAll(() => postgres?.stop());
const scratch = scratchFolder();
const quiet = () => undefined;
const SECRET = "a secret of tests, long enough to be one";
const options = { now: () => TODAY, isDemo: false, clientAddress: () => "127.0.0.1" };
const pack = aCity().withZone("A", [0, 0, 10, 10]).withLead("市领导 01", "A").build();

/** A state folder in which a good deal has happened. */
async function aStateFolder(): Promise<string> {
  const folder = await scratch.folder();
  const storage = await openSqlite(folder);
  await fill(storage, randomProblems(seeded(7), 5000), TODAY);
  const city = await openCity(pack, storage, () => TODAY);
  const context = { city, actor: "张三" };
  const position = at(1, 1);
  const input = { clientId: "c1", category: "E0102", source: "hotline", position };
  const { problem } = await createProblem(context, { ...input, description: "“引号”\t\\u0041 \\" });
  await closeProblem(context, { id: problem.id, version: null }, {});
  await assignDuty(context, {
    role: "zone-lead",
    person: "市领导 02",
    unitId: null,
    phone: null,
    scope: { type: "zone", id: "A" },
    also: null,
    from: "2026-01-01",
    to: null,
  });
  await storage.close();
  const database = accountsFile(folder);
  const accounts = await openAccounts(database, SECRET, options);
  await accounts.add({
    ...demoOperator,
    account: "admin",
    role: "admin",
    password: "口令口令口令口令口令",
  });
  await database.close();
  return folder;
}

/** Every row of both files, by table. */
function everyRow(folder: string) {
  return Object.fromEntries(
    [DATABASE_FILE, ACCOUNTS_FILE].flatMap((name) => {
      const file = join(folder, name);
      const database = new Database(file, { readonly: true });
      const tables = sqliteTableNames(file).map((table) => {
        const rows = database.prepare(`select * from "${table}"`).all();
        return [table, rows.map((row) => JSON.stringify(row)).sort()] as const;
      });
      database.close();
      return tables;
    }),
  );
}

async function query(url: string, text: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

describe.skipIf(!postgres)("a city copied", () => {
  const database = () => postgres?.database() ?? Promise.reject(new Error("no PostgreSQL"));

  test("to PostgreSQL and back has the rows it had", async () => {
    const [folder, back, url] = [await aStateFolder(), await scratch.folder(), await database()];
    const before = everyRow(folder);
    expect(before.problem?.length).toBe(5001);
    expect(before.user?.length).toBe(1);
    await copyToPostgres(folder, url, quiet);
    await copyFromPostgres(url, back, quiet);
    expect(everyRow(back)).toEqual(before);
    expect(everyRow(folder)).toEqual(before);
  });

  test("to PostgreSQL goes on from there: numbers follow, accounts sign in", async () => {
    const [folder, url] = [await aStateFolder(), await database()];
    await copyToPostgres(folder, url, quiet);
    const storage = await openPostgres(url, quiet);
    const city = await openCity(pack, storage, () => TODAY);
    expect(city.problems.size).toBe(5001);
    const revision = city.revision;
    expect(revision).toBeGreaterThan(2);
    const input = { clientId: "c2", category: "E0102", source: "hotline", position: at(2, 2) };
    await createProblem({ city, actor: "张三" }, input);
    expect(city.revision).toBe(revision + 1);
    await storage.close();
    const opened = accountsInPostgres(url);
    const accounts = await openAccounts(opened, SECRET, options);
    expect((await accounts.list()).map(({ account }) => account)).toEqual(["admin"]);
    await opened.close();
  });

  test("into a target that holds rows is refused and changes nothing", async () => {
    const [folder, url] = [await aStateFolder(), await database()];
    await copyToPostgres(folder, url, quiet);
    const refusal = { reason: "not-empty" };
    await expect(copyToPostgres(folder, url, quiet)).rejects.toMatchObject(refusal);
    await expect(copyFromPostgres(url, folder, quiet)).rejects.toMatchObject(refusal);
    expect(await query(url, "select count(*)::int as n from problem")).toEqual([{ n: 5001 }]);
  });

  test("leaves the target empty where a row does not come out as it went in", async () => {
    const [folder, url] = [await aStateFolder(), await database()];
    await (await openPostgres(url, quiet)).close();
    await query(
      url,
      `create function spoil_audit() returns trigger language plpgsql as
       $$ begin new.actor := 'x'; return new; end $$;
       create trigger spoil before insert on audit for each row execute function spoil_audit()`,
    );
    await expect(copyToPostgres(folder, url, quiet)).rejects.toMatchObject({
      reason: "copy-differs",
      params: { table: "audit" },
    });
    expect(await query(url, "select count(*)::int as n from problem")).toEqual([{ n: 0 }]);
    expect(await query(url, "select count(*)::int as n from audit")).toEqual([{ n: 0 }]);
  });

  test("out of or into a folder that a server works on: out is fine, into is refused", async () => {
    const [folder, url] = [await aStateFolder(), await database()];
    const server = await openSqlite(folder);
    await copyToPostgres(folder, url, quiet);
    await expect(copyFromPostgres(url, folder, quiet)).rejects.toMatchObject({
      reason: "state-in-use",
    });
    await server.close();
  });
});

if (!postgres) test.skip("a city copied: no PostgreSQL is installed here");
