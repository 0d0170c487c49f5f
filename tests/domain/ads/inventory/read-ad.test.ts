import { describe, expect, it, test } from "vitest";
import { AdMapping } from "../../../../domain/ads/inventory/ad-mapping.ts";
import { codeOfWord } from "../../../../domain/ads/inventory/ad-words.ts";
import { parseBearing } from "../../../../domain/ads/inventory/bearing.ts";
import { guessAdMapping } from "../../../../domain/ads/inventory/guess-mapping.ts";
import { adReader } from "../../../../domain/ads/inventory/read-ad.ts";
import type { FieldValue } from "../../../../domain/imports/foreign-record.ts";
import { severityOf } from "../../../../domain/note.ts";

const units = new Map([
  ["C01", "C01"],
  ["城管局", "C01"],
]);
const context = {
  file: "台账.csv",
  bounds: [114.2, 30.5, 114.4, 30.7] as const,
  datum: "wgs84" as const,
  others: ["gcj02" as const],
  units,
};
const mapping = AdMapping.parse({
  columns: {
    id: "编号",
    carrier: "载体",
    theme: "主题",
    state: "现状",
    facing: "朝向",
    repairCost: "维修费",
    unitId: "责任单位",
    photo: "照片",
    note: "备注",
  },
  position: { lng: "经度", lat: "纬度" },
});
const row = (fields: Record<string, FieldValue>) => ({ row: 7, fields });
const good = { 编号: "A1", 载体: "灯杆", 现状: "完好", 经度: "114.3", 纬度: 30.6 };
const read = (fields: Record<string, FieldValue>) =>
  adReader(mapping, context)(row({ ...good, ...fields }));

describe("words of offices", () => {
  it.each([
    ["state", "完好", "ok"],
    ["state", " 轻微破损 ", "minor"],
    ["state", "破损", "damaged"],
    ["state", "无破损", "ok"],
    ["state", "褪色", "faded"],
    ["state", "已拆除", "removed"],
    ["state", "OK", "ok"],
    ["carrier", "公交候车亭", "bus-shelter"],
    ["carrier", "ＬＥＤ屏", "screen"],
    ["carrier", "宣传栏（橱窗）", null],
    ["carrier", "围挡", "hoarding"],
    ["theme", "社会主义核心价值观", "values"],
    ["theme", "讲文明 树新风", "civility"],
    ["theme", "诚信类", "honesty"],
  ] as const)("%s %s is %s", (field, word, code) => {
    expect(codeOfWord(field, word)).toBe(code);
  });

  it("come after what the mapping says", () => {
    expect(codeOfWord("state", "一般", { 一般: "ok" })).toBe("ok");
  });
});

it.each([
  [90, 90],
  ["90°", 90],
  ["-90", 270],
  ["西", 270],
  ["朝东南", 135],
  ["坐北朝南", 180],
  ["面向西侧", 270],
  ["南东", 135],
  ["NW", 315],
  ["北偏东30度", 30],
  ["西偏北10°", 280],
  ["向阳", null],
  ["", null],
  [1000, null],
] as const)("%s faces %s", (text, degrees) => {
  expect(parseBearing(text)).toBe(degrees);
});

describe("guessing a mapping", () => {
  const guess = (columns: string[], fields: Record<string, FieldValue> = {}) =>
    guessAdMapping(columns, [row(fields)], false);

  it("knows the headings that offices use", () => {
    const columns = ["序号", "点位编号", "载体类型", "宣传主题", "完好情况", "朝向", "经度(°)"];
    const found = guess([...columns, "纬度(°)", "责任单位", "维修费用（元）", "现场照片", "备注"]);
    expect(found.columns).toEqual({
      id: "点位编号",
      carrier: "载体类型",
      theme: "宣传主题",
      state: "完好情况",
      facing: "朝向",
      unitId: "责任单位",
      repairCost: "维修费用（元）",
      photo: "现场照片",
      note: "备注",
    });
    expect(found.position).toEqual({ lng: "经度(°)", lat: "纬度(°)" });
    expect(found.stateOtherwise).toBeNull();
  });

  it("tells the order of a pair from its values, and takes no column twice", () => {
    const found = guess(["编号", "坐标", "类型"], { 坐标: "30.6, 114.3" });
    expect(found.position).toEqual({ text: "坐标", order: "lat-lng" });
    expect(found.columns).toEqual({ id: "编号", carrier: "类型" });
    expect(found.stateOtherwise).toBe("ok");
  });

  it("finds nothing in a table of something else", () => {
    expect(guess(["甲", "乙"])).toMatchObject({ columns: {}, position: "geometry" });
  });
});

describe("reading a row", () => {
  it("takes words as codes and units by their names", () => {
    const { draft, notes } = read({
      朝向: "朝西",
      维修费: "1,200元",
      责任单位: "城管局",
      主题: "诚信",
    });
    expect(notes).toEqual([]);
    expect(draft).toMatchObject({
      id: "A1",
      at: [114.3, 30.6],
      fields: {
        carrier: "lamp",
        theme: "honesty",
        state: "ok",
        facing: 270,
        repairCost: 1200,
        unitId: "C01",
      },
    });
    expect(draft?.otherwise.gcj02?.[0]).toBeCloseTo(114.2945, 3);
  });

  it("leaves out what it cannot place or judge, each with a note", () => {
    for (const [fields, code] of [
      [{ 现状: "半新" }, "bad-field"],
      [{ 现状: "" }, "missing-field"],
      [{ 经度: "", 纬度: "" }, "missing-field"],
      [{ 经度: "甲" }, "bad-field"],
      [{ 经度: 30.6, 纬度: 114.3 }, "swapped-axes"],
      [{ 经度: 0, 纬度: 0 }, "bad-field"],
      [{ 编号: "x".repeat(101) }, "bad-field"],
    ] as const) {
      const { draft, notes } = read(fields);
      expect(draft).toBeNull();
      expect(notes.map((note) => [note.code, note.row])).toEqual([[code, 7]]);
      expect(notes.some((note) => severityOf(note) === "error")).toBe(true);
    }
  });

  it("keeps a carrier that nobody knows, and says so", () => {
    const { draft, unknown } = read({ 载体: "风车" });
    expect(draft?.fields.carrier).toBe("风车");
    expect(unknown).toEqual([{ field: "carrier", value: "风车" }]);
  });

  it("drops a field with a note and keeps the rest", () => {
    const { draft, notes } = read({ 朝向: "向阳", 维修费: "面议", 责任单位: "城关局" });
    expect(notes.map(({ code, field }) => [code, field])).toEqual([
      ["ignored-field", "朝向"],
      ["ignored-field", "维修费"],
      ["reference-dropped", "责任单位"],
    ]);
    expect(notes[2]?.detail).toContain("城管局");
    expect(draft?.fields).toEqual({ carrier: "lamp", state: "ok" });
  });

  test("rows without ids get one by what they say", () => {
    const [a, b, c] = [{}, {}, { 载体: "墙绘" }].map((f) => read({ 编号: null, ...f }).draft?.id);
    expect(a).toMatch(/^AD-/);
    expect(a).toBe(b);
    expect(a).not.toBe(c);
  });
});
