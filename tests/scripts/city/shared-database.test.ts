import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, test } from "vitest";
import { startPrivatePostgres } from "../../../scripts/private-postgres.ts";
import { openCity } from "../../../server/city/open-city.ts";
import { startCity } from "../../../server/city/start-city.ts";
import { readPack } from "../../../server/packs/read-pack.ts";
import { createProblem } from "../../../server/services/create-problem.ts";
import { openPostgres } from "../../../server/storage/postgres.ts";
import { packFolder, soundPack } from "../../server/packs/pack-folder.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const postgres = await startPrivatePostgres();
afterAll(() => postgres?.stop());
const scratch = scratchFolder();
const quiet = () => undefined;

const report = (id: string, description: string, category = "E0102") => ({
  type: "Feature",
  properties: {
    id,
    category,
    reportedAt: "2020-03-01T08:00:00+08:00",
    closedAt: "2020-03-02T08:00:00+08:00",
    source: "citizen",
    status: "closed",
    description,
  },
  geometry: { type: "Point", coordinates: [114.305, 30.605] },
});

const lines = (...reports: readonly object[]) => reports.map((r) => JSON.stringify(r)).join("\n");

/** A pack of two problems, an empty database, and the command as a person runs it. */
async function aSharedCity() {
  const problems = { "problems.geojson": null, "problems.geojsonl": lines(report("A1", "垃圾")) };
  const pack = packFolder({ ...soundPack, ...problems });
  const [state, url] = [await scratch.folder(), (await postgres?.database()) ?? ""];
  const env = { ...process.env, STATE_DIR: state, DATABASE_URL: url, DEBUG: "" };
  // The city of this process has to hear of it meanwhile.
  async function city(...args: string[]) {
    const child = spawn(process.execPath, ["scripts/city.ts", ...args], { env });
    const [stdout, stderr] = [text(child.stdout), text(child.stderr)];
    const [status] = await once(child, "close");
    return { status, stdout: await stdout, stderr: await stderr };
  }
  return { pack, state, url, city };
}

/** A server on the database, as far as it can tell. */
async function aServer(pack: string, url: string) {
  const storage = await openPostgres(url, quiet);
  const { city } = await startCity((await readPack(pack)).value, storage, Date.now);
  return { city, storage };
}

describe.skipIf(!postgres)("commands on a city in a shared database", () => {
  test("import and export there, and leave the state folder without a database", async () => {
    const { pack, state, city } = await aSharedCity();
    const more = await scratch.file("more.geojsonl", lines(report("A2", "积水")));
    const kept = await city("import-problems", more, "--pack", pack, "--json");
    expect(JSON.parse(kept.stdout).kept, kept.stderr).toMatchObject({ added: 1 });
    const { stdout } = await city("export", pack, "--format", "geojson");
    const ids = JSON.parse(stdout).features.map((f: ReturnType<typeof report>) => f.properties.id);
    expect(ids).toEqual(["A1", "A2"]);
    expect(readdirSync(state)).toEqual(["imports"]);
  });

  test("import beside a running server, which shows what came as a fresh one does", async () => {
    const { pack, url, city } = await aSharedCity();
    const server = await aServer(pack, url);
    const more = await scratch.file("some.geojsonl", lines(report("A2", "积水"), report("A3", "")));
    const kept = await city("import-problems", more, "--pack", pack, "--json");
    expect(JSON.parse(kept.stdout).kept, kept.stderr).toMatchObject({ added: 2 });
    const input = { clientId: "c1", category: "E0102", source: "citizen" };
    const position: [number, number] = [114.305, 30.605];
    await createProblem({ city: server.city, actor: "test" }, { ...input, position });
    const fresh = await openCity((await readPack(pack)).value, server.storage, Date.now);
    const placesIn = ({ problems, recurrence }: typeof fresh) =>
      Array.from({ length: problems.size }, (_, serial) => recurrence.placeOf(serial));
    expect(placesIn(server.city)).toEqual(placesIn(fresh));
    expect(placesIn(fresh)).toEqual([0, 0, 0, 0]);
    await server.storage.close();
  });

  test("refuse definitions that a running server would not know, and change nothing", async () => {
    const { pack, url, city } = await aSharedCity();
    const server = await aServer(pack, url);
    const more = await scratch.file("odd.geojsonl", lines(report("A2", "", "E99")));
    const mapping = await scratch.file(
      "mapping.json",
      JSON.stringify({
        id: "id",
        category: "category",
        reportedAt: "reportedAt",
        source: "source",
        position: "geometry",
        categories: [{ code: "E99", name: "其他", dueHours: 24 }],
      }),
    );
    const asked = ["import-problems", more, "--pack", pack, "--mapping", mapping];
    const { status, stderr } = await city(...asked);
    expect(stderr).toContain("正被另一个进程");
    expect(status).toBe(2);
    expect(await server.storage.countProblems()).toBe(1);
    await server.storage.close();
    const alone = await city(...asked, "--json");
    expect(JSON.parse(alone.stdout).kept, alone.stderr).toMatchObject({ added: 1 });
  });

  test("rank recurring places there", async () => {
    const { pack, city } = await aSharedCity();
    const later = { ...report("A2", ""), properties: { ...report("A2", "").properties } };
    later.properties.reportedAt = "2020-03-20T08:00:00+08:00";
    later.properties.closedAt = "2020-03-21T08:00:00+08:00";
    const more = await scratch.file("again.geojsonl", lines(later));
    expect((await city("import-problems", more, "--pack", pack)).status).toBe(0);
    const { stdout } = await city("recurrence", pack, "--as-of", "2020-04-01", "--json");
    expect(JSON.parse(stdout).places).toHaveLength(1);
  });

  test("forget what was kept for its time, once, and what an import brings back stays masked", async () => {
    const { pack, city } = await aSharedCity();
    const known = await scratch.file("known.geojsonl", lines(report("A2", "电话 13812345678")));
    expect((await city("import-problems", known, "--pack", pack)).status).toBe(0);
    expect((await city("forget", pack, "--dry-run")).stdout).toContain("待遮盖 1 件，共 1 处");
    expect((await city("forget", pack)).stdout).toContain("已遮盖 1 件，共 1 处");
    expect((await city("forget", pack)).stdout).toContain("已遮盖 0 件，共 0 处");
    const again = await city("import-problems", known, "--pack", pack, "--json");
    expect(JSON.parse(again.stdout).kept).toMatchObject({ unchanged: 1 });
    const { stdout } = await city("export", pack, "--format", "csv");
    expect(stdout).toContain("138****5678");
    expect(stdout).not.toContain("13812345678");
  });
});

if (!postgres) test.skip("commands on a shared database: no PostgreSQL is installed here");
