import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Feature, Polygon, Position } from "geojson";
import { describe, expect, test } from "vitest";
import {
  collection,
  line,
  packFolder,
  soundPack as packWithEnd,
  square,
  zone,
  zonesAnd,
} from "../../server/packs/pack-folder.ts";

/** The command as a person runs it. */
function city(...args: string[]) {
  const environment = { ...process.env, DEBUG: "" };
  const options = { encoding: "utf8" as const, env: environment };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["scripts/city.ts", ...args],
    options,
  );
  return { status, stdout, stderr };
}

const shell = square(114.32, 30.6, 0.005);
const bowTie = [shell[0], shell[2], shell[1], shell[3], shell[0]] as Position[];

/** The lead of the one zone is still in office. */
const soundPack = {
  ...packWithEnd,
  "duties.csv": packWithEnd["duties.csv"].replace(",2026-03-01,", ",,"),
};

describe("validate", () => {
  test("says nothing about a sound pack but the totals, and answers 0", () => {
    const { status, stdout } = city("validate", packFolder(soundPack));
    expect(stdout).toBe("错误 0 条，警告 0 条，提示 0 条\n");
    expect(status).toBe(0);
  });

  test("answers 0 with warnings alone, naming file, code, place, what was done and what to do", () => {
    const led = `${soundPack["duties.csv"]}D6,zone-lead,市领导 02,,zone,Z02,,2025-09-01,,\n`;
    const odd = zonesAnd(zone("Z02", "zone", null, bowTie));
    const content = { ...soundPack, ...odd, "duties.csv": led };
    const { status, stdout } = city("validate", packFolder(content));
    expect(status).toBe(0);
    expect(stdout).toContain("zones.geojson\n  警告 边界自相交 [self-intersection] 1\n");
    expect(stdout).toContain(
      "    第 4 项 (Z02) 边界在 114.32250,30.60250 自相交；已按原样读入，请",
    );
    expect(stdout.trimEnd().split("\n").at(-1)).toBe("错误 0 条，警告 1 条，提示 0 条");
  });

  test("answers 1 with an error, and goes on through the other files", () => {
    const content = {
      ...soundPack,
      ...zonesAnd(zone("Z02", "zone", null, square(0, 0).slice(0, 2))),
      "units.csv": `${soundPack["units.csv"]}U2,又一个,office,\n`,
    };
    const { status, stdout } = city("validate", packFolder(content), "--lang", "en");
    expect(status).toBe(1);
    expect(stdout).toContain("  error Duplicate id [duplicate-id] 1\n    line 4 (U2) id");
    expect(stdout).toContain("  error Ring too short [ring-too-short] 1\n    item 4 (Z02)");
  });

  test("finds gaps and overlaps of zones with area and place", () => {
    const content = {
      ...soundPack,
      "zones.geojson": collection(
        soundPack["zones.geojson"].features[0],
        zone("Z0101", "community", "Z01", square(114.3, 30.6)),
        zone("Z0102", "community", "Z01", square(114.309, 30.6)),
      ),
    };
    const { stdout } = city("validate", packFolder(content), "--json");
    const { errors, warnings, infos, notes } = JSON.parse(stdout);
    expect([errors, warnings, infos]).toEqual([0, 2, 0]);
    expect(notes).toMatchObject([
      { severity: "warning", code: "zone-overlap", id: "Z0101", detail: "Z0102" },
      { severity: "warning", code: "zone-gap", id: "Z01", detail: "Z0102" },
    ]);
    for (const { areaM2, at, message } of notes) {
      expect(areaM2 / (95_800 * 0.001 * 1112)).toBeCloseTo(1, 1);
      expect(at[1]).toBeGreaterThan(30.6);
      expect(message).toMatch(/平方米/);
    }
  });

  test("lists what is wrong with the duties: who, what, since when, what to do", () => {
    const content = {
      ...soundPack,
      "duties.csv": [
        "id,role,person,unitId,scopeType,scopeId,also,from,to,phone",
        "D1,zone-lead,市领导 01,,zone,Z01,,2025-09-01,2026-03-01,",
        "D2,partner-unit,,U1,zone,Z0101,,2025-09-01,2026-01-01,",
        "D3,partner-unit,,U2,zone,Z0101,,2026-01-06,,",
        "D4,grid-worker,网格员 1,,zone,Z0102,,2025-09-01,2026-02-01,",
        "D5,grid-worker,网格员 2,,zone,Z0102,,2026-01-30,,",
        "",
      ].join("\n"),
    };
    const { status, stdout } = city("validate", packFolder(content), "--json");
    expect(status).toBe(0);
    const { notes } = JSON.parse(stdout);
    expect(notes).toMatchObject([
      { code: "zone-without-lead", id: "Z01", used: "2026-03-01" },
      { code: "duty-gap", id: "D3", detail: expect.stringContaining("2026-01-01 … 2026-01-06") },
      {
        code: "duty-overlap",
        id: "D5",
        detail: expect.stringContaining("2026-01-30 … 2026-02-01"),
      },
    ]);
    expect(notes[0].message).toBe("“Z01片区”自 2026-03-01 起没有挂片领导；请任命");
  });

  test("looks at the problems too, of which unreadable ones are a finding", () => {
    const [problem] = soundPack["problems.geojson"].features;
    const odd = { ...problem, properties: { ...problem?.properties, id: "Q2", category: "E77" } };
    const some = { ...soundPack, "problems.geojson": collection(problem, odd) };
    const { status, stdout } = city("validate", packFolder(some), "--json");
    expect(status).toBe(1);
    expect(JSON.parse(stdout).notes).toMatchObject([
      { file: "problems.geojson", code: "unknown-category", value: "E77", row: 2 },
    ]);
    const page = { ...soundPack, "problems.geojson": "<!doctype html><html></html>" };
    const broken = city("validate", packFolder(page), "--json");
    expect(broken.status).toBe(1);
    expect(JSON.parse(broken.stdout).notes).toMatchObject([
      { file: "problems.geojson", code: "file-unreadable", detail: "html" },
    ]);
  });

  test("prints ten notes of a code and says how many more there are; --all prints them", () => {
    const roads = Array.from({ length: 14 }, (_, i) => line(`X${i}`));
    const content = { ...soundPack, "roads.geojson": collection(line("R1"), ...roads) };
    const folder = packFolder(content);
    const shown = city("validate", folder).stdout;
    expect(shown).toContain("[class-unknown] 15\n");
    expect(shown).toContain("另有 5 条");
    expect(shown).not.toContain("(X13)");
    expect(city("validate", folder, "--all").stdout).toContain("(X13)");
  });

  test("a pack that cannot be used gives its findings, the reason and 1", () => {
    const text = JSON.stringify(soundPack["zones.geojson"]).slice(0, -20);
    const { status, stdout } = city(
      "validate",
      packFolder({ ...soundPack, "zones.geojson": text }),
    );
    expect(status).toBe(1);
    expect(stdout).toContain("[file-truncated]");
    expect(stdout).toContain("无法读取 zones.geojson：");
  });
});

describe("the city command", () => {
  test.each([
    [["validate", "no/such/folder"], "无法读取 no/such/folder：不存在，请核对名称和所在目录\n"],
    [
      ["validate", "no/such/folder", "--lang", "en"],
      "Cannot read no/such/folder: it does not exist",
    ],
    [["validate"], "命令 validate 用法有误："],
    [["validate", "x", "--colour"], "命令 validate 用法有误："],
    [["validate", "x", "--lang", "fr"], "命令 validate 用法有误："],
    [["validate", "a", "b", "--lang=en"], "validate: <pack> expected, 2 given"],
  ])("%j is refused in one sentence with 2, never with a stack", (args, sentence) => {
    const { status, stdout, stderr } = city(...args);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  test.each([["constructor"], ["walidate"]])("%s is no verb: the usage, and 2", (name) => {
    const { status, stderr } = city(name);
    expect(status).toBe(2);
    expect(stderr).toContain("validate <pack>");
  });
});

const boston = "../shared/data/boston-neighbourhoods.geojson";
test("26 real neighbourhoods: every invalid one is listed, and validating does not fail", (context) => {
  const text = readOrNull(boston) ?? context.skip(`${boston} is not here`);
  const { features } = JSON.parse(text) as { features: Feature<Polygon>[] };
  const zones = features.map(({ properties, geometry }, i) => ({
    type: "Feature",
    properties: { id: `B${i}`, name: properties?.name, level: "zone" },
    geometry,
  }));
  const pack = { id: "boston", name: "Boston", timezone: "America/New_York" };
  const folder = packFolder({ "pack.json": pack, "zones.geojson": collection(...zones) });
  const { status, stdout } = city("validate", folder, "--json");
  const { errors, notes } = JSON.parse(stdout) as {
    errors: number;
    notes: Record<string, string>[];
  };
  const invalid = notes.filter(({ code }) => code === "self-intersection");
  const named = invalid.map(({ row }) => features[Number(row) - 1]?.properties?.name);
  expect(named.sort()).toEqual(["Beacon Hill", "Downtown", "East Boston", "Hyde Park"]);
  expect([status, errors]).toEqual([0, 0]);
});

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
