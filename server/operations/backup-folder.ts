import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { DomainError } from "../../domain/errors.ts";
import { isMissing, PART } from "../durable-files.ts";
import { backupDatabase, checkDatabase, type DatabaseFacts } from "./backup-database.ts";

const MANIFEST = "backup.json";
export const STATE = "state";
export const PACK = "pack";
/** Of a state folder: what belongs to the process that works on it, and logs that a copy has taken in. */
const LEFT_OUT = /^(lock\.db|holder\.txt)|\.db-(wal|shm|journal)$/;

const Manifest = z.object({
  format: z.literal(1),
  version: z.string(),
  pack: z.object({ id: z.string(), name: z.string() }),
  madeAt: z.string(),
  databases: z.record(
    z.string(),
    z.object({
      tables: z.record(z.string(), z.number()),
      revision: z.number().nullable(),
    }),
  ),
  files: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
});
export type BackupManifest = z.infer<typeof Manifest>;

type BackupSource = {
  /** Where the database files are. */
  readonly databases: string;
  /** Where everything else of the state is. */
  readonly state: string;
  /** Null: the pack is not taken along. */
  readonly pack: string | null;
};

/** Fills an empty folder with the copy of a city, whose server need not stop, and checks it. */
export async function makeBackup(
  source: BackupSource,
  to: string,
  about: Pick<BackupManifest, "version" | "pack" | "madeAt">,
): Promise<BackupManifest> {
  const state = join(to, STATE);
  await mkdir(state, { recursive: true, mode: 0o700 });
  const databases: Record<string, DatabaseFacts> = {};
  for (const name of (await readdir(source.databases)).filter(isDatabase)) {
    databases[name] = await backupDatabase(join(source.databases, name), join(state, name));
  }
  await copyOthers(source.state, state);
  if (source.pack !== null) await cp(source.pack, join(to, PACK), { recursive: true });
  const files = await Promise.all((await filesIn(to)).map((path) => fileFacts(to, path)));
  const manifest: BackupManifest = { format: 1, ...about, databases, files };
  await writeFile(join(to, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** Throws `bad-backup` where something is missing, damaged or not a backup at all. */
export async function checkBackup(folder: string): Promise<BackupManifest> {
  const text = await readFile(join(folder, MANIFEST), "utf8").catch(() => "");
  const read = Manifest.safeParse(jsonOf(text));
  if (!read.success) throw bad(folder, MANIFEST);
  for (const known of read.data.files) {
    if (!existsSync(join(folder, known.path))) throw bad(folder, `${known.path} 缺失 missing`);
    const { sha256 } = await fileFacts(folder, known.path);
    if (sha256 !== known.sha256) throw bad(folder, `${known.path} 已损坏 damaged`);
  }
  for (const [name, facts] of Object.entries(read.data.databases)) {
    checkDatabase(join(folder, STATE, name), facts);
  }
  return read.data;
}

export function isDatabase(name: string): boolean {
  return name.endsWith(".db") && !LEFT_OUT.test(name);
}

/**
 * Everything of a state folder but databases and what belongs to the process that works on it. Databases are copied before:
 * a picture is there before a report names it, so none that the copy names is missing.
 */
export async function copyOthers(from: string, to: string): Promise<void> {
  if (!existsSync(from)) return;
  for (const name of await readdir(from)) {
    if (name.endsWith(".db") || LEFT_OUT.test(name)) continue;
    await copyPresent(join(from, name), join(to, name));
  }
}

/**
 * File by file, for uploads come, move and go meanwhile; one that is gone by now is none of the state's any more. A folder
 * may be a link to another disk: what is in it is copied.
 */
async function copyPresent(from: string, to: string): Promise<void> {
  if (basename(from).startsWith(PART)) return;
  try {
    if (!(await stat(from)).isDirectory()) return await cp(from, to, { dereference: true });
    await mkdir(to, { recursive: true, mode: 0o700 });
    for (const name of await readdir(from)) await copyPresent(join(from, name), join(to, name));
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/** Paths of files below a folder, with `/` between names. */
async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const paths = names.map((name) => name.replaceAll("\\", "/")).sort();
  const areFiles = await Promise.all(
    paths.map(async (path) => (await stat(join(folder, path))).isFile()),
  );
  return paths.filter((_, i) => areFiles[i]);
}

async function fileFacts(folder: string, path: string): Promise<BackupManifest["files"][number]> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(join(folder, path)), hash);
  const { size } = await stat(join(folder, path));
  return { path, bytes: size, sha256: hash.digest("hex") };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function bad(folder: string, problem: string): DomainError {
  return new DomainError("bad-backup", { file: basename(folder), problem });
}
