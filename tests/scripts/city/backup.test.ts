import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import Database from "better-sqlite3";
import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import { startPrivatePostgres } from "../../../scripts/private-postgres.ts";
import { backupDatabase } from "../../../server/operations/backup-database.ts";
import { PhotoStore } from "../../../server/photos/photo-store.ts";
import { openSqlite } from "../../../server/storage/sqlite.ts";
import type { Storage } from "../../../server/storage/storage.ts";
import { packFolder, soundPack } from "../../server/packs/pack-folder.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const scratch = scratchFolder();
const postgres = await startPrivatePostgres();
afterAll(() => postgres?.stop());

const entry = { at: 1, actor: "张三", action: "a", entity: "e", before: null, after: null };

async function write(storage: Storage, key: string): Promise<void> {
  await storage.write(async (writer) => {
    await writer.audit({ ...entry, entityId: key });
    await writer.setMeta(key, "值");
  });
}

/** A city with a state folder of its own, and commands on it as a person gives them. */
async function aCity(databaseUrl = "") {
  const pack = packFolder(soundPack);
  const state = join(await scratch.folder(), "state");
  const city = (...args: string[]) => {
    const env = { ...process.env, STATE_DIR: state, DATABASE_URL: databaseUrl, DEBUG: "" };
    const words = ["scripts/city.ts", ...args];
    return spawnSync(process.execPath, words, { encoding: "utf8", env });
  };
  return { pack, state, city, to: (name: string) => join(dirname(state), name) };
}

async function metaOf(folder: string, key: string): Promise<string | null> {
  const storage = await openSqlite(folder);
  const value = await storage.meta(key);
  await storage.close();
  return value;
}

describe("a backup", { timeout: 90_000 }, () => {
  test.each(["city.tar.gz", "folder"])("as %s comes back while the server runs", async (name) => {
    const { pack, state, city, to } = await aCity();
    const server = await openSqlite(state);
    await write(server, "before");
    writeFileSync(join(state, "secret"), "密钥");
    const made = city("backup", pack, "--to", to(name));
    expect([made.status, made.stderr]).toEqual([0, ""]);
    expect(made.stdout).toContain("修订号 1");
    expect(made.stdout).toContain(pack);
    expect(statSync(to(name)).mode & 0o077).toBe(0);
    await write(server, "after");

    expect(city("restore", pack, "--from", to(name)).stderr).toContain("正被另一个进程");
    await server.close();
    expect(city("restore", pack, "--from", to(name)).stderr).toContain("已有数据");
    expect(await metaOf(state, "after")).toBe("值");

    const restored = city("restore", pack, "--from", to(name), "--force");
    expect([restored.status, restored.stderr]).toEqual([0, ""]);
    expect(await metaOf(state, "before")).toBe("值");
    expect(await metaOf(state, "after")).toBeNull();
    expect(readFileSync(join(state, "secret"), "utf8")).toBe("密钥");
    const aside = readdirSync(dirname(state)).find((each) => each.startsWith("state-"));
    expect(await metaOf(join(dirname(state), aside ?? ""), "after")).toBe("值");
    expect(readdirSync(dirname(state)).filter((each) => each.startsWith("."))).toEqual([]);
  });

  test("holds the pictures that were uploaded, and none that is being written", async () => {
    const { pack, state, city, to } = await aCity();
    const server = await openSqlite(state);
    const photos = new PhotoStore(join(state, "photos"));
    const picture = (background: string) =>
      sharp({ create: { width: 40, height: 30, channels: 3, background } })
        .png()
        .toBuffer();
    const attached = await photos.take(await picture("red"));
    await photos.attach(attached.file);
    const waiting = await photos.take(await picture("blue"));
    writeFileSync(join(state, "photos", "waiting", ".part-half"), "half");
    const made = city("backup", pack, "--to", to("b.tgz"));
    expect([made.status, made.stderr]).toEqual([0, ""]);
    await server.close();
    rmSync(state, { recursive: true });

    expect(city("restore", pack, "--from", to("b.tgz")).status).toBe(0);
    const restored = new PhotoStore(join(state, "photos"));
    expect(await restored.read(attached.file, false)).not.toBeNull();
    expect(await restored.read(attached.file, true)).not.toBeNull();
    expect(await restored.attach(waiting.file)).toMatchObject({ width: 40, height: 30 });
    expect(existsSync(join(state, "photos", "waiting", ".part-half"))).toBe(false);
  });

  test("with its pack brings a lost city back", async () => {
    const { pack, state, city, to } = await aCity();
    await (await openSqlite(state)).close();
    expect(city("backup", pack, "--to", to("b.tgz"), "--with-pack").status).toBe(0);
    const elsewhere = await aCity();
    const lost = elsewhere.to("pack");
    const restored = elsewhere.city("restore", lost, "--from", to("b.tgz"));
    expect([restored.status, restored.stderr]).toEqual([0, ""]);
    expect(readdirSync(lost).sort()).toEqual(readdirSync(pack).sort());
  });

  test("that was damaged is refused, and the state stays as it was", async () => {
    const { pack, state, city, to } = await aCity();
    const storage = await openSqlite(state);
    await write(storage, "before");
    await storage.close();
    expect(city("backup", pack, "--to", to("b")).status).toBe(0);
    const file = join(to("b"), "state", "city.db");
    const bytes = readFileSync(file);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const restored = city("restore", pack, "--from", to("b"), "--force");
    expect(restored.status).toBe(2);
    expect(restored.stderr).toContain("不能使用");
    expect(await metaOf(state, "before")).toBe("值");
    writeFileSync(to("torn.tar.gz"), "no archive");
    expect(city("restore", pack, "--from", to("torn.tar.gz"), "--force").status).toBe(2);
  });

  test("of no city, or over something, is refused", async () => {
    const { pack, state, city, to } = await aCity();
    expect(city("backup", pack, "--to", to("b.tgz")).status).toBe(2);
    expect(existsSync(to("b.tgz"))).toBe(false);
    await (await openSqlite(state)).close();
    const inside = city("backup", pack, "--to", join(state, "b.tgz"));
    expect([inside.status, inside.stderr]).toEqual([2, expect.stringContaining("数据目录之内")]);
    writeFileSync(to("b.tgz"), "kept");
    expect(city("backup", pack, "--to", to("b.tgz")).status).toBe(2);
    expect(readFileSync(to("b.tgz"), "utf8")).toBe("kept");
  });

  test("made while another thread writes holds one moment", async () => {
    const folder = await scratch.folder();
    const file = join(folder, "busy.db");
    const busy = new Database(file);
    busy.pragma("journal_mode = WAL");
    busy.exec("create table a (n integer, pad text); create table b (n integer)");
    busy.close();
    const writer = new Worker(
      `const { workerData, parentPort } = require("node:worker_threads");
       const Database = require(workerData.library);
       const db = new Database(workerData.file, { timeout: 5000 });
       const [a, b] = ["insert into a values (?, hex(randomblob(500)))", "insert into b values (?)"].map((t) => db.prepare(t));
       const both = db.transaction((n) => { a.run(n); b.run(n); });
       let n = 0;
       const timer = setInterval(() => { for (let i = 0; i < 50; i++) both(++n); parentPort.postMessage(n); }, 1);
       parentPort.once("message", () => { clearInterval(timer); db.close(); });`,
      {
        eval: true,
        workerData: { file, library: join(process.cwd(), "node_modules/better-sqlite3") },
      },
    );
    await new Promise((resolve) => writer.once("message", resolve));
    for (let i = 0; i < 5; i++) {
      await setTimeout(100);
      const { tables } = await backupDatabase(file, join(folder, `copy-${i}.db`));
      expect(tables.a).toBe(tables.b);
      expect(tables.a).toBeGreaterThan(0);
    }
    const ended = new Promise((resolve) => writer.once("exit", resolve));
    writer.postMessage("stop");
    await ended;
  });
});

test.skipIf(!postgres)(
  "a city in PostgreSQL is backed up and restored into a new one",
  async () => {
    const [url, newUrl] = [await postgres?.database(), await postgres?.database()];
    const { pack, state, city, to } = await aCity();
    const storage = await openSqlite(state);
    await write(storage, "before");
    await storage.close();
    expect(city("copy", pack, "--to", url ?? "").status).toBe(0);
    const shared = await aCity(url);
    const made = shared.city("backup", pack, "--to", to("p.tar.gz"));
    expect([made.status, made.stderr]).toEqual([0, ""]);
    const restored = (await aCity(newUrl)).city("restore", pack, "--from", to("p.tar.gz"));
    expect([restored.status, restored.stderr]).toEqual([0, ""]);
    const back = await aCity();
    expect(back.city("copy", pack, "--from", newUrl ?? "").status).toBe(0);
    expect(await metaOf(back.state, "before")).toBe("值");
  },
);
if (!postgres) test.skip("backup of PostgreSQL: no PostgreSQL is installed here");
