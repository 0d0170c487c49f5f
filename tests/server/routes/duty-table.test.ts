import { beforeAll, describe, expect, test } from "vitest";
import { DutyImport } from "../../../domain/contract/duty-import.ts";
import { xlsxFile } from "../../../server/exports/xlsx-file.ts";
import { seeded } from "../../support/random.ts";
import { gridCity, randomProblems } from "../../support/random-city.ts";
import { type TestApp, testApp } from "../../support/test-app.ts";
import { xlsxBytes } from "../../support/xlsx-writer.ts";

const TITLES =
  "编号,职责,姓名,单位编号,范围类型,范围编号,范围名称,附加范围,起始日期,截止日期(不含),电话";

let app: TestApp;
beforeAll(async () => {
  app = await testApp(gridCity(), randomProblems(seeded(7), 50));
});

const bytesOf = async (path: string) =>
  new Uint8Array(await (await app.request(path)).arrayBuffer());

function send(body: string | Uint8Array<ArrayBuffer>, query = "?preview=1"): Promise<Response> {
  return app.request(`/api/duties/import${query}`, { method: "POST", body });
}

async function sent(
  body: string | Uint8Array<ArrayBuffer>,
  query = "?preview=1",
): Promise<DutyImport> {
  const response = await send(body, query);
  const answer = await response.json();
  expect(response.status, JSON.stringify(answer)).toBe(200);
  return DutyImport.parse(answer);
}

const table = (...rows: readonly string[]) => [TITLES, ...rows].join("\r\n");

describe("export and import", () => {
  test.each(["xlsx", "csv"])("%s: what was exported changes nothing", async (ending) => {
    const { duties } = app.city.tables.registry;
    const exported = await bytesOf(`/api/duties/table.${ending}`);
    const revision = await app.city.storage.revision();
    const preview = await sent(exported);
    expect(preview).toMatchObject({ rows: duties.length, unchanged: duties.length });
    expect(preview).toMatchObject({ added: 0, changed: 0, errors: [], changes: [] });
    const taken = await sent(exported, "");
    expect(taken.revision).toBeNull();
    expect(await app.city.storage.revision()).toBe(revision);
    expect(app.city.tables.registry.duties).toBe(duties);
  });

  test("the template is read as an empty table", async () => {
    for (const ending of ["xlsx", "csv"]) {
      const template = await bytesOf(`/api/duties/table.${ending}?template=1`);
      expect(await sent(template), ending).toMatchObject({ rows: 0, errors: [] });
    }
  });

  test("cells that a spreadsheet would run are text in the CSV and come back as they were", async () => {
    const row = ',挂片领导,"=HYPERLINK(""x"")",,网格,Z22,,,2026-01-01,,';
    const done = await sent(table(row), "");
    const csv = new TextDecoder().decode(await bytesOf("/api/duties/table.csv"));
    expect(csv).toContain("\"'=HYPERLINK");
    expect(await sent(csv)).toMatchObject({ changed: 0, added: 0 });
    await app.post("/api/duties/undo", { revision: done.revision });
  });
});

describe("a table that changes something", () => {
  test("is shown first, then kept as one act that can be taken back", async () => {
    const before = app.city.tables.registry.duties;
    const first = before.find(({ role }) => role === "zone-lead");
    const rows = xlsxBytes({
      sheets: {
        表: [
          ["全市责任登记表"],
          TITLES.replace("(不含)", "（不含）").split(","),
          [
            first?.id ?? "",
            "挂片领导",
            "改名",
            null,
            "zone",
            first?.scope.id ?? "",
            null,
            null,
            { serial: 46082 },
            null,
            12345,
          ],
          [
            null,
            "路段长",
            "新人",
            null,
            "路段",
            before.find(({ scope }) => scope.type === "section")?.scope.id ?? "",
            null,
            "类别：E05",
            "2026年3月1日",
            "2026/12/1",
            null,
          ],
        ],
      },
    });
    const body = new Uint8Array(rows);
    const preview = await sent(body);
    expect(preview.errors).toEqual([]);
    expect(preview).toMatchObject({ added: 1, changed: 1, revision: null });
    expect(preview.changes[0]).toMatchObject({
      duty: { person: "改名", phone: "12345", from: "2026-03-01T00:00:00+08:00" },
      before: { person: first?.person },
    });
    expect(preview.changes[1]?.duty).toMatchObject({
      id: "",
      also: { type: "category", id: "E05" },
      to: "2026-12-01T00:00:00+08:00",
    });
    expect(app.city.tables.registry.duties).toBe(before);

    const form = new FormData();
    form.set("file", new File([body], "责任表.xlsx"));
    const response = await app.request("/api/duties/import", { method: "POST", body: form });
    const taken = DutyImport.parse(await response.json());
    expect(taken.revision).not.toBeNull();
    expect(app.city.tables.registry.duties).toHaveLength(before.length + 1);
    await app.post("/api/duties/undo", { revision: taken.revision });
    expect(app.city.tables.registry.duties).toEqual(before);
  });
});

describe("mistakes", () => {
  const rows = [
    "A1,,甲,,网格,Z22,,,2026-01-01,,",
    "A2,片长,甲,,网格,Z22,,,2026-01-01,,",
    "A3,挂片领导,甲,,小区,Z22,,,2026-01-01,,",
    "A4,挂片领导,甲,,网格,Z99,,,2026-01-01,,",
    "A5,挂片领导,甲,,网格,Z22,别的片区,,2026-01-01,,",
    "A6,挂片领导,甲,,网格,Z22,,类别:E77,2026-01-01,,",
    "A7,挂片领导,甲,,网格,Z22,,E05,2026-01-01,,",
    "A8,挂片领导,甲,U404,网格,Z22,,,2026-01-01,,",
    "A9,挂片领导,甲,,网格,Z22,,,2026-02-30,,",
    "A10,挂片领导,甲,,网格,Z22,,,2026-05-01,2026-04-01,",
    "A11,挂片领导,,,网格,Z22,,,2026-01-01,,",
    "A12,挂片领导,甲,,网格,Z22,,,2026-01-01,,",
    "A12,挂片领导,乙,,网格,Z22,,,2026-01-01,,",
    `A13,挂片领导,甲,,网格,Z22,,,2026-01-01,,${"0".repeat(41)}`,
  ];
  const sentences = [
    /^第 2 行“职责”为空；请填写下列之一：挂片领导、路段长/,
    /^第 3 行“职责”“片长”无效；请填写下列之一：挂片领导/,
    /^第 4 行“范围类型”“小区”无效；请填写下列之一：网格、路段/,
    /^第 5 行“范围编号”“Z99”不存在；请核对/,
    /^第 6 行“范围名称”“别的片区”与编号对应的名称“.+”不符/,
    /^第 7 行“附加范围”中的类别代码“E77”不存在.*；请填写类别表中的代码/,
    /^第 8 行“附加范围”“E05”无效；请写成“范围类型:范围编号”/,
    /^第 9 行“单位编号”“U404”不存在；请填写单位表中的编号/,
    /^第 10 行“起始日期”“2026-02-30”无效；请写成 2026-03-01 的形式/,
    /^第 11 行“截止日期\(不含\)”“2026-04-01”不晚于起始日期“2026-05-01”/,
    /^第 12 行“姓名”和“单位编号”都为空；请至少填写一项/,
    /^第 14 行“编号”“A12”与第 13 行重复/,
    /^第 15 行“电话”“0+”无效；请缩短到 40 个字以内/,
  ];

  test.each(["csv", "xlsx"])(
    "%s: every kind has its own sentence and nothing is written",
    async (kind) => {
      const cells = rows.map((row) => row.split(","));
      const sheet = { name: "表", rows: [TITLES.split(","), ...cells], widths: [] };
      const body = kind === "csv" ? table(...rows) : xlsxFile([sheet]);
      const revision = app.city.revision;
      const { errors, errorCount } = await sent(body);
      expect(errorCount).toBe(sentences.length);
      errors.forEach(({ message }, i) => {
        expect(message).toMatch(sentences[i] ?? /none/);
      });
      const refused = await send(body, "");
      expect(refused.status).toBe(400);
      expect(await refused.text()).toContain("共 13 处错误，未写入");
      expect(app.city.revision).toBe(revision);
    },
  );

  test("a heading that is missing or not known is named before any row", async () => {
    const text = table(rows[11] ?? "")
      .replace("范围类型", "类型")
      .replace("电话", "手机");
    const { errors } = await sent(text);
    expect(errors.map(({ message }) => message)).toEqual([
      "第 1 行表头缺少“范围类型”列；请使用模板的表头",
      "第 1 行表头“类型”不是模板中的列；请改为模板的列名，或删去该列",
      "第 1 行表头“手机”不是模板中的列；请改为模板的列名，或删去该列",
    ]);
  });

  test("what is no table is refused by what it is", async () => {
    const answer = await send("%PDF-1.7 …");
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("PDF");
    expect((await send(new Uint8Array(17 * 1024 * 1024))).status).toBe(413);
  });
});
