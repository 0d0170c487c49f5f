import { beforeEach, describe, expect, test } from "vitest";
import {
  NewProblemMade,
  ProblemsNear,
  PublicNear,
  PublicPlace,
  PublicReport,
  PublicReportMade,
} from "../../../domain/contract/public-reports.ts";
import { DAY_MS, HOUR_MS } from "../../../domain/time.ts";
import { reportCodes } from "../../../server/access/report-codes.ts";
import { aCity, aProblem, at } from "../../support/city-builder.ts";
import { TEST_ADDRESS, type TestApp, testApp } from "../../support/test-app.ts";
import { as, aViewer, UNIT } from "../../support/viewers.ts";
import { aPhonePicture, SECRET } from "../photos/hostile-pictures.ts";

let app: TestApp;
beforeEach(async () => {
  const pack = aCity()
    .withZone("A", [0, 0, 10, 10])
    .withRoad(
      "R1",
      [
        [1, 5],
        [9, 5],
      ],
      "和平大道",
    )
    .withDuty("implementing-unit", { type: "zone", id: "A" }, { unitId: UNIT })
    .build();
  app = await testApp(pack, [
    aProblem({
      id: "old",
      position: at(2, 2),
      category: "E0102",
      description: "联系 13812345678",
    }),
  ]);
});

const by = (from = "10.0.0.1") => ({ ...as("none"), [TEST_ADDRESS]: from });
const body = (clientId: string, more: object = {}) => ({
  clientId: `report-${clientId.padEnd(16, "x")}`,
  category: "E0102",
  position: at(5, 5),
  ...more,
});
const send = (sent: object, from?: string) => app.post("/api/public/reports", sent, by(from));

async function made(more: object = {}): Promise<PublicReportMade> {
  const response = await send(body("one", more));
  expect(response.status).toBe(201);
  return PublicReportMade.parse(await response.json());
}

function look(number: string, code: string, from = "10.0.0.1") {
  return app.request(`/api/public/reports/${number}?code=${encodeURIComponent(code)}`, {
    headers: by(from),
  });
}

async function progress({ number, code }: PublicReportMade): Promise<PublicReport> {
  const response = await look(number, code);
  expect(response.status).toBe(200);
  return PublicReport.parse(await response.json());
}

/** By the demo's operator, or whoever is given. */
async function act(id: string, sent: object, headers: Record<string, string> = {}) {
  app.clock.now += HOUR_MS;
  const response = await app.post(`/api/problems/${id}/acts`, sent, {
    "If-Match": "*",
    ...headers,
  });
  if (response.status !== 200) throw new Error(JSON.stringify(await response.json()));
}

async function closeIt(number: string, photos: readonly string[] = []) {
  await act(number, { act: "accept" });
  await act(number, { act: "dispatch", unitId: UNIT });
  await act(number, { act: "rectify", note: "已清理", photos }, as(aViewer("unit")));
  await act(number, { act: "pass" });
  await act(number, { act: "close" });
}

describe("a report by anybody", () => {
  test("is kept as a citizen's, and told a number with a code that opens it", async () => {
    const told = await made({ description: " 路边垃圾 ", address: " 和平大道东段 " });
    expect(told.code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    expect(told.trackUrl).toBe(`http://localhost/track/${told.number}?code=${told.code}`);
    const [problem] = await app.city.storage.problemsById([told.number]);
    expect(problem).toMatchObject({
      category: "E0102",
      source: "citizen",
      description: "路边垃圾",
      address: "和平大道东段",
      state: "reported",
    });
    const [entry] = await app.city.storage.auditOf("problem", told.number);
    expect(entry).toMatchObject({ actor: "public", action: "report" });
  });

  test("counts once, however often it is sent, and answers the same", async () => {
    const first = await send(body("same"));
    const again = await send(body("same"));
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(await again.json()).toEqual(await first.json());
    expect(app.city.problems.size).toBe(2);
  });

  test("learns nothing of an account's report by its client id", async () => {
    const inner = { ...body("inner"), source: "hotline" };
    expect((await app.post("/api/problems", inner)).status).toBe(201);
    expect((await send(body("inner"))).status).toBe(201);
    expect(app.city.problems.size).toBe(3);
  });

  test("may lie nowhere on the map where an address says it", async () => {
    const { number } = await made({ position: null, address: "中学门口" });
    const [problem] = await app.city.storage.problemsById([number]);
    expect(problem).toMatchObject({ position: null, address: "中学门口" });
  });

  test.each([
    [body("x", { source: "inspection" })],
    [body("x", { contact: "13812345678" })],
    [body("x", { reportedAt: "2026-01-01" })],
    [body("x", { category: "NONE" })],
    [body("x", { position: [0, 0] })],
    [body("x", { position: null })],
    [body("x", { position: null, address: "  " })],
    [body("x", { photos: ["never-uploaded.jpg"] })],
    [body("x", { description: "长".repeat(1001) })],
    [{ ...body("x"), clientId: "short" }],
  ])("is refused: %j", async (sent) => {
    expect((await send(sent)).status).toBe(400);
    expect(app.city.problems.size).toBe(1);
  });

  test("ten from one address in ten minutes; nobody else is shut out", async () => {
    for (let i = 0; i < 10; i++) expect((await send(body(`n${i}`))).status).toBe(201);
    expect((await send(body("n10"))).status).toBe(429);
    expect((await send(body("n10"), "10.0.0.2")).status).toBe(201);
  });

  test("keeps its pictures without what the camera wrote into them", async () => {
    const upload = await app.request("/api/public/photos", {
      method: "POST",
      headers: { ...by(), "Content-Type": "image/jpeg" },
      body: Buffer.from(await aPhonePicture()),
    });
    const { file } = (await upload.json()) as { file: string };
    const { number } = await made({ photos: [file] });
    const [problem] = await app.city.storage.problemsById([number]);
    expect(problem?.photos).toMatchObject([{ file, kind: "before" }]);
    const bytes = await (await app.request(`/api/photos/${file}`)).arrayBuffer();
    expect(Buffer.from(bytes).includes(SECRET)).toBe(false);
  });
});

describe("codes", () => {
  test("follow from secret and number, and are as likely in every letter", () => {
    const [mine, theirs] = [reportCodes("a".repeat(32)), reportCodes("b".repeat(32))];
    expect(mine.of("20260101-00001")).toBe(mine.of("20260101-00001"));
    expect(mine.of("20260101-00001")).not.toBe(theirs.of("20260101-00001"));
    const codes = Array.from({ length: 4000 }, (_, i) => mine.of(`20260101-${i}`));
    expect(new Set(codes).size).toBe(codes.length);
    const counts = new Map<string, number>();
    for (const letter of codes.join("")) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    expect(counts.size).toBe(31);
    const mean = (codes.length * 8) / 31;
    for (const count of counts.values()) expect(Math.abs(count - mean)).toBeLessThan(mean / 5);
  });

  test("are read as people type them", () => {
    const codes = reportCodes("a".repeat(32));
    const code = codes.of("n");
    expect(codes.isOf("n", ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `)).toBe(true);
    expect(codes.isOf("n", code.slice(0, 7))).toBe(false);
    expect(codes.isOf("m", code)).toBe(false);
    expect(codes.isOf("n", "")).toBe(false);
  });

  test("that are wrong look like a number that is none", async () => {
    const { number, code } = await made();
    const wrong = await look(number, `${code.slice(0, 7)}${code.endsWith("2") ? "3" : "2"}`);
    const unknown = await look("20990101-99999", code);
    expect([wrong.status, unknown.status]).toEqual([404, 404]);
    expect(await wrong.json()).toEqual(await unknown.json());
    expect((await look("old", "")).status).toBe(404);
    const said = { code: "AAAAAAAA", isSatisfied: true };
    const answered = await app.post(`/api/public/reports/${number}/answer`, said, by());
    expect(answered.status).toBe(404);
  });

  test("cannot be tried for ever, right or wrong", async () => {
    const { number, code } = await made();
    for (let i = 0; i < 120; i++) expect((await look(number, "22222222")).status).toBe(404);
    expect((await look(number, "22222222")).status).toBe(429);
    expect((await look(number, code)).status).toBe(429);
    expect((await look(number, code, "10.0.0.2")).status).toBe(200);
    app.clock.now += 10 * 60_000;
    expect((await look(number, code)).status).toBe(200);
  });
});

describe("the progress of a report", () => {
  test("tells its steps with units, and nobody's name or number", async () => {
    const told = await made({
      address: "和平大道 张三 13812345678 门前",
      description: "找李四 13987654321",
    });
    expect(await progress(told)).toMatchObject({
      number: told.number,
      category: "暴露垃圾",
      place: "和平大道 张三 138****5678 门前",
      stage: "received",
      steps: [{ name: "received", unit: null }],
      answerUntil: null,
      photos: [],
    });
    await act(told.number, { act: "accept", note: "王五核实 13700000000" });
    expect((await progress(told)).stage).toBe("accepted");
    await act(told.number, { act: "dispatch", unitId: UNIT, note: "请赵六办理" });
    const handled = await progress(told);
    expect(handled.stage).toBe("handling");
    expect(handled.dueAt).not.toBeNull();
    expect(handled.steps.map(({ name, unit }) => [name, unit])).toEqual([
      ["received", null],
      ["accepted", null],
      ["dispatched", "单位U1"],
    ]);
    const text = await (await look(told.number, told.code)).text();
    for (const hidden of ["王五", "赵六", "李四", "13812345678", "演示操作员"])
      expect(text).not.toContain(hidden);
  });

  test("without an address it is called by zone and road", async () => {
    expect((await progress(await made())).place).toBe("A片区 和平大道");
  });

  test("says why it was not accepted, unless the reason holds a number of somebody", async () => {
    const told = await made();
    await act(told.number, { act: "reject", reason: "不属于城市管理范围" });
    expect(await progress(told)).toMatchObject({ stage: "rejected", reason: "不属于城市管理范围" });
    const second = PublicReportMade.parse(await (await send(body("two"))).json());
    await act(second.number, { act: "reject", reason: "已与 13812345678 联系" });
    expect(await progress(second)).toMatchObject({ stage: "rejected", reason: null });
  });

  test("follows the report that it was merged into", async () => {
    const told = await made();
    await act("old", { act: "accept" });
    await act(told.number, { act: "merge", mergedInto: "old" });
    expect(await progress(told)).toMatchObject({ stage: "accepted", isMerged: true });
    await act("old", { act: "dispatch", unitId: UNIT });
    const { stage, steps } = await progress(told);
    expect(stage).toBe("handling");
    expect(steps.map(({ name }) => name)).toEqual(["received", "merged", "dispatched"]);
  });

  test("shows how it is now once it is closed, to whoever has the code", async () => {
    const upload = await app.request("/api/photos", {
      method: "POST",
      headers: { "Content-Type": "image/jpeg" },
      body: Buffer.from(await aPhonePicture()),
    });
    const { file } = (await upload.json()) as { file: string };
    const told = await made();
    const photo = (code: string) =>
      app.request(`/api/public/reports/${told.number}/photos/${file}?code=${code}`, {
        headers: by(),
      });
    await act(told.number, { act: "accept" });
    await act(told.number, { act: "dispatch", unitId: UNIT });
    await act(told.number, { act: "rectify", photos: [file] }, as(aViewer("unit")));
    expect((await progress(told)).photos).toEqual([]);
    expect((await photo(told.code)).status).toBe(404);
    await act(told.number, { act: "pass" });
    await act(told.number, { act: "close" });
    expect((await progress(told)).photos).toEqual([file]);
    expect((await photo(told.code)).headers.get("content-type")).toBe("image/jpeg");
    expect((await photo("22222222")).status).toBe(404);
  });
});

describe("the answer of whoever reported", () => {
  const say = ({ number, code }: PublicReportMade, more: object) =>
    app.post(`/api/public/reports/${number}/answer`, { code, ...more }, by());

  test("is asked after the closing, kept with an audit row; the last word counts", async () => {
    const told = await made();
    expect((await say(told, { isSatisfied: true })).status).toBe(409);
    await closeIt(told.number);
    const closed = await progress(told);
    expect(closed.stage).toBe("closed");
    const closedAt = closed.steps.findLast(({ name }) => name === "closed")?.at ?? "";
    expect(Date.parse(closed.answerUntil ?? "") - Date.parse(closedAt)).toBe(30 * DAY_MS);
    expect((await say(told, { isSatisfied: true, comment: " 很好 " })).status).toBe(200);
    app.clock.now += HOUR_MS;
    const second = await say(told, { isSatisfied: false, comment: "又来了" });
    expect(PublicReport.parse(await second.json()).answer).toMatchObject({ isSatisfied: false });
    const answers = await app.city.storage.answersOf([told.number]);
    expect(answers).toMatchObject([{ isSatisfied: false, comment: "又来了" }]);
    const rows = (await app.city.storage.auditOf("problem", told.number)).filter(
      ({ action }) => action === "answer",
    );
    expect(rows).toMatchObject([
      { actor: "public", before: null, after: { isSatisfied: true, comment: "很好" } },
      { before: { isSatisfied: true }, after: { isSatisfied: false, comment: "又来了" } },
    ]);
    expect(await app.get(`/api/problems/${told.number}/case`)).toMatchObject({
      isSatisfied: false,
    });
  });

  test("is not asked too late, nor of an inspector", async () => {
    const told = await made();
    await closeIt(told.number);
    app.clock.now += 30 * DAY_MS + 1;
    const late = await say(told, { isSatisfied: true });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({ error: { details: { why: "too-late" } } });

    const response = await app.post("/api/problems", { ...body("i"), source: "inspection" });
    const { id, track } = NewProblemMade.parse(await response.json());
    const own = { number: String(id), ...track };
    await closeIt(own.number);
    expect(await (await say(own, { isSatisfied: true })).json()).toMatchObject({
      error: { details: { why: "not-asked" } },
    });
    expect((await progress(own)).answerUntil).toBeNull();
  });

  test("of an earlier closing is not shown for the next one", async () => {
    const told = await made();
    await closeIt(told.number);
    await say(told, { isSatisfied: false });
    await act(told.number, { act: "reopen", reason: "复发" });
    expect((await say(told, { isSatisfied: true })).status).toBe(409);
    await act(told.number, { act: "close-directly" });
    expect((await progress(told)).answer).toBeNull();
  });
});

describe("what was reported near by", () => {
  const query = (east: number, category = "E0102") => {
    const [lng, lat] = at(east, 2);
    return `lng=${lng}&lat=${lat}&category=${category}`;
  };
  const publicNear = async (asked: string) => {
    const response = await app.request(`/api/public/reports/near?${asked}`, { headers: by() });
    return { text: await response.clone().text(), body: PublicNear.parse(await response.json()) };
  };

  test("is for anybody a number, an age and a rough distance", async () => {
    const { text, body } = await publicNear(query(2.3));
    expect(body).toMatchObject({ count: 1, nearest: { category: "暴露垃圾", distanceM: 30 } });
    expect(text).not.toContain("old");
    expect(text).not.toContain("联系");
    expect((await publicNear(query(2.3, "E0104"))).body).toMatchObject({ count: 0, nearest: null });
    expect((await publicNear(query(3))).body.count).toBe(0);
  });

  test("is for an account the reports that it may see", async () => {
    const near = async (headers = {}) =>
      ProblemsNear.parse(
        await (await app.request(`/api/problems/near?${query(2.3)}`, { headers })).json(),
      );
    const { count, problems } = await near();
    expect([count, problems.map(({ feature }) => feature.id)]).toEqual([1, ["old"]]);
    expect((await near(as(aViewer("inspector")))).count).toBe(0);
    await act("old", { act: "close-directly" });
    expect((await near()).count).toBe(0);
  });

  test("a spot is called by its zone and road, whoever asks", async () => {
    const [lng, lat] = at(5, 5);
    const asked = await app.request(`/api/public/place?lng=${lng}&lat=${lat}`, { headers: by() });
    expect(PublicPlace.parse(await asked.json())).toEqual({
      isInside: true,
      zone: "A片区",
      community: null,
      road: "和平大道",
    });
    const far = await app.request("/api/public/place?lng=0&lat=0", { headers: by() });
    expect(await far.json()).toMatchObject({ isInside: false, zone: null });
  });
});
