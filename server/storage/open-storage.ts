import { openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";
import type { Storage } from "./storage.ts";

/** The storage of a city: PostgreSQL where an address is given, else the file in its state folder. */
export function openStorage(
  databaseUrl: string | null,
  stateFolder: string,
  log: (message: string) => void,
): Promise<Storage> {
  return databaseUrl ? openPostgres(databaseUrl, log) : openSqlite(stateFolder);
}
