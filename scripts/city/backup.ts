import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { DomainError } from "../../domain/errors.ts";
import { cityClock } from "../../domain/time.ts";
import { readEnv } from "../../server/env.ts";
import {
  type BackupManifest,
  checkBackup,
  makeBackup,
} from "../../server/operations/backup-folder.ts";
import { packTar, unpackTar } from "../../server/operations/tar-file.ts";
import { readPack } from "../../server/packs/read-pack.ts";
import { DATABASE_FILE } from "../../server/storage/sqlite.ts";
import { copyFromPostgres } from "./copy-city.ts";
import { packFolder } from "./pack-folder.ts";
import { readArgs, type Verb } from "./verb.ts";

export const verb: Verb = {
  name: "backup",
  usage: "<pack> --to <file.tar.gz|folder> [--with-pack]",
  summary:
    "备份一座城市（数据库、账号、密钥、上传文件）并校验，服务无须停止；--with-pack 连同数据包",
  run: backup,
};

const MANIFEST_OF_PROGRAM = join(dirname(fileURLToPath(import.meta.url)), "../../package.json");

async function backup(args: readonly string[]): Promise<number> {
  const { values, words } = readArgs("backup", args, ["pack"], {
    to: { type: "string" },
    "with-pack": { type: "boolean", default: false },
  });
  if (values.to === undefined) throw usage("--to <file.tar.gz|folder>");
  const to = resolve(values.to);
  if (existsSync(to) && (isTar(to) || (await readdir(to)).length > 0)) {
    throw new DomainError("not-empty", { what: to });
  }
  const { value: pack } = await readPack(packFolder(words[0]));
  const { id, name, timezone } = pack.manifest;
  const env = readEnv(process.env, process.cwd());
  const state = env.stateFolder(id);
  // A backup in there would be part of the next one.
  if (`${to}${sep}`.startsWith(`${resolve(state)}${sep}`)) {
    throw usage(`--to ${to} 不能在数据目录之内 is inside the state folder`);
  }
  const { version } = JSON.parse(await readFile(MANIFEST_OF_PROGRAM, "utf8"));
  const madeAt = cityClock(timezone).toIso(Date.now());
  const about = { version, pack: { id, name }, madeAt };
  const source = { state, pack: values["with-pack"] ? resolve(pack.folder) : null };

  // Secrets and accounts are in it: for the own user alone.
  process.umask(0o077);
  await mkdir(dirname(to), { recursive: true });
  const scratch = await mkdtemp(join(dirname(to), ".backup-"));
  try {
    const databases = env.databaseUrl ? join(scratch, "databases") : state;
    if (env.databaseUrl) await copyFromPostgres(env.databaseUrl, databases, () => undefined);
    if (!existsSync(join(databases, DATABASE_FILE))) {
      throw new DomainError("not-found", { what: "file", id: join(databases, DATABASE_FILE) });
    }
    const folder = join(scratch, "backup");
    const made = await makeBackup({ ...source, databases }, folder, about);
    await (isTar(to) ? packChecked(folder, to, scratch) : keepFolder(folder, to));
    say(made, to, source.pack === null ? pack.folder : null);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return 0;
}

/** What was packed is unpacked again and compared, before it is called a backup. */
async function packChecked(folder: string, to: string, scratch: string): Promise<void> {
  const [part, unpacked] = [join(scratch, "backup.tar.gz"), join(scratch, "unpacked")];
  await packTar(folder, part);
  await mkdir(unpacked);
  await unpackTar(part, unpacked);
  await checkBackup(unpacked);
  await rename(part, to);
}

async function keepFolder(folder: string, to: string): Promise<void> {
  await checkBackup(folder);
  await rename(folder, to);
}

function say({ databases, files }: BackupManifest, to: string, left: string | null): void {
  const city = databases[DATABASE_FILE];
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  console.log(`已备份并校验：${to}`);
  console.log(
    `  问题点位 ${city?.tables.problem ?? 0} 件，修订号 ${city?.revision ?? 0}，${files.length} 个文件，${(bytes / 1e6).toFixed(1)} MB`,
  );
  if (left !== null) {
    console.log(`  数据包 ${left} 不在其中，请一并保存，或加 --with-pack`);
  }
}

function isTar(path: string): boolean {
  return /\.(tar\.gz|tgz)$/.test(path);
}

function usage(problem: string): DomainError {
  return new DomainError("usage", { command: "backup", problem });
}
