import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { categoryTree } from "../../domain/category.ts";
import { defaultCategories } from "../../domain/default-categories.ts";
import { DomainError } from "../../domain/errors.ts";
import type { RecordContext } from "../../domain/imports/compiled-mapping.ts";
import type { ForeignRecord } from "../../domain/imports/foreign-record.ts";
import { mappedColumns } from "../../domain/imports/mapped-columns.ts";
import { problemReader } from "../../domain/imports/problem-from-record.ts";
import { type Note, severityOf } from "../../domain/note.ts";
import { defaultSources } from "../../domain/problem.ts";
import { ownProblemMapping, ProblemMapping } from "../../domain/problem-mapping.ts";
import { toWgs84 } from "../../domain/spatial/datum.ts";
import { cityClock, HOUR_MS } from "../../domain/time.ts";

const CONTEXT: RecordContext = {
  file: "reports.csv",
  tree: categoryTree(defaultCategories),
  sources: defaultSources,
  clock: cityClock("Asia/Shanghai"),
  bounds: [114, 30, 115, 31],
  datum: "wgs84",
  now: Date.parse("2026-11-01T00:00:00+08:00"),
  serialEpoch: null,
};

const BASE = {
  id: "编号",
  category: "类别",
  source: "来源",
  reportedAt: "上报时间",
  position: { lng: "经度", lat: "纬度" },
};
const ROW = {
  编号: "A1",
  类别: "E0102",
  来源: "hotline",
  上报时间: "2026-03-01 08:00",
  经度: "114.3",
  纬度: "30.6",
};

/** Reads one row; what is not under test is a plain good row. */
function read(
  fields: ForeignRecord["fields"] = {},
  mapping: object = {},
  context: Partial<RecordContext> = {},
) {
  const notes: Note[] = [];
  const reader = problemReader(ProblemMapping.parse({ ...BASE, ...mapping }), {
    ...CONTEXT,
    ...context,
  });
  const problem = reader({ row: 2, fields: { ...ROW, ...fields } }, (note) => notes.push(note));
  return { problem, notes, codes: notes.map(({ code }) => code) };
}

describe("a row with everything in order", () => {
  test("becomes a problem without a word", () => {
    expect(read()).toMatchObject({
      notes: [],
      problem: {
        id: "A1",
        category: "E0102",
        source: "hotline",
        state: "reported",
        position: [114.3, 30.6],
        reportedAt: Date.parse("2026-03-01T08:00:00+08:00"),
        closings: [],
        description: "",
        address: null,
        isHardDeduction: false,
      },
    });
  });

  test("gets its category's limit when it has none of its own", () => {
    expect(read().problem?.dueAt).toBe(Date.parse("2026-03-01T08:00:00+08:00") + 12 * HOUR_MS);
    const given = read({ 期限: "2026-03-05" }, { dueAt: "期限" });
    expect(given.problem?.dueAt).toBe(Date.parse("2026-03-05T00:00:00+08:00"));
  });
});

describe("what a problem cannot be without", () => {
  test.each([
    ["编号", "", "missing-field", "id"],
    ["编号", "x".repeat(101), "bad-field", "id"],
    ["类别", "没有的类别", "unknown-category", "category"],
    ["类别", null, "missing-field", "category"],
    ["来源", "微博", "unknown-source", "source"],
    ["上报时间", "去年", "bad-field", "reportedAt"],
    ["上报时间", "NULL", "missing-field", "reportedAt"],
  ] as const)("%s = %s leaves the row out with %s", (column, value, code, field) => {
    const { problem, notes } = read({ [column]: value });
    expect(problem).toBeNull();
    expect(notes).toMatchObject([{ code, field, row: 2, file: "reports.csv" }]);
    expect(severityOf(notes[0]!)).toBe("error");
  });

  test("everything that is missing is told at once", () => {
    const { codes } = read({ 编号: "", 类别: "?", 来源: "", 上报时间: "?" });
    expect(codes).toEqual(["missing-field", "unknown-category", "missing-field", "bad-field"]);
  });

  test("an id that lost its last digits as a number is none", () => {
    expect(read({ 编号: 2 ** 60 }).codes).toContain("missing-field");
    expect(read({ 编号: 101_001_240_734 }).problem?.id).toBe("101001240734");
  });

  test("an id can be made from columns and is the same on every day", () => {
    const mapping = { id: { hashOf: ["上报时间", "类别"], prefix: "h-" } };
    const first = read({}, mapping).problem?.id;
    expect(first).toMatch(/^h-[0-9a-f]{28}$/);
    expect(read({ 编号: "other" }, mapping).problem?.id).toBe(first);
    expect(read({ 上报时间: "2026-03-01 08:01" }, mapping).problem?.id).not.toBe(first);
  });

  test("hashed ids of different rows differ", () => {
    const mapping = ProblemMapping.parse({ ...BASE, id: { hashOf: ["a", "b"] } });
    const reader = problemReader(mapping, CONTEXT);
    const idOf = (a: string, b: string) =>
      reader({ row: 1, fields: { ...ROW, a, b } }, () => undefined)?.id;
    const text = fc
      .string({ minLength: 1 })
      .filter((s) => s.trim() === s && !mapping.blanks.includes(s));
    fc.assert(
      fc.property(text, text, text, text, (a, b, c, d) => {
        expect(idOf(a, b) === idOf(c, d)).toBe(a === c && b === d);
      }),
    );
  });
});

describe("values and templates", () => {
  test("a value is looked up, then taken for a code or a name, then for anything", () => {
    const category = { column: "类别", values: { "Pot hole ": "E0110", "*": "E0199" } };
    const codeOf = (value: string | null) => read({ 类别: value }, { category }).problem?.category;
    expect(codeOf("Pot hole")).toBe("E0110");
    expect(codeOf("POT  HOLE")).toBe("E0110");
    expect(codeOf("E0505")).toBe("E0505");
    expect(codeOf("暴露垃圾")).toBe("E0102");
    expect(codeOf("whatever")).toBe("E0199");
    expect(codeOf(null)).toBe("E0199");
  });

  test("an unmapped category names the value and what is near it", () => {
    const [note] = read({ 类别: "E0598" }).notes;
    expect(note).toMatchObject({
      code: "unknown-category",
      value: "E0598",
      detail: expect.stringContaining("E0599"),
    });
  });

  test("a field is a constant, a template, or the first column that has something", () => {
    const { problem } = read(
      { 街道: "中山路", 号: 5, 备注: null, 内容: " 垃圾成堆 " },
      {
        address: { template: "{街道}{号}号" },
        description: { firstOf: ["备注", "内容"] },
        assetId: { template: "{备注}" },
        source: { constant: "video" },
      },
    );
    expect(problem).toMatchObject({
      address: "中山路5号",
      description: "垃圾成堆",
      assetId: null,
      source: "video",
    });
  });

  test("texts that are too long are cut with a note, references dropped", () => {
    const long = "长".repeat(5000);
    const { problem, codes } = read(
      { 内容: long, 单位: long },
      { description: "内容", address: "内容", assetId: "单位" },
    );
    expect(problem?.description).toHaveLength(4000);
    expect(problem?.address).toHaveLength(300);
    expect(problem?.assetId).toBeNull();
    expect(codes.toSorted()).toEqual(["ignored-field", "text-shortened", "text-shortened"]);
  });

  test("a code that nobody defines is refused before the first row", () => {
    const refused = (mapping: object) => {
      try {
        read({}, mapping);
      } catch (error) {
        return error instanceof DomainError ? error.reason : error;
      }
      return null;
    };
    expect(refused({ category: { constant: "E9901" } })).toBe("unknown-category");
    expect(refused({ source: { column: "来源", values: { a: "tv" } } })).toBe("unknown-value");
  });

  test("a misspelt member, state, format or zone of the mapping is refused", () => {
    for (const wrong of [
      { reportAt: "x" },
      { state: { column: "s", values: { done: "finished" } } },
      { timeFormat: "YYYY/mm/dd" },
      { timezone: "Asia/Wuhan" },
      { position: { lon: "x", lat: "y" } },
    ]) {
      expect(ProblemMapping.safeParse({ ...BASE, ...wrong }).success).toBe(false);
    }
  });

  test("every column that is read is listed, with what it is read for", () => {
    const mapping = ProblemMapping.parse({
      ...BASE,
      address: { template: "{街道} {号}" },
      closings: [{ closedAt: "结案", reopenedAt: "重开" }],
    });
    const columns = mappedColumns(mapping);
    expect(columns.map(({ column }) => column).toSorted()).toEqual(
      ["上报时间", "号", "来源", "类别", "经度", "纬度", "结案", "编号", "街道", "重开"].toSorted(),
    );
    expect(columns.filter(({ isRequired }) => isRequired).map(({ field }) => field)).toEqual([
      "id",
      "category",
      "source",
      "reportedAt",
    ]);
  });
});

describe("times and states", () => {
  const states = {
    state: { column: "状态", values: { 已结案: "closed", 处理中: "accepted", 作废: "withdrawn" } },
  };

  test("the closing wins over the state, with a note", () => {
    const open = read({ 状态: "已结案" }, { ...states, closedAt: "结案" });
    expect([open.problem?.state, open.codes]).toEqual(["reported", ["state-disagrees"]]);
    const closed = read({ 状态: "处理中", 结案: "2026-03-02" }, { ...states, closedAt: "结案" });
    expect([closed.problem?.state, closed.codes]).toEqual(["closed", ["state-disagrees"]]);
    const withdrawn = read({ 状态: "作废", 结案: "2026-03-02" }, { ...states, closedAt: "结案" });
    expect([withdrawn.problem?.state, withdrawn.codes]).toEqual(["withdrawn", []]);
  });

  test("an unknown state is told and taken from the closing", () => {
    const { problem, codes } = read(
      { 状态: "挂起中", 结案: "2026-03-02" },
      { ...states, closedAt: "结案" },
    );
    expect([problem?.state, codes]).toEqual(["closed", ["unknown-state"]]);
  });

  test("a closing before the report is kept as given", () => {
    const { problem, notes } = read({ 结案: "2026-02-27" }, { closedAt: "结案" });
    expect(problem?.closings).toEqual([
      { closedAt: Date.parse("2026-02-27T00:00:00+08:00"), reopenedAt: null },
    ]);
    expect(notes).toMatchObject([{ code: "closed-before-reported", value: "2026-02-27" }]);
  });

  test("future reports and closings are told, future limits are not", () => {
    const { codes } = read(
      { 上报时间: "2026-12-01", 结案: "2026-12-02", 期限: "2027-01-01" },
      { closedAt: "结案", dueAt: "期限" },
    );
    expect(codes).toEqual(["time-in-future", "time-in-future"]);
  });

  test("a limit or closing that cannot be read costs only itself", () => {
    const { problem, notes } = read(
      { 结案: "soon", 期限: "?" },
      { closedAt: "结案", dueAt: "期限" },
    );
    expect(problem).toMatchObject({ closings: [], state: "reported" });
    expect(notes.map(({ code, field }) => [code, field])).toEqual([
      ["ignored-field", "closedAt"],
      ["ignored-field", "dueAt"],
    ]);
  });

  test("pairs of closings and reopenings are put in order, contradictions dropped with a note", () => {
    const pair = { closedAt: "结案", reopenedAt: "重开" };
    const second = { closedAt: "再结案" };
    const good = read(
      { 结案: "2026-03-02", 重开: "2026-03-03", 再结案: "2026-03-04" },
      { closings: [second, pair] },
    );
    expect(good.problem?.closings.map(({ reopenedAt }) => reopenedAt === null)).toEqual([
      false,
      true,
    ]);
    expect([good.problem?.state, good.codes]).toEqual(["closed", []]);
    const twice = read({ 结案: "2026-03-02", 再结案: "2026-03-04" }, { closings: [pair, second] });
    expect(twice.problem?.closings).toHaveLength(1);
    expect(twice.codes).toEqual(["ignored-field"]);
    const reversed = read({ 结案: "2026-03-02", 重开: "2026-03-01" }, { closings: [pair] });
    expect(reversed.problem?.closings).toMatchObject([{ reopenedAt: null }]);
    expect(reversed.codes).toEqual(["ignored-field"]);
  });

  test("a time zone of its own beats the mapping's and the pack's", () => {
    const at = (mapping: object) => read({}, mapping).problem?.reportedAt;
    expect(at({ timezone: "America/New_York" })).toBe(Date.parse("2026-03-01T08:00:00-05:00"));
    expect(
      at({ timezone: "America/New_York", reportedAt: { column: "上报时间", timezone: "UTC" } }),
    ).toBe(Date.parse("2026-03-01T08:00:00Z"));
  });
});

describe("positions", () => {
  const at = (lng: string | number | null, lat: string | number | null, context = {}) =>
    read({ 经度: lng, 纬度: lat }, {}, context);

  test.each([
    [null, null, "no-position", undefined],
    ["", "-", "no-position", undefined],
    [0, 0, "impossible-position", "zero-position"],
    ["114.3", "", "impossible-position", "not-a-number"],
    ["武汉", "30.6", "impossible-position", "not-a-number"],
    ["1143", "30.6", "impossible-position", "out-of-range"],
    ["116.4", "39.9", "impossible-position", "far-outside"],
    ["30.6", "114.3", "axes-maybe-swapped", undefined],
  ] as const)("%s, %s goes to the tray with %s", (lng, lat, code, detail) => {
    const { problem, notes } = at(lng, lat);
    expect(problem?.position).toBeNull();
    expect(notes).toMatchObject([{ code, ...(detail && { detail }) }]);
  });

  test("within 50 km of the bounds a position is kept and told, beyond it is not believed", () => {
    const near = at("114.5", "31.4");
    expect([near.problem?.position, near.codes]).toEqual([[114.5, 31.4], ["outside-bounds"]]);
    expect(at("114.5", "31.5").problem?.position).toBeNull();
    expect(at("115.45", "30.5").problem?.position).not.toBeNull();
    expect(at("115.6", "30.5").problem?.position).toBeNull();
  });

  test("whatever comes out lies on the globe at seven decimals; every loss has a note", () => {
    const number = fc.oneof(
      fc.double({ min: -400, max: 400 }),
      fc.double({ min: 113.5, max: 115.5 }),
    );
    fc.assert(
      fc.property(number, number, fc.constantFrom("wgs84", "gcj02", "bd09"), (lng, lat, datum) => {
        const { problem, notes } = at(lng, lat, { datum, bounds: null });
        const position = problem?.position ?? null;
        if (position === null) expect(notes.length).toBeGreaterThan(0);
        else for (const v of position) expect(Math.round(v * 1e7) / 1e7).toBe(v);
      }),
    );
  });

  test("another datum is converted to WGS 84", () => {
    const [lng, lat] = toWgs84(114.3, 30.6, "gcj02");
    const position = at("114.3", "30.6", { datum: "gcj02" }).problem?.position;
    expect(position?.[0]).toBeCloseTo(lng, 7);
    expect(position?.[1]).toBeCloseTo(lat, 7);
    expect(Math.abs(lng - 114.3)).toBeGreaterThan(0.001);
  });

  test("the first source that is not blank counts", () => {
    const mapping = { position: ["geometry", { text: "坐标", order: "lat-lng" }, { wkt: "几何" }] };
    const positionOf = (fields: object) => read({ ...fields }, mapping).problem?.position;
    expect(positionOf({ 坐标: "30.5, 114.5", 几何: "POINT (114.1 30.1)" })).toEqual([114.5, 30.5]);
    expect(positionOf({ 坐标: "", 几何: "POINT (114.1 30.1)" })).toEqual([114.1, 30.1]);
    expect(positionOf({ 几何: "POINT EMPTY" })).toBeNull();
  });

  test("a geometry that is no point is impossible, an absent one is missing", () => {
    const reader = problemReader(ProblemMapping.parse({ ...BASE, position: "geometry" }), CONTEXT);
    const codeOf = (geometry: unknown) => {
      const notes: Note[] = [];
      const record = { row: 1, fields: ROW, geometry } as ForeignRecord;
      reader(record, (note) => notes.push(note));
      return notes.map(({ code }) => code).join();
    };
    expect(codeOf({ type: "Point", coordinates: [114.3, 30.6, 12] })).toBe("");
    expect(codeOf({ type: "MultiPoint", coordinates: [[114.3, 30.6]] })).toBe("");
    expect(codeOf(null)).toBe("no-position");
    expect(codeOf({ type: "Point", coordinates: [] })).toBe("no-position");
    expect(codeOf({ type: "Point" })).toBe("impossible-position");
    expect(codeOf({ type: "Point", coordinates: ["114.3", "30.6"] })).toBe("impossible-position");
    expect(codeOf({ type: "LineString", coordinates: [[114, 30]] })).toBe("impossible-position");
  });
});

describe("flags and photos", () => {
  test("hard deductions are said in many ways", () => {
    const flag = (value: string | number | boolean | null) =>
      read({ 硬扣: value }, { isHardDeduction: { column: "硬扣", values: ["硬扣分"] } }).problem
        ?.isHardDeduction;
    for (const yes of ["是", "Y", "true", 1, true, "硬扣分"]) expect(flag(yes)).toBe(true);
    for (const no of ["否", "N", 0, false, null, ""]) expect(flag(no)).toBe(false);
  });

  test("photos stay inside the pack's folder", () => {
    const photos = [{ column: "图", kind: "before" }];
    const { problem, notes } = read(
      { 图: "a.jpg; b/c.jpg;https://x.cn/p.jpg;../../etc/passwd;/root/x;C:\\x.jpg" },
      { photos },
    );
    expect(problem?.photos).toEqual([
      { file: "a.jpg", kind: "before" },
      { file: "b/c.jpg", kind: "before" },
    ]);
    expect(notes).toHaveLength(4);
    expect(new Set(notes.map(({ code }) => code))).toEqual(new Set(["ignored-field"]));
  });
});

test("a pack's own file is read by its own names", () => {
  const fields = {
    id: "P1",
    category: "E0102",
    reportedAt: "2026-03-01T08:00:00+08:00",
    closings: JSON.stringify([
      { closedAt: "2026-03-02T08:00:00+08:00", reopenedAt: "2026-03-03T08:00:00+08:00" },
    ]),
    closedAt: "2026-03-09T08:00:00+08:00",
    source: "citizen",
    status: "accepted",
    isHardDeduction: true,
    unitId: "U1",
    photos: JSON.stringify([{ file: "p.jpg", kind: "after", takenAt: "2026-03-02" }]),
  };
  const notes: Note[] = [];
  const geometry = { type: "Point", coordinates: [114.3, 30.6] } as const;
  const problem = problemReader(ownProblemMapping, CONTEXT)(
    { row: 1, fields, geometry: { ...geometry, coordinates: [...geometry.coordinates] } },
    (note) => notes.push(note),
  );
  expect(notes).toEqual([]);
  expect(problem).toMatchObject({
    state: "accepted",
    closings: [{ reopenedAt: Date.parse("2026-03-03T08:00:00+08:00") }],
    isHardDeduction: true,
    assignedUnitId: "U1",
    photos: [{ file: "p.jpg", kind: "after", takenAt: "2026-03-02" }],
  });
});
