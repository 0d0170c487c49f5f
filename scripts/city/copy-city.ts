import { existsSync } from "node:fs";
import { join } from "node:path";
import { DomainError } from "../../domain/errors.ts";
import { openAccounts } from "../../server/access/accounts.ts";
import {
  ACCOUNTS_FILE,
  accountsFile,
  accountsInPostgres,
  type OpenedAuthDatabase,
} from "../../server/access/auth-database.ts";
import { type CopiedTable, copyTables } from "../../server/operations/copy-tables.ts";
import { postgresTables } from "../../server/operations/postgres-tables.ts";
import { sqliteTableNames, sqliteTables } from "../../server/operations/sqlite-tables.ts";
import type { TableStore } from "../../server/operations/table-store.ts";
import { openPostgres } from "../../server/storage/postgres.ts";
import { DATABASE_FILE, openSqlite } from "../../server/storage/sqlite.ts";

type Tell = (copied: CopiedTable) => void;

/** A city's two databases: files of a state folder, or one PostgreSQL. */
type Databases = { readonly city: TableStore; readonly accounts: TableStore };

/**
 * City and accounts out of a state folder into an empty PostgreSQL database. Neither has to stand still; what is written at
 * the source after the beginning is not copied. Throws as `copyTables` does.
 */
export async function copyToPostgres(folder: string, url: string, tell: Tell): Promise<void> {
  const file = join(folder, DATABASE_FILE);
  if (!existsSync(file)) throw new DomainError("not-found", { what: "file", id: file });
  // As a server makes it at its start; also brings the source's accounts to this version's tables.
  await makeAccounts(accountsFile(folder));
  const storage = await openPostgres(url, () => undefined);
  try {
    await makeAccounts(accountsInPostgres(url));
    const target = { city: postgresTables(url), accounts: postgresTables(url) };
    await storage.exclusive(() => copyBoth(filesOf(folder), target, folder, tell));
  } finally {
    await storage.close();
  }
}

/** The way back: into a state folder that holds no city. Throws as `copyTables` does, and `state-in-use`. */
export async function copyFromPostgres(url: string, folder: string, tell: Tell): Promise<void> {
  const source = { city: postgresTables(url), accounts: postgresTables(url) };
  const storage = await openSqlite(folder);
  try {
    await makeAccounts(accountsFile(folder));
    await copyBoth(source, filesOf(folder), folder, tell);
  } finally {
    await storage.close();
  }
}

function filesOf(folder: string): Databases {
  return {
    city: sqliteTables(join(folder, DATABASE_FILE)),
    accounts: sqliteTables(join(folder, ACCOUNTS_FILE)),
  };
}

/** The city is committed last, so a target with a city is whole; where anything fails, no city is there. */
async function copyBoth(
  source: Databases,
  target: Databases,
  folder: string,
  tell: Tell,
): Promise<void> {
  const cityTables = sqliteTableNames(join(folder, DATABASE_FILE));
  const accountTables = sqliteTableNames(join(folder, ACCOUNTS_FILE));
  await source.city.read((city) =>
    target.city.write(async (newCity) => {
      await copyTables(city, newCity, cityTables, tell);
      await source.accounts.read((accounts) =>
        target.accounts.write((newAccounts) =>
          copyTables(accounts, newAccounts, accountTables, tell),
        ),
      );
    }),
  );
}

/** Makes the tables of accounts where there are none; nothing is signed with the secret. */
async function makeAccounts(database: OpenedAuthDatabase): Promise<void> {
  try {
    const options = { now: Date.now, isDemo: false, clientAddress: () => "" };
    await openAccounts(database, "no cookie is ever signed with this one", options);
  } finally {
    await database.close();
  }
}
