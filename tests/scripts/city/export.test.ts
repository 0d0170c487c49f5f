import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { openSqlite } from "../../../server/storage/sqlite.ts";
import { packFolder, soundPack } from "../../server/packs/pack-folder.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const scratch = scratchFolder();

const report = (id: string, description: string) => ({
  type: "Feature",
  properties: {
    id,
    category: "E0102",
    reportedAt: "2026-03-01T08:00:00+08:00",
    source: "citizen",
    status: "reported",
    description,
  },
  geometry: { type: "Point", coordinates: [114.305, 30.605] },
});

/** A pack of two problems, and an empty folder for its state. */
async function aCityPack() {
  const lines = [report("A1", "垃圾"), report("A2", "=1+1")].map((each) => JSON.stringify(each));
  const problems = { "problems.geojson": null, "problems.geojsonl": lines.join("\n") };
  const pack = packFolder({ ...soundPack, ...problems });
  const state = await scratch.folder();
  return { pack, state, city: cityCommand(state) };
}

/** The command as a person runs it. */
function cityCommand(state: string) {
  const env = { ...process.env, STATE_DIR: state, DEBUG: "" };
  return (...args: string[]) => {
    const words = ["scripts/city.ts", ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, {
      encoding: "utf8",
      env,
    });
    return { status, stdout, stderr };
  };
}

describe("export", () => {
  test("without a database it is the pack's own problems, and makes none", async () => {
    const { pack, state, city } = await aCityPack();
    const { status, stdout, stderr } = city("export", pack, "--format", "geojson");
    expect(status).toBe(0);
    const ids = JSON.parse(stdout).features.map((f: ReturnType<typeof report>) => f.properties.id);
    expect(ids).toEqual(["A1", "A2"]);
    expect(stderr).toBe("已导出 2 件问题点位\n");
    expect(readdirSync(state)).toEqual([]);
  });

  test("with a database it is what is stored, and importing it back changes nothing", async () => {
    const { pack, city } = await aCityPack();
    const more = await scratch.file("more.geojsonl", JSON.stringify(report("A3", '\'=x, "y"')));
    expect(city("import-problems", more, "--pack", pack).status).toBe(0);
    for (const name of ["all.csv.gz", "all.geojson"]) {
      const out = join(scratch.path, name);
      const format = name.includes("csv") ? "csv" : "geojson";
      expect(city("export", pack, "--format", format, "--out", out).status).toBe(0);
      const back = city("import-problems", out, "--pack", pack, "--json");
      expect(JSON.parse(back.stdout).kept, back.stderr).toMatchObject({
        added: 0,
        updated: 0,
        unchanged: 3,
      });
    }
    const packed = gunzipSync(readFileSync(join(scratch.path, "all.csv.gz"))).toString("utf8");
    expect(packed).toMatch(/,'=1\+1,/);
  });

  test("a pack made from the export is the same city", async () => {
    const { pack, city } = await aCityPack();
    const { stdout } = city("export", pack, "--format", "csv");
    const problems = { "problems.geojson": null, "problems.csv": stdout };
    const twin = packFolder({ ...soundPack, ...problems });
    expect(city("export", twin, "--format", "csv").stdout).toBe(stdout);
  });

  test("a state that is in use is refused with the usual sentence, and nothing is written", async () => {
    const { pack, state, city } = await aCityPack();
    const storage = await openSqlite(state);
    const out = join(scratch.path, "never.csv");
    const { status, stderr } = city("export", pack, "--format", "csv", "--out", out);
    await storage.close();
    expect(status).toBe(2);
    expect(stderr).toContain("正被另一个进程");
    expect([existsSync(out), existsSync(`${out}.part`)]).toEqual([false, false]);
  });

  test("a folder that cannot be written leaves no half file; a wrong format is named", async () => {
    const { pack, city } = await aCityPack();
    const nowhere = city("export", pack, "--format", "csv", "--out", "no/such/folder/a.csv");
    expect(nowhere.status).toBe(2);
    const wrong = city("export", pack, "--format", "xlsx");
    expect(wrong).toMatchObject({ status: 2, stderr: expect.stringContaining("geojson, csv") });
  });

  test("a pack whose files are of another datum says how to import it back", async () => {
    const { city } = await aCityPack();
    const manifest = { ...(soundPack["pack.json"] as object), crs: { problems: "gcj02" } };
    const shifted = packFolder({ ...soundPack, "pack.json": manifest });
    expect(city("export", shifted, "--format", "csv").stderr).toContain("--crs wgs84");
  });
});
