import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { DomainError } from "../../../domain/errors.ts";
import { severityOf } from "../../../domain/note.ts";
import { inspectPack, readPack } from "../../../server/packs/read-pack.ts";
import { collection, packFolder, soundPack } from "./pack-folder.ts";

describe("a sound pack", () => {
  test("is read without a note, every file of it", async () => {
    const { value: pack, notes } = await readPack(packFolder(soundPack));
    expect(notes).toEqual([]);
    expect(pack.zones.map(({ id, parentId }) => [id, parentId])).toEqual([
      ["Z01", null],
      ["Z0101", "Z01"],
      ["Z0102", "Z01"],
    ]);
    expect(pack.roads.map((road) => [road.id, road.class])).toEqual([
      ["R1", "arterial"],
      ["R2", "lane"],
    ]);
    expect(pack.rivers).toHaveLength(1);
    expect(pack.places).toHaveLength(1);
    expect(pack.units[1]).toEqual({
      id: "U2",
      name: "中心区",
      kind: "implementing-body",
      parentId: "U1",
    });
    expect(pack.basemap.buildings[0]?.properties).toEqual({ height: 12 });
    expect(pack.problemsFile).toMatch(/problems\.geojson$/);
  });

  test("has duties from the first moment of a day of the city to the first no longer", async () => {
    const { value: pack } = await readPack(packFolder(soundPack));
    expect(pack.duties).toHaveLength(5);
    expect(pack.duties[0]).toEqual({
      id: "D1",
      role: "zone-lead",
      person: "市领导 01",
      unitId: null,
      scope: { type: "zone", id: "Z01" },
      also: null,
      from: Date.parse("2025-09-01T00:00:00+08:00"),
      to: Date.parse("2026-03-01T00:00:00+08:00"),
      phone: "000-0000-0001",
    });
    expect(pack.duties[2]?.also).toEqual({ type: "zone", id: "Z0101" });
    expect(pack.duties[4]?.scope).toEqual({ type: "city", id: "" });
  });

  test("comes back with categories, sources, bounds and the plane's origin filled in", async () => {
    const manifest = { id: "yunze", name: "云泽市", timezone: "Asia/Shanghai" };
    const content = { ...soundPack, "pack.json": manifest };
    const { value: pack, notes } = await readPack(packFolder(content));
    expect(notes).toEqual([]);
    expect(pack.manifest.bounds).toEqual([114.3, 30.6, 114.32, 30.61]);
    expect(pack.manifest.settings.recurrence.planeOrigin).toEqual([114.31, 30.605]);
    expect(pack.manifest.sources.map(({ code }) => code)).toContain("hotline");
    expect(pack.manifest.categories.length).toBeGreaterThan(80);
  });

  test("keeps the origin and bounds that it states", async () => {
    const settings = { recurrence: { planeOrigin: [114.2, 30.5] } };
    const content = { ...soundPack, "pack.json": { ...soundPack["pack.json"], settings } };
    const { value: pack } = await readPack(packFolder(content));
    expect(pack.manifest.settings.recurrence.planeOrigin).toEqual([114.2, 30.5]);
    expect(pack.manifest.bounds).toEqual([114.29, 30.59, 114.33, 30.62]);
  });

  test("has positions of two numbers with seven decimals, however many the file has", async () => {
    const coordinates = [114.305123456789, 30.60500004, 12.5];
    const place = {
      ...soundPack["places.geojson"].features[0],
      geometry: { type: "Point", coordinates },
    };
    const content = { ...soundPack, "places.geojson": collection(place) };
    const { value: pack, notes } = await readPack(packFolder(content));
    expect(pack.places[0]?.geometry.coordinates).toEqual([114.3051235, 30.605]);
    expect(notes.map(({ code }) => code)).toEqual(["height-dropped"]);
  });

  test("needs no more than pack.json and zones; what is missing is a remark a file", async () => {
    const content = {
      "pack.json": soundPack["pack.json"],
      "zones.geojson": soundPack["zones.geojson"],
    };
    const { value: pack, notes } = await readPack(packFolder(content));
    expect(new Set(notes.map(({ code }) => code))).toEqual(new Set(["optional-file-missing"]));
    expect(notes.map(severityOf)).not.toContain("error");
    expect(notes).toHaveLength(9);
    expect(pack.problemsFile).toBeNull();
  });
});

describe("no usable pack at all is a refusal that says what the file seems to be", () => {
  const pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n";
  const zones = JSON.stringify(soundPack["zones.geojson"]);
  test.each([
    ["pack.json", null, "missing"],
    ["pack.json", "", "empty"],
    ["pack.json", '{"id": "x",', "truncated"],
    ["pack.json", '{"id": x}', "not-json"],
    ["pack.json", "[]", "not-a-pack"],
    ["pack.json", pointer, "git-lfs-pointer"],
    ["zones.geojson", null, "missing"],
    ["zones.geojson", zones.slice(0, -40), "truncated"],
    ["zones.geojson", "<!DOCTYPE html><html></html>", "html"],
    ["zones.geojson", gzipSync(zones), "gzip"],
    ["zones.geojson", '{"type":"Topology","objects":{}}', "topojson"],
    ["zones.geojson", '{"id": 7}', "not-a-feature-list"],
    ["zones.geojson", '{"type":"FeatureCollection","features":[]}', "empty"],
    ["zones.geojson", '{"type":"FeatureCollection","features":[{}]}', "no-usable-zone"],
  ])("%s %j", async (file, text, seems) => {
    const folder = packFolder({ ...soundPack, [file]: text });
    const error = await readPack(folder).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({ reason: "unreadable-file", params: { file, seems } });
    const inspected = await inspectPack(folder);
    expect(inspected.pack).toBeNull();
    expect(inspected.notes.some((note) => severityOf(note) === "error")).toBe(true);
  });

  test("a folder that is not there, and a file in its stead", async () => {
    const folder = packFolder(soundPack);
    await expect(readPack(join(folder, "nowhere"))).rejects.toMatchObject({
      params: { seems: "missing" },
    });
    await expect(readPack(join(folder, "pack.json"))).rejects.toMatchObject({
      params: { seems: "not-a-folder" },
    });
  });

  test("a folder where a file is expected is told from a file", async () => {
    const folder = packFolder({ ...soundPack, "roads.geojson": null });
    mkdirSync(join(folder, "roads.geojson"));
    const { notes } = await readPack(folder);
    expect(notes).toContainEqual({
      code: "file-unreadable",
      file: "roads.geojson",
      detail: "folder",
    });
  });
});

test.each([
  [["problems.csv", "problems.geojsonl.gz"], "problems.geojsonl.gz"],
  [["problems.csv.gz", "problems.csv"], "problems.csv"],
  [["problems.geojsonl", "problems.geojson.gz"], "problems.geojson.gz"],
])(
  "of %j the first in the fixed order is the problems file, the others are named",
  async (files, first) => {
    const others = Object.fromEntries(files.map((file) => [file, "x"]));
    const { value, notes } = await readPack(
      packFolder({ ...soundPack, "problems.geojson": null, ...others }),
    );
    expect(value.problemsFile?.endsWith(`/${first}`)).toBe(true);
    const unused = files.filter((file) => file !== first);
    expect(notes).toEqual(unused.map((file) => ({ code: "file-not-used", file, detail: first })));
  },
);
