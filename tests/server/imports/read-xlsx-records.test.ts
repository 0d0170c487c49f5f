import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { openRecords } from "../../../server/imports/open-records.ts";
import type { TableLayout } from "../../../server/imports/record-source.ts";
import { isDateFormat, unescapeXlsx } from "../../../server/imports/tables/xlsx-workbook.ts";
import { refusalOf } from "../../support/foreign-file.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import { columnLetters, type XlsxCell, xlsxBytes } from "../../support/xlsx-writer.ts";

const scratch = scratchFolder();
const WANTED = new Set(["编号", "时间", "时 间", "备注", "备注 (2)", "序号"]);

async function recordsOf(bytes: Uint8Array, layout: TableLayout = {}, name = "book.xlsx") {
  const source = await openRecords(await scratch.file(name, bytes), { layout, wanted: WANTED });
  const records = [];
  for await (const batch of source.batches) records.push(...batch.records);
  return { ...source, records };
}

const HEADINGS: XlsxCell[] = ["编号", "时间", "备注"];

describe("cells", () => {
  const rows: XlsxCell[][] = [
    HEADINGS,
    ["A1", { serial: 45352.3541666667 }, "汉字 & <b>"],
    [12, { serial: 45352 }, true],
    [0.5, { serial: 0.25 }, null],
    ["A4", null, ""],
  ];

  test.each(["shared", "inline"] as const)(
    "texts, numbers, flags and dates from %s strings",
    async (strings) => {
      const { records, columns, serialEpoch } = await recordsOf(
        xlsxBytes({ sheets: { 表: rows }, strings }),
      );
      expect(columns).toEqual(HEADINGS);
      expect(serialEpoch).toBe(1900);
      expect(records).toEqual([
        { row: 2, fields: { 编号: "A1", 时间: "2024-03-01T08:30:00", 备注: "汉字 & <b>" } },
        { row: 3, fields: { 编号: 12, 时间: "2024-03-01", 备注: true } },
        { row: 4, fields: { 编号: 0.5, 时间: "06:00:00", 备注: null } },
        { row: 5, fields: { 编号: "A4", 时间: null, 备注: "" } },
      ]);
    },
  );

  test("a workbook of 1904 counts its days from there", async () => {
    const sheets = { 表: [HEADINGS, ["A1", { serial: 43890.5 }]] };
    const { records, serialEpoch } = await recordsOf(xlsxBytes({ sheets, is1904: true }));
    expect(serialEpoch).toBe(1904);
    expect(records[0]?.fields.时间).toBe("2024-03-01T12:00:00");
  });

  test("numbers in a format that shows no date stay numbers", async () => {
    const sheets = { 表: [HEADINGS, ["A1", { serial: 45352.5 }]] };
    const { records } = await recordsOf(xlsxBytes({ sheets, dateFormat: "#,##0.00" }));
    expect(records[0]?.fields.时间).toBe(45352.5);
  });

  test("cells and rows that are left out leave gaps, not shifts", async () => {
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>编号</t></is></c><c r="C1" t="inlineStr"><is><t>时间</t></is></c></row><row r="9"><c r="C9"><v>3</v></c></row><row><c t="str"><f>A1</f><v>x_x0041_</v></c><c t="e"><v>#N/A</v></c></row></sheetData></worksheet>`;
    const { records } = await recordsOf(withSheet(sheet));
    expect(records).toEqual([
      { row: 9, fields: { 编号: null, 时间: 3 } },
      { row: 10, fields: { 编号: "xA", 时间: null } },
    ]);
  });
});

describe("sheets and headings", () => {
  test("title rows above the headings are passed over", async () => {
    const rows: XlsxCell[][] = [
      ["某市城市管理问题台账"],
      [null, "制表：督查组", "2026 年"],
      [],
      ["序号", "编号", " 时 间 "],
      [1, "A1", "2026-03-01"],
    ];
    const { columns, records } = await recordsOf(xlsxBytes({ sheets: { 表: rows } }));
    expect(columns).toEqual(["序号", "编号", "时 间"]);
    expect(records).toEqual([{ row: 5, fields: { 序号: 1, 编号: "A1", "时 间": "2026-03-01" } }]);
  });

  test("a heading row that is named is believed", async () => {
    const rows: XlsxCell[][] = [
      ["编号", "时间"],
      ["号", "日"],
      ["A1", "x"],
    ];
    const { columns, records } = await recordsOf(xlsxBytes({ sheets: { 表: rows } }), {
      headerRow: 2,
    });
    expect([columns, records.length]).toEqual([["号", "日"], 1]);
  });

  test("headings that repeat are numbered, empty ones have no field", async () => {
    const rows: XlsxCell[][] = [
      ["编号", "备注", null, "备注"],
      ["A1", "x", "lost", "y"],
    ];
    const { records } = await recordsOf(xlsxBytes({ sheets: { 表: rows } }));
    expect(records[0]?.fields).toEqual({ 编号: "A1", 备注: "x", "备注 (2)": "y" });
  });

  test("the first sheet is read, or the one named; an unknown one is refused with the list", async () => {
    const bytes = xlsxBytes({ sheets: { 封面: [["编号"], ["C"]], 台账: [["编号"], ["T"]] } });
    expect((await recordsOf(bytes)).records[0]?.fields.编号).toBe("C");
    expect((await recordsOf(bytes, { sheet: "台账" })).records[0]?.fields.编号).toBe("T");
    expect(await refusalOf(recordsOf(bytes, { sheet: "汇总" }))).toEqual({
      reason: "unknown-value",
      name: "sheet",
      value: "汇总",
      nearest: ["封面", "台账"],
    });
  });

  test("a packed workbook is read too, an empty sheet is said to be empty", async () => {
    const bytes = xlsxBytes({ sheets: { 表: [HEADINGS, ["A1"]] } });
    expect((await recordsOf(gzipSync(bytes), {}, "book.xlsx.gz")).records).toHaveLength(1);
    const empty = recordsOf(xlsxBytes({ sheets: { 表: [] } }));
    expect(await refusalOf(empty)).toMatchObject({ seems: "empty" });
  });
});

test("columns that nobody wants are not carried along", async () => {
  const bytes = xlsxBytes({
    sheets: {
      表: [
        ["编号", "无关"],
        ["A1", "x"],
      ],
    },
  });
  const { columns, records } = await recordsOf(bytes);
  expect(columns).toEqual(["编号", "无关"]);
  expect(records[0]?.fields).toEqual({ 编号: "A1" });
});

describe("damage and malice", () => {
  const bytes = xlsxBytes({
    sheets: { 表: [HEADINGS, ...Array.from({ length: 500 }, (_, i) => [`A${i}`])] },
  });

  test("a workbook that is cut short or scrambled is refused", async () => {
    expect(await refusalOf(recordsOf(bytes.subarray(0, bytes.length - 40)))).toMatchObject({
      seems: "truncated",
    });
    const scrambled = Buffer.from(bytes);
    const at = scrambled.indexOf("sheet1.xml") + 30;
    scrambled.fill(0xaa, at, at + 40);
    expect(await refusalOf(recordsOf(scrambled))).toMatchObject({ seems: "damaged" });
  });

  test("a sheet that unpacks to hundreds of times its size is refused without being unpacked", async () => {
    const bomb = withSheet(
      `<worksheet><sheetData>${" ".repeat(80_000_000)}</sheetData></worksheet>`,
    );
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refusalOf(recordsOf(bomb))).toMatchObject({ seems: "too-large" });
  });

  test("a cell of megabytes is refused", async () => {
    let text = "";
    for (let i = 0; text.length < 6_000_000; i++)
      text += (Math.imul(i, 2_654_435_761) >>> 0).toString(36);
    const sheet = `<worksheet><sheetData><row><c t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`;
    expect(await refusalOf(recordsOf(withSheet(sheet)))).toMatchObject({ seems: "too-large" });
  });

  test("entities are not expanded", async () => {
    const sheet = `<!DOCTYPE x [<!ENTITY a "编号"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`;
    expect(await refusalOf(recordsOf(withSheet(sheet)))).toMatchObject({ seems: "damaged" });
  });
});

test("column letters count as Excel counts them", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual([
    "A",
    "Z",
    "AA",
    "AZ",
    "BA",
    "ZZ",
    "AAA",
  ]);
});

test.each([
  ["yyyy/m/d", true],
  ["[$-804]yyyy年m月d日;@", true],
  ["h:mm AM/PM", true],
  ["[h]:mm:ss", false],
  ["General", false],
  ["0.00_);[Red]\\(0.00\\)", false],
  ['#,##0 "days"', false],
  ["@", false],
])("format %s shows dates: %s", (code, isDate) => expect(isDateFormat(code)).toBe(isDate));

test("characters that XML cannot hold come back", () => {
  expect(unescapeXlsx("a_x000D_b_x_c")).toBe("a\rb_x_c");
});

/** The plain workbook with another first sheet. */
function withSheet(sheet: string): Buffer {
  const parts = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="表" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": sheet,
  };
  const files = Object.entries(parts).map(([path, text]) => [path, strToU8(text)] as const);
  return Buffer.from(zipSync(Object.fromEntries(files)));
}
