import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { Hono } from "hono";
import { afterAll, describe, expect, test } from "vitest";
import { openCity } from "../../../server/city/open-city.ts";
import type { LogEntry } from "../../../server/deps.ts";
import { errorResponse } from "../../../server/error-response.ts";
import { createProblem } from "../../../server/services/create-problem.ts";
import { DATABASE_FILE, openSqlite } from "../../../server/storage/sqlite.ts";
import { aCity, at } from "../../support/city-builder.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import { TODAY } from "../../support/test-city.ts";

const scratch = scratchFolder();
const pack = aCity().withZone("A", [0, 0, 10, 10]).build();

/** A disk of four megabytes; null where this user may not make one. */
function tinyDisk(): string | null {
  const folder = join(scratch.path, "disk");
  mkdirSync(folder);
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", folder]);
  return status === 0 ? folder : null;
}
const disk = tinyDisk();
afterAll(() => void (disk && spawnSync("umount", ["-l", disk])));

/** A server over a state folder, as far as writing and counting goes. */
async function aServer(folder: string) {
  const storage = await openSqlite(folder);
  const city = await openCity(pack, storage, () => TODAY);
  const logged: LogEntry[] = [];
  const app = new Hono();
  app.get("/", async (c) =>
    c.json({ index: city.problems.size, stored: await storage.countProblems() }),
  );
  app.post("/", async (c) => {
    const description = "长".repeat(20_000);
    const input = { clientId: `c${Math.random()}`, category: "E0102", source: "hotline" };
    await createProblem({ city, actor: "test" }, { ...input, position: at(1, 1), description });
    return c.json({}, 201);
  });
  app.onError((error, c) => errorResponse(error, c, { log: (entry) => logged.push(entry) }));
  const write = async () => {
    const answer = await app.request("/", { method: "POST" });
    return { status: answer.status, body: JSON.stringify(await answer.json()) };
  };
  const counts = async () => (await app.request("/")).json();
  return { storage, write, counts, logged };
}

type Server = Awaited<ReturnType<typeof aServer>>;

/** Writes until it is refused; answers how many were accepted and the refusal. */
async function writeUntilRefused({ write }: Server) {
  for (let accepted = 0; accepted < 1000; accepted++) {
    const { status, body } = await write();
    if (status !== 201) return { accepted, status, body };
  }
  throw new Error("the disk is never full");
}

describe.skipIf(disk === null)("a state folder on a full disk", () => {
  test("refuses writes with a sentence, goes on reading, and writes again when there is room", async () => {
    const folder = join(disk ?? "", "state");
    const filler = join(disk ?? "", "filler");
    mkdirSync(folder);
    writeFileSync(filler, Buffer.alloc(2.5 * 1024 * 1024));
    const server = await aServer(folder);
    const { accepted, status, body } = await writeUntilRefused(server);
    expect(accepted).toBeGreaterThan(0);
    expect(status).toBe(503);
    expect(body).toContain("read-only");
    expect(body).toContain("磁盘空间");
    expect(server.logged[0]?.level).toBe("error");
    expect(await server.counts()).toEqual({ index: accepted, stored: accepted });
    expect((await server.write()).status).toBe(503);
    await expect(openSqlite(folder)).rejects.toMatchObject({ reason: "state-in-use" });

    rmSync(filler);
    expect((await server.write()).status).toBe(201);
    expect(await server.counts()).toEqual({ index: accepted + 1, stored: accepted + 1 });
    await server.storage.close();

    const database = new Database(join(folder, DATABASE_FILE));
    expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
    database.close();
    const again = await aServer(folder);
    expect(await again.counts()).toEqual({ index: accepted + 1, stored: accepted + 1 });
    await again.storage.close();
  });
});
if (disk === null) test.skip("a full disk: this user may not mount one");

test.each([
  ["SQLITE_FULL", 503],
  ["SQLITE_READONLY", 503],
  ["SQLITE_IOERR_WRITE", 503],
  ["53100", 503],
  ["25006", 503],
  ["SQLITE_CORRUPT", 500],
  ["SQLITE_IOERR_READ", 500],
])("what a database says with %s is answered with %i", async (code, status) => {
  const app = new Hono();
  app.get("/", () => {
    throw Object.assign(new Error("refused"), { code });
  });
  app.onError((error, c) => errorResponse(error, c, { log: () => undefined }));
  expect((await app.request("/")).status).toBe(status);
});
