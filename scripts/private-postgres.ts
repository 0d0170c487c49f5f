import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import pg from "pg";

/** A PostgreSQL of one's own in a temporary folder, on loopback; gone when stopped. */
export type PrivatePostgres = {
  /** Without a database's name. */
  readonly server: string;
  /** A new, empty database on it. */
  database(): Promise<string>;
  stop(): Promise<void>;
};

const DEBIAN = "/usr/lib/postgresql";
const START_WITHIN_MS = 30_000;

/** Where PostgreSQL's programs are; null where there are none. */
export function postgresPrograms(): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort().reverse() : [];
  const candidates = [...versions.map((version) => join(DEBIAN, version, "bin")), ...folders];
  return candidates.find((folder) => existsSync(join(folder, "initdb"))) ?? null;
}

/** Null where PostgreSQL is not installed. Its disk is not waited for unless `isDurable`: tests need no power cuts. */
export async function startPrivatePostgres({
  isDurable = false,
} = {}): Promise<PrivatePostgres | null> {
  const programs = postgresPrograms();
  if (programs === null) return null;
  const folder = mkdtempSync(join(tmpdir(), "wangge-postgres-"));
  const identity = otherIdentity();
  if (identity) chownSync(folder, identity.uid, identity.gid);
  const data = join(folder, "data");
  execFileSync(
    join(programs, "initdb"),
    ["-D", data, "-U", "wangge", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"],
    { ...identity, stdio: "pipe" },
  );
  const port = await freePort();
  const settings = isDurable ? [] : ["-c", "fsync=off", "-c", "synchronous_commit=off"];
  const child = spawn(
    join(programs, "postgres"),
    ["-D", data, "-p", String(port), "-k", folder, "-h", "127.0.0.1", "-N", "300", ...settings],
    { ...identity, stdio: "ignore" },
  );
  const server = `postgres://wangge@127.0.0.1:${port}`;
  const stop = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    if (child.exitCode === null && child.kill("SIGINT")) await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await answering(`${server}/postgres`);
  } catch (error) {
    await stop();
    throw error;
  }
  let count = 0;
  return {
    server,
    async database() {
      const name = `city_${++count}`;
      await query(`${server}/postgres`, `create database ${name}`);
      return `${server}/${name}`;
    },
    stop,
  };
}

/** PostgreSQL does not run as root: then it is the user of the Debian package, else nobody. */
function otherIdentity(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (kind: string, name: string) =>
    Number(execFileSync("id", [kind, name], { encoding: "utf8", stdio: "pipe" }));
  for (const name of ["postgres", "nobody"]) {
    try {
      return { uid: id("-u", name), gid: id("-g", name) };
    } catch {
      // That user does not exist here; the next one may.
    }
  }
  return null;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function answering(url: string): Promise<void> {
  const until = Date.now() + START_WITHIN_MS;
  for (;;) {
    try {
      await query(url, "select 1");
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await setTimeout(100);
    }
  }
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
