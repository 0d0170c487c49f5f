import { strFromU8, unzipSync } from "fflate";
import { beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "../../../domain/account.ts";
import { CaseActsDone, WorkOrderDetail, WorkOrderList } from "../../../domain/contract/cases.ts";
import { DAY_MS, HOUR_MS } from "../../../domain/time.ts";
import { openPdf } from "../../../scripts/pdf-page.ts";
import { aCity, aProblem, at } from "../../support/city-builder.ts";
import { readQr } from "../../support/read-qr.ts";
import { type TestApp, testApp } from "../../support/test-app.ts";
import { TODAY } from "../../support/test-city.ts";
import { as, aViewer } from "../../support/viewers.ts";

let app: TestApp;
const unit = { ...aViewer("unit"), account: "unit-1", unitId: "U1" };
const otherUnit = { ...aViewer("unit"), account: "unit-2", unitId: "U2" };
const strangeUnit = { ...aViewer("unit"), account: "unit-3", unitId: "U3" };
const operator = aViewer("operator");
const inspector = { ...aViewer("inspector"), person: null };

beforeEach(async () => {
  const pack = aCity()
    .withZone("A", [0, 0, 5, 10])
    .withZone("B", [5, 0, 10, 10])
    .withZone("C", [10, 0, 15, 10])
    .withRoad(
      "R1",
      [
        [0, 1],
        [5, 1],
      ],
      "和平路",
    )
    .withDuty("implementing-unit", { type: "zone", id: "A" }, { unitId: "U1" })
    .withDuty("implementing-unit", { type: "zone", id: "B" }, { unitId: "U2" })
    .withDuty("implementing-unit", { type: "zone", id: "C" }, { unitId: "U3" })
    .withDuty("section-chief", { type: "section", id: "R1" }, { person: "路长" })
    .build();
  const reported = { reportedAt: TODAY - HOUR_MS, category: "E0102" };
  app = await testApp(pack, [
    aProblem({
      id: "a1",
      position: at(1, 1),
      description: "联系张先生13812345678",
      address: null,
      ...reported,
    }),
    aProblem({ id: "a2", position: at(1, 2), ...reported, category: "E0501" }),
    aProblem({ id: "a3", position: at(1, 8), ...reported }),
    aProblem({ id: "b1", position: at(7, 1), ...reported }),
  ]);
});

async function many(viewer: Viewer, body: object): Promise<CaseActsDone> {
  const response = await app.post("/api/cases/acts", body, as(viewer));
  expect(response.status).toBe(200);
  return CaseActsDone.parse(await response.json());
}

/** Accepted and dispatched, each to the unit that duties name, or all to one. */
async function dispatched(ids: readonly string[], unitId?: string): Promise<CaseActsDone> {
  await many(operator, { act: "accept", ids });
  const reason = unitId === undefined ? undefined : "统一办理";
  return many(operator, { act: "dispatch", ids, unitId, reason });
}

const get = (path: string, viewer: Viewer) => app.request(path, { headers: as(viewer) });
const orders = async (viewer: Viewer, query = "") => {
  const response = await get(`/api/work-orders${query}`, viewer);
  expect(response.status).toBe(200);
  return WorkOrderList.parse(await response.json()).orders;
};
const order = async (viewer: Viewer, number: string) => {
  const response = await get(`/api/work-orders/${number}`, viewer);
  expect(response.status).toBe(200);
  return WorkOrderDetail.parse(await response.json());
};
const statusOf = async (viewer: Viewer, path: string) => (await get(path, viewer)).status;

async function pdfText(path: string, viewer: Viewer): Promise<string> {
  const response = await get(path, viewer);
  expect(response.status).toBe(200);
  const pdf = await openPdf(new Uint8Array(await response.arrayBuffer()));
  const pages = Array.from({ length: pdf.pageCount }, (_, i) => pdf.textsOf(i + 1));
  return (await Promise.all(pages))
    .flat()
    .map(({ text }) => text)
    .join("");
}

async function docxText(path: string, viewer: Viewer): Promise<string> {
  const response = await get(path, viewer);
  expect(response.status).toBe(200);
  const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  return [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join("");
}

const FIRST = "2026-00001";
const SECOND = "2026-00002";

describe("the list", () => {
  test("has the newest first, with what is still to be done and until when", async () => {
    expect(await orders(operator)).toEqual([]);
    await dispatched(["a1", "a2", "b1"]);
    app.clock.now += HOUR_MS;
    await dispatched(["a3"]);
    const [third, ...firsts] = await orders(operator);
    expect(third).toMatchObject({ number: "2026-00003", problems: 1, issuedBy: "operator" });
    expect(firsts.map(({ number }) => number)).toEqual([SECOND, FIRST]);
    const first = await order(operator, FIRST);
    expect(first).toMatchObject({ unit: { id: "U1", name: "单位U1" }, problems: 2, open: 2 });
    expect(first.features.map(({ id }) => id)).toEqual(["a1", "a2"]);
    const dues = first.features.map(({ properties }) => properties.dueAt ?? "");
    expect(first.nextDueAt).toBe(dues.toSorted()[0]);
    expect((await orders(operator, "?unit=U2")).map(({ number }) => number)).toEqual([SECOND]);
    expect(await orders(operator, "?limit=1")).toHaveLength(1);
  });

  test("open falls as work is reported, rises with rework, and what is handed on leaves it", async () => {
    await dispatched(["a1", "a2"]);
    await many(unit, { act: "rectify", ids: ["a1"], note: "已清理" });
    expect(await order(operator, FIRST)).toMatchObject({ problems: 2, open: 1 });
    await many(inspector, { act: "rework", ids: ["a1"], reason: "仍有" });
    expect(await order(operator, FIRST)).toMatchObject({ problems: 2, open: 2 });
    await many(operator, { act: "dispatch", ids: ["a1"], unitId: "U2", reason: "改派" });
    expect(await order(operator, FIRST)).toMatchObject({ problems: 2, open: 1 });
    expect(await order(operator, SECOND)).toMatchObject({ problems: 1, open: 1 });
    await many(operator, { act: "close-directly", ids: ["a2"] });
    expect(await order(operator, FIRST)).toMatchObject({ problems: 2, open: 0, nextDueAt: null });
    expect((await orders(operator, "?open=1")).map(({ number }) => number)).toEqual([SECOND]);
    expect(await orders(operator, "?open=0")).toHaveLength(2);
  });

  test("counts what is overdue now; the next deadline is one to come", async () => {
    await dispatched(["a1", "a2"]);
    const [soon, late] = (await order(operator, FIRST)).features
      .map(({ properties }) => Date.parse(properties.dueAt ?? ""))
      .sort((a, b) => a - b);
    app.clock.now = (soon ?? 0) + 60_000;
    const now = await order(operator, FIRST);
    expect(now).toMatchObject({ open: 2, overdue: 1 });
    expect(Date.parse(now.nextDueAt ?? "")).toBe(late);
    app.clock.now = (late ?? 0) + 60_000;
    expect(await order(operator, FIRST)).toMatchObject({ overdue: 2, nextDueAt: null });
  });

  test("looks past orders that are done for one that is not", async () => {
    await dispatched(["a1"]);
    await dispatched(["a2"]);
    await dispatched(["a3"]);
    await many(operator, { act: "close-directly", ids: ["a2", "a3"] });
    expect((await orders(operator, "?open=1&limit=1")).map(({ number }) => number)).toEqual([
      FIRST,
    ]);
  });

  test("refuses what it does not know", async () => {
    for (const query of ["?unit=nobody", "?open=yes", "?limit=0", "?limit=201", "?sort=x"])
      expect([query, await statusOf(operator, `/api/work-orders${query}`)]).toEqual([query, 400]);
    expect(await statusOf(operator, "/api/work-orders/2026-99999")).toBe(404);
    expect(await statusOf(operator, "/api/work-orders/2026-99999/order.pdf")).toBe(404);
  });
});

describe("who sees an order", () => {
  const files = ["", "/order.pdf", "/order.docx"].map((end) => `/api/work-orders/${SECOND}${end}`);

  test("a unit its own, another's is as unknown as one that is not", async () => {
    await dispatched(["a1", "a2", "b1"]);
    expect((await orders(unit)).map(({ number }) => number)).toEqual([FIRST]);
    expect((await orders(otherUnit)).map(({ number }) => number)).toEqual([SECOND]);
    expect(await orders(strangeUnit)).toEqual([]);
    for (const file of files) {
      expect([file, await statusOf(otherUnit, file)]).toEqual([file, 200]);
      expect([file, await statusOf(unit, file)]).toEqual([file, 404]);
      expect([file, await statusOf(aViewer("public"), file)]).toEqual([file, 403]);
    }
    const hidden = await (await get(`/api/work-orders/${SECOND}`, unit)).json();
    const unknown = await (await get("/api/work-orders/2026-77777", unit)).json();
    expect(JSON.stringify(hidden).replaceAll(SECOND, "2026-77777")).toBe(JSON.stringify(unknown));
  });

  test("numbers are of what of it is seen, on paper too", async () => {
    // One order to U3 for problems of two areas: each area's unit sees its part, U3 all.
    await dispatched(["a1", "b1"], "U3");
    expect(await order(operator, FIRST)).toMatchObject({ problems: 2 });
    expect(await order(strangeUnit, FIRST)).toMatchObject({ problems: 2 });
    const part = await order(unit, FIRST);
    expect(part.features.map(({ id }) => id)).toEqual(["a1"]);
    expect(part).toMatchObject({ problems: 1, open: 1 });
    const printed = await pdfText(`/api/work-orders/${FIRST}/order.pdf`, unit);
    expect(printed).toContain("现将下列 1 件问题");
    expect(printed).toContain("a1");
    expect(printed).not.toContain("b1");
    const whole = await pdfText(`/api/work-orders/${FIRST}/order.pdf`, operator);
    expect(whole).toContain("现将下列 2 件问题");
    expect(whole).toContain("b1");
  });

  test("telephone numbers are masked for whoever has no need of them", async () => {
    await dispatched(["a1"]);
    const paths = ["order.pdf", "order.docx"].map((file) => `/api/work-orders/${FIRST}/${file}`);
    for (const path of paths) {
      const read = path.endsWith("pdf") ? pdfText : docxText;
      expect(await read(path, operator)).toContain("13812345678");
      const masked = await read(path, unit);
      expect(masked).toContain("138****5678");
      expect(masked).not.toContain("13812345678");
    }
    const notice = await pdfText("/api/work-orders/notice.pdf?unit=U1", unit);
    expect(notice).toContain("138****5678");
  });

  test("files that are taken are on record", async () => {
    await dispatched(["a1"]);
    await get(`/api/work-orders/${FIRST}/order.pdf`, unit);
    await get("/api/work-orders/notice.docx?unit=U1", unit);
    const taken = await app.city.storage.auditOf("file", `work-orders/${FIRST}/order.pdf`);
    expect(taken).toMatchObject([{ actor: "unit-1", action: "export" }]);
    expect(taken[0]?.after).toMatchObject({ file: `交办单-${FIRST}-单位U1.pdf` });
    expect(await app.city.storage.auditOf("file", "work-orders/notice.docx")).toHaveLength(1);
  });
});

describe("a printed order", () => {
  test("has its number, whom it goes to, the deadlines of its day, and a code to its page", async () => {
    await dispatched(["a1", "a2"]);
    const path = `/api/work-orders/${FIRST}/order.pdf`;
    const said = await pdfText(path, operator);
    for (const words of [
      "试验市创建全国文明城市指挥部",
      "试验创交〔2026〕1号",
      "单位U1：",
      "经办：operator",
      "A片区 和平路",
      "无照片",
    ])
      expect(said).toContain(words);
    const bytes = new Uint8Array(await (await get(path, operator)).arrayBuffer());
    const code = readQr(await (await openPdf(bytes)).pixelsOf(1, 150));
    expect(code).toBe(`http://localhost/orders/${FIRST}`);
    // Later acts do not change what was issued.
    const due = (await order(operator, FIRST)).features[0]?.properties.dueAt ?? "";
    const until = new Date(Date.parse(due) + 5 * DAY_MS).toISOString();
    await many(unit, { act: "request-extension", ids: ["a1"], until, reason: "雨天" });
    await many(operator, { act: "grant-extension", ids: ["a1"] });
    expect((await order(operator, FIRST)).features[0]?.properties.dueAt).not.toBe(due);
    expect(await pdfText(path, operator)).toBe(said);
  });

  test("speaks English when asked, and refuses other languages", async () => {
    await dispatched(["a1"]);
    const path = `/api/work-orders/${FIRST}/order.pdf`;
    expect(await pdfText(`${path}?lang=en`, operator)).toContain("Page 1 of 1");
    expect(await docxText(path.replace("pdf", "docx?lang=en"), operator)).toContain("Work order");
    expect(await statusOf(operator, `${path}?lang=fr`)).toBe(400);
    expect(await statusOf(operator, `${path}?size=A3`)).toBe(400);
  });

  test("a city may call its office and number its papers as it does", async () => {
    Object.assign(app.city.pack.manifest.settings.order, {
      office: "试验市文明办",
      orderMark: "试文交",
      noticeMark: "试文督",
    });
    await dispatched(["a1"]);
    const said = await pdfText(`/api/work-orders/${FIRST}/order.pdf`, operator);
    expect(said).toContain("试验市文明办");
    expect(said).toContain("试文交〔2026〕1号");
    const notice = await pdfText("/api/work-orders/notice.pdf?unit=U1", operator);
    expect(notice).toContain("试文督〔2026〕");
  });
});

describe("a notice", () => {
  const path = "/api/work-orders/notice.pdf?unit=U1";

  test("lists what is dispatched and not rectified, overdue first", async () => {
    expect(await statusOf(operator, path)).toBe(404);
    await dispatched(["a1", "a2"]);
    app.clock.now += DAY_MS;
    await dispatched(["a3", "b1"]);
    const before = await pdfText(path, operator);
    expect(before).toContain("尚有 3 件问题未办结");
    app.clock.now += 10 * DAY_MS;
    await many(unit, { act: "rectify", ids: ["a2"], note: "已整改" });
    const said = await pdfText(path, operator);
    expect(said).toContain("尚有 2 件问题未办结，其中超期 2 件");
    expect(said.indexOf("a1")).toBeGreaterThan(0);
    expect(said.indexOf("a1")).toBeLessThan(said.indexOf("a3"));
    expect(said).not.toContain("b1");
    expect(await docxText(path.replace("pdf", "docx"), operator)).toContain("超期 2 件");
  });

  test("asks for an explanation of what was overdue twice, and counts rework", async () => {
    await dispatched(["a1"]);
    app.clock.now += 9 * DAY_MS;
    expect(await pdfText(path, operator)).not.toContain("书面说明");
    await many(unit, { act: "rectify", ids: ["a1"], note: "已清理" });
    await many(inspector, { act: "rework", ids: ["a1"], reason: "仍有" });
    app.clock.now += 9 * DAY_MS;
    const said = await pdfText(path, operator);
    expect(said).toContain("两次以上超期的问题（序号 1）");
    expect(said).toContain("返工 1 次");
  });

  test("tells what came back at its place", async () => {
    await dispatched(["a1"]);
    await many(operator, { act: "close-directly", ids: ["a1"] });
    app.clock.now += 20 * DAY_MS;
    const again = await app.post("/api/problems", {
      clientId: "again",
      category: "E0102",
      source: "hotline",
      position: at(1, 1),
    });
    const { id } = (await again.json()) as { id: string };
    await dispatched([id]);
    const said = await pdfText(path, operator);
    expect(said).toContain("反复发生 1 件");
    expect(said).toContain("反复 1 次");
  });

  test("is narrowed by a filter, demands by a day, and refuses the rest", async () => {
    await dispatched(["a1", "a2", "a3"]);
    expect(await pdfText(`${path}&category=E05`, operator)).toContain("尚有 1 件问题未办结");
    app.clock.now += 10 * DAY_MS;
    const by = app.city.clock.toDate(app.clock.now + 3 * DAY_MS);
    const [year, month, day] = by.split("-").map(Number);
    expect(await pdfText(`${path}&by=${by}`, operator)).toContain(
      `于${year}年${month}月${day}日下班前`,
    );
    for (const query of ["by=2020-01-01", "by=x", "state=closed", "asOf=2026-01-01", "unit=U2"])
      expect([query, await statusOf(operator, `${path}&${query}`)]).toEqual([query, 400]);
    expect(await statusOf(operator, "/api/work-orders/notice.pdf")).toBe(400);
    expect(await statusOf(operator, "/api/work-orders/notice.pdf?unit=nobody")).toBe(400);
  });

  test("of another unit is empty to a unit that sees nothing of it", async () => {
    await dispatched(["a1", "b1"]);
    expect(await statusOf(unit, path)).toBe(200);
    expect(await statusOf(otherUnit, path)).toBe(404);
    expect(await statusOf(aViewer("public"), path)).toBe(403);
  });
});
