import { existsSync } from "node:fs";
import { join } from "node:path";
import type { CityPack } from "../../domain/city-pack.ts";
import { isFilled } from "../../server/city/start-city.ts";
import type { Env } from "../../server/env.ts";
import { openStorage } from "../../server/storage/open-storage.ts";
import { DATABASE_FILE } from "../../server/storage/sqlite.ts";
import type { Storage } from "../../server/storage/storage.ts";

type Where = Pick<Env, "databaseUrl" | "stateFolder">;

/**
 * The storage that a server of this environment would work on. A file is held by one process: throws `state-in-use` while a
 * server runs on it; a shared database has room for more.
 */
export function cityStorage({ databaseUrl, stateFolder }: Where, packId: string): Promise<Storage> {
  return openStorage(databaseUrl, stateFolder(packId), (message) => console.error(message));
}

/** The same, or null where no server ever ran: nothing is made by looking. */
export async function storedCity(where: Where, packId: string): Promise<Storage | null> {
  const isFile = where.databaseUrl === null;
  if (isFile && !existsSync(join(where.stateFolder(packId), DATABASE_FILE))) return null;
  return cityStorage(where, packId);
}

/** The storage that the pack's own problems are in, to the last one; null where they are in the pack alone. */
export async function filledCity(
  where: Where,
  { manifest, problemsFile }: CityPack,
): Promise<Storage | null> {
  const storage = await storedCity(where, manifest.id);
  if (!storage || problemsFile === null || (await isFilled(storage))) return storage;
  await storage.close();
  return null;
}
