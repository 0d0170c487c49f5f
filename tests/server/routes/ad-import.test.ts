import { beforeEach, describe, expect, it, test } from "vitest";
import { AdImportReport } from "../../../domain/contract/ads-import.ts";
import { InventoryAds } from "../../../domain/contract/ads-inventory.ts";
import { fromWgs84 } from "../../../domain/spatial/datum.ts";
import { lngLat } from "../../../domain/spatial/lng-lat.ts";
import { appOfStreet, beside } from "../../support/ad-street.ts";
import { type Random, seeded } from "../../support/random.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import type { TestApp } from "../../support/test-app.ts";
import { as, aViewer } from "../../support/viewers.ts";
import { xlsxBytes } from "../../support/xlsx-writer.ts";

const scratch = scratchFolder();
let app: TestApp;
beforeEach(async () => {
  app = await appOfStreet(await scratch.folder());
});

type Cells = readonly (string | number | null)[];
const HEADINGS = ["点位编号", "载体", "主题", "现状", "经度", "纬度", "责任单位"];
const aRow = (
  id: string,
  east: number,
  rest: Partial<Record<"carrier" | "state", string>> = {},
) => [id, rest.carrier ?? "墙绘", "诚信", rest.state ?? "完好", ...beside(east), "城管一队"];
const csv = (rows: readonly Cells[]) =>
  new TextEncoder().encode([HEADINGS, ...rows].map((cells) => cells.join(",")).join("\n"));

async function sent(bytes: Uint8Array, fields: Record<string, string> = {}, name = "台账.csv") {
  const form = new FormData();
  form.set("file", new File([Buffer.from(bytes)], name));
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  return app.request("/api/ads/import", { method: "POST", body: form });
}
async function taken(bytes: Uint8Array, fields: Record<string, string> = {}, name?: string) {
  const response = await sent(bytes, fields, name);
  const body = await response.json();
  expect([response.status, body]).toEqual([200, body]);
  return AdImportReport.parse(body);
}
const all = async () =>
  InventoryAds.parse(await app.get("/api/ads/inventory?limit=500")).ads.map(
    ({ id, state, carrier }) => [id, state, carrier],
  );
async function reasonOf(bytes: Uint8Array, fields: Record<string, string>) {
  const response = await sent(bytes, fields);
  const { error } = (await response.json()) as { error: { details: { reason: string } } };
  return [response.status, error.details.reason];
}

describe("a table of ads", () => {
  it("is looked through first and then taken in as one change", async () => {
    const file = csv([aRow("A1", 200), aRow("A2", 300, { state: "褪色" }), aRow("A3", 400)]);
    const preview = await taken(file, { dryRun: "1" });
    expect(preview).toMatchObject({ rows: 3, good: 3, bad: 0, duplicates: 0, revision: null });
    expect(preview).toMatchObject({
      isGuessed: true,
      isTable: true,
      mapping: { columns: { id: "点位编号", carrier: "载体" } },
      snapping: { all: 3, onRoads: 3, left: 3, datumWarning: null, roads: [{ key: "西路" }] },
    });
    expect(await all()).toEqual([["P1", "ok", "lamp"]]);
    const report = await taken(file);
    expect(report.outcomes).toEqual({ added: 3, updated: 0, unchanged: 0, skipped: 0 });
    expect(report.revision).toBe(await app.city.storage.revision());
    expect(await all()).toEqual([
      ["A1", "ok", "mural"],
      ["A2", "faded", "mural"],
      ["A3", "ok", "mural"],
      ["P1", "ok", "lamp"],
    ]);
    expect(await app.city.storage.auditOf("ad-inventory", "")).toMatchObject([
      { action: "import", after: { file: "台账.csv", rows: 3, added: 3 } },
    ]);
    const [stored] = await app.city.storage.adsById(["A1"]);
    expect(stored?.record).toMatchObject({ unitId: "C01", theme: "honesty" });
  });

  it("changes nothing the second time", async () => {
    const file = csv([aRow("A1", 200), aRow("A1", 210), aRow("A4", 202)]);
    await taken(file);
    const [revision, before] = [await app.city.storage.revision(), await all()];
    const again = await taken(file);
    expect(again).toMatchObject({ isRepeated: true, revision: null });
    expect(again.outcomes).toMatchObject({ added: 0, updated: 0 });
    expect([await app.city.storage.revision(), await all()]).toEqual([revision, before]);
  });

  it("tells row, column, value and remedy of what it leaves out", async () => {
    const report = await taken(
      csv([
        aRow("A1", 200, { state: "半新" }),
        aRow("A2", 300),
        ["A3", "墙绘", "", "完好", "", ""],
      ]),
      { dryRun: "1" },
    );
    expect(report).toMatchObject({ rows: 3, good: 1, bad: 2 });
    expect(report.notes).toMatchObject([
      { severity: "error", row: 2, field: "现状", value: "半新" },
      { severity: "error", row: 4, field: "经度, 纬度" },
      { severity: "warning", row: 4, code: "ragged-row" },
    ]);
    expect(report.notes[0]?.message).toContain("轻微破损");
    expect(report.unknown).toEqual([{ field: "state", value: "半新", count: 1 }]);
    const values = { state: { 半新: "minor" } };
    const mapping = JSON.stringify({ ...report.mapping, values });
    const mended = await taken(csv([aRow("A1", 200, { state: "半新" })]), { mapping });
    expect(mended).toMatchObject({ good: 1, isGuessed: false });
    expect((await all())[0]).toEqual(["A1", "minor", "mural"]);
  });

  it("asks what to do with what is known, by kind and by row", async () => {
    const file = csv([
      aRow("P1", 100, { carrier: "灯杆", state: "破损" }),
      aRow("A1", 103, { carrier: "灯杆" }),
      aRow("A2", 102, { carrier: "灯杆", state: "褪色" }),
      aRow("A3", 300),
    ]);
    const preview = await taken(file, { dryRun: "1" });
    expect(preview).toMatchObject({ rows: 4, good: 1, duplicates: 3 });
    expect(preview.doubles).toMatchObject([
      { row: 2, kind: "same-id", other: "P1", choice: "update", outcome: "updated" },
      { row: 3, kind: "same-place", other: "P1", choice: "skip", outcome: "skipped" },
      { row: 4, kind: "same-place", other: "P1", choice: "skip", outcome: "skipped" },
    ]);
    const choices = { "same-id": "skip", "same-place": "update", rows: { 3: "new" } };
    const report = await taken(file, { choices: JSON.stringify(choices) });
    expect(report.outcomes).toEqual({ added: 2, updated: 1, unchanged: 0, skipped: 1 });
    expect(await all()).toEqual([
      ["A1", "faded", "lamp"],
      ["A3", "ok", "mural"],
      ["P1", "ok", "lamp"],
    ]);
  });

  it("says which datum would put more by a road, and takes that one", async () => {
    const rows = Array.from({ length: 20 }, (_, i): Cells => {
      const [lng, lat] = beside(20 + 22 * i);
      const [east, north] = fromWgs84(lngLat(lng, lat), "gcj02");
      return [`G${i}`, "灯杆", "", "完好", east, north, ""];
    });
    const wrong = await taken(csv(rows), { dryRun: "1" });
    expect(wrong.snapping?.datumWarning).toEqual({
      served: 0,
      all: 20,
      better: { datum: "gcj02", served: 20 },
    });
    const right = await taken(csv(rows), { dryRun: "1", crs: "gcj02" });
    expect(right.snapping).toMatchObject({ onRoads: 20, datumWarning: null });
  });

  it("reads workbooks, features and lines of features alike", async () => {
    const cells = [HEADINGS, aRow("A1", 200), aRow("A2", 300)];
    const workbook = xlsxBytes({ sheets: { 台账: [["云泽市公益广告台账"], ...cells] } });
    const feature = (id: string, east: number) =>
      JSON.stringify({
        type: "Feature",
        properties: { id, carrier: "mural", state: "ok" },
        geometry: { type: "Point", coordinates: beside(east) },
      });
    const list = [feature("A1", 200), feature("A2", 300)];
    const collection = `{"type":"FeatureCollection","features":[${list.join(",")}]}`;
    const text = new TextEncoder();
    for (const [name, bytes] of [
      ["台账.xlsx", workbook],
      ["ads.geojson", text.encode(collection)],
      ["ads.geojsonl", text.encode(list.join("\n"))],
    ] as const) {
      const report = await taken(bytes, { dryRun: "1" }, name);
      expect([name, report.rows, report.good]).toEqual([name, 2, 2]);
      expect(report.snapping?.onRoads).toBe(2);
    }
  });

  it("is placed by no road where there are no rules, and taken in all the same", async () => {
    app = await appOfStreet(await scratch.folder(), false);
    const report = await taken(csv([aRow("A1", 200)]));
    expect(report).toMatchObject({ good: 1, snapping: null, outcomes: { added: 1 } });
  });

  it("refuses what is no table and what is not asked for", async () => {
    const file = csv([aRow("A1", 200)]);
    const text = new TextEncoder();
    expect(await reasonOf(text.encode("%PDF-1.7 x"), {})).toEqual([400, "unreadable-file"]);
    expect(await reasonOf(new Uint8Array(), {})).toEqual([400, "unreadable-file"]);
    expect(await reasonOf(file, { crs: "mars" })).toEqual([400, "bad-parameter"]);
    expect(await reasonOf(file, { mapping: "{" })).toEqual([400, "bad-body"]);
    expect(await reasonOf(file, { mapping: '{"columns":{}}' })).toEqual([400, "bad-body"]);
    expect(await reasonOf(file, { colour: "red" })).toEqual([400, "bad-body"]);
    const mapping = JSON.stringify({ columns: { id: "无此列" }, position: "geometry" });
    expect(await reasonOf(file, { mapping })).toEqual([400, "column-missing"]);
    const json = await app.post("/api/ads/import", {});
    expect(json.status).toBe(415);
    const headers = as(aViewer("inspector"));
    const refused = await app.request("/api/ads/import", { method: "POST", headers });
    expect(refused.status).toBe(403);
  });
});

function randomRows(random: Random): Cells[] {
  return Array.from({ length: 30 }, () => {
    const east = 10 * random.below(45);
    const [lng, lat] = random() < 0.1 ? ["", "x"] : beside(east, 8 + 3 * random.below(2));
    const id = random() < 0.3 ? "" : `R${random.below(20)}`;
    const state = random.pick(["完好", "破损", "褪色", "怪", ""]);
    return [id, random.pick(["灯杆", "墙绘", "风车", ""]), "", state, lng, lat, ""];
  });
}

test("no row is lost, and the same file changes nothing again", async () => {
  for (let seed = 0; seed < 12; seed++) {
    const random = seeded(seed);
    const rows = randomRows(random);
    const choice = () => random.pick(["skip", "update", "new"]);
    const choices = JSON.stringify({
      "same-id": choice(),
      "same-place": choice(),
      rows: { 5: choice(), 9: choice() },
    });
    const before = (await all()).length;
    const report = await taken(csv(rows), { choices });
    expect(report.rows).toBe(rows.length);
    expect(report.good + report.bad + report.duplicates).toBe(rows.length);
    const { added, updated, unchanged, skipped } = report.outcomes;
    expect(added + updated + unchanged + skipped).toBe(rows.length - report.bad);
    const left = new Set(
      report.notes.flatMap(({ severity, row }) => (severity === "error" ? [row] : [])),
    );
    expect(left.size).toBe(report.bad);
    const after = await all();
    expect(after.length).toBe(before + added);
    expect((await taken(csv(rows), { choices })).revision).toBeNull();
    expect(await all()).toEqual(after);
  }
});
