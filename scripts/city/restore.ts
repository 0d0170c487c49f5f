import { existsSync, statSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { DomainError } from "../../domain/errors.ts";
import { readEnv } from "../../server/env.ts";
import {
  type BackupManifest,
  checkBackup,
  copyOthers,
  isDatabase,
  PACK,
  STATE,
} from "../../server/operations/backup-folder.ts";
import { unpackTar } from "../../server/operations/tar-file.ts";
import { readPack } from "../../server/packs/read-pack.ts";
import { DATABASE_FILE, holdFolder, openSqlite } from "../../server/storage/sqlite.ts";
import { copyToPostgres } from "./copy-city.ts";
import { packFolder } from "./pack-folder.ts";
import { readArgs, type Verb } from "./verb.ts";

export const verb: Verb = {
  name: "restore",
  usage: "<pack> --from <file.tar.gz|folder> [--force]",
  summary:
    "校验备份后恢复到空的数据目录（设有 DATABASE_URL 的，恢复到空数据库）；--force 将原有数据移到旁边的目录",
  run: restore,
};

async function restore(args: readonly string[]): Promise<number> {
  const { values, words } = readArgs("restore", args, ["pack"], {
    from: { type: "string" },
    force: { type: "boolean", default: false },
  });
  if (values.from === undefined) throw usage("--from <file.tar.gz|folder>");
  const from = resolve(values.from);
  if (!existsSync(from)) throw new DomainError("not-found", { what: "file", id: from });
  process.umask(0o077);
  const env = readEnv(process.env, process.cwd());
  const beside = dirname(env.stateFolder("restored"));
  await mkdir(beside, { recursive: true });
  const scratch = await mkdtemp(join(beside, ".restore-"));
  try {
    const folder = statSync(from).isDirectory() ? from : await unpacked(from, scratch);
    const manifest = await checkBackup(folder);
    await restorePack(folder, words[0], manifest);
    const state = env.stateFolder(manifest.pack.id);
    const replaced = await replaceState(join(folder, STATE), state, {
      isForced: values.force,
      databaseUrl: env.databaseUrl,
      scratch,
    });
    const revision = manifest.databases[DATABASE_FILE]?.revision ?? 0;
    console.log(`已恢复 ${manifest.pack.name}：${manifest.madeAt} 的备份，修订号 ${revision}`);
    if (replaced !== null) console.log(`  原有数据移到 ${replaced}`);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return 0;
}

async function unpacked(file: string, scratch: string): Promise<string> {
  const folder = join(scratch, "backup");
  await mkdir(folder);
  await unpackTar(file, folder).catch((error: Error) => {
    throw new DomainError("bad-backup", { file, problem: error.message });
  });
  return folder;
}

/** The pack comes back where it is missing and the backup has it; another city's is refused. */
async function restorePack(folder: string, name: string, { pack }: BackupManifest): Promise<void> {
  const to = packFolder(name);
  const kept = join(folder, PACK);
  if (!existsSync(to) && existsSync(kept)) await cp(kept, to, { recursive: true });
  const { value } = await readPack(to);
  if (value.manifest.id !== pack.id) {
    throw new DomainError("bad-backup", {
      file: folder,
      problem: `${pack.id} ≠ ${value.manifest.id}`,
    });
  }
}

type Replacing = {
  readonly isForced: boolean;
  readonly databaseUrl: string | null;
  readonly scratch: string;
};

/** Answers where the data that were there are now; null: there were none. Throws `not-empty`, `state-in-use`. */
async function replaceState(
  from: string,
  to: string,
  { isForced, databaseUrl, scratch }: Replacing,
): Promise<string | null> {
  await mkdir(to, { recursive: true });
  const lock = holdFolder(to);
  try {
    const held = (await readdir(to)).filter(isKept);
    const isHeld = held.some(isDatabase);
    if (isHeld && !isForced) throw new DomainError("not-empty", { what: to });
    // Of a shared database nothing is ever replaced: it refuses before the folder is touched.
    if (databaseUrl) await fillPostgres(from, databaseUrl, join(scratch, "databases"));
    const aside = `${to}-${new Date().toISOString().replace(/\W/g, "")}`;
    if (isHeld) await moveAll(to, aside, held);
    await copyOthers(from, to);
    if (!databaseUrl) await copyDatabases(from, to);
    return isHeld ? aside : null;
  } finally {
    lock.close();
  }
}

/** From a copy that is brought to this version's tables first, so the backup stays as it is. */
async function fillPostgres(from: string, url: string, scratch: string): Promise<void> {
  await mkdir(scratch);
  await copyDatabases(from, scratch);
  await (await openSqlite(scratch)).close();
  await copyToPostgres(scratch, url, () => undefined);
}

/** Each appears under its name only when it is whole. */
async function copyDatabases(from: string, to: string): Promise<void> {
  for (const name of (await readdir(from)).filter(isDatabase)) {
    const part = join(to, `${name}.part`);
    await cp(join(from, name), part);
    await rename(part, join(to, name));
  }
}

async function moveAll(from: string, to: string, names: readonly string[]): Promise<void> {
  await mkdir(to);
  for (const name of names) await rename(join(from, name), join(to, name));
}

/** All of a state folder but what belongs to the lock. */
function isKept(name: string): boolean {
  return !/^(lock\.db|holder\.txt)/.test(name);
}

function usage(problem: string): DomainError {
  return new DomainError("usage", { command: "restore", problem });
}
