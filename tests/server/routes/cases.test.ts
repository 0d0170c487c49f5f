import { beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "../../../domain/account.ts";
import { CaseActsDone, CaseBody } from "../../../domain/contract/cases.ts";
import { ProblemCount } from "../../../domain/contract/problems.ts";
import { HOUR_MS } from "../../../domain/time.ts";
import { aCity, aProblem, at } from "../../support/city-builder.ts";
import { type TestApp, testApp } from "../../support/test-app.ts";
import { TODAY } from "../../support/test-city.ts";
import { as, aViewer } from "../../support/viewers.ts";

let app: TestApp;
const unit = { ...aViewer("unit"), account: "unit-1", unitId: "U1" };
const otherUnit = { ...aViewer("unit"), account: "unit-2", unitId: "U2" };
const inspector = { ...aViewer("inspector"), person: null };
const operator = aViewer("operator");

beforeEach(async () => {
  const pack = aCity()
    .withZone("A", [0, 0, 5, 10])
    .withZone("B", [5, 0, 10, 10])
    .withDuty("implementing-unit", { type: "zone", id: "A" }, { unitId: "U1" })
    .withDuty("implementing-unit", { type: "zone", id: "B" }, { unitId: "U2" })
    .build();
  const reported = { reportedAt: TODAY - HOUR_MS, category: "E0102" };
  app = await testApp(pack, [
    aProblem({ id: "a1", position: at(1, 1), ...reported }),
    aProblem({ id: "a2", position: at(1, 2), ...reported }),
    aProblem({ id: "b1", position: at(7, 1), ...reported }),
  ]);
});

function headers(viewer: Viewer, version = "*") {
  return {
    "Content-Type": "application/json",
    "If-Match": version,
    ...as(viewer),
  };
}

async function act(id: string, viewer: Viewer, body: object, version?: string) {
  const response = await app.request(`/api/problems/${id}/acts`, {
    method: "POST",
    headers: headers(viewer, version),
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function done(id: string, viewer: Viewer, body: object): Promise<CaseBody> {
  const answer = await act(id, viewer, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return CaseBody.parse(answer.body);
}

const caseOf = async (id: string) => CaseBody.parse(await app.get(`/api/problems/${id}/case`));
const count = async (query: string) =>
  ProblemCount.parse(await app.get(`/api/problems/count?${query}`));

async function many(body: object): Promise<CaseActsDone> {
  const response = await app.request("/api/cases/acts", {
    method: "POST",
    headers: headers(operator),
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
  return CaseActsDone.parse(await response.json());
}

describe("the life of a report", () => {
  test("from 立案 over a failed check to 结案, and a visit that finds it again", async () => {
    await done("a1", operator, { act: "accept" });
    const sent = await done("a1", operator, { act: "dispatch" });
    expect(sent).toMatchObject({ state: "dispatched", unit: { id: "U1" } });
    expect(sent.orderNumber).toMatch(/^\d{4}-00001$/);
    app.clock.now += HOUR_MS;
    const fixed = await done("a1", unit, { act: "rectify", note: "已清理" });
    expect(fixed).toMatchObject({ state: "rectified", dueAt: null });
    expect((await act("a1", unit, { act: "pass" })).status).toBe(403);
    const back = await done("a1", inspector, { act: "rework", reason: "仍有垃圾" });
    expect(back).toMatchObject({ state: "dispatched", reworks: 1 });
    app.clock.now += HOUR_MS;
    const rectifiedAt = app.clock.now;
    await done("a1", unit, { act: "rectify", note: "再次清理" });
    app.clock.now += 5 * HOUR_MS;
    await done("a1", inspector, { act: "pass" });
    const closed = await done("a1", operator, { act: "close" });
    expect(closed).toMatchObject({ state: "closed", isUnverified: false, reworks: 1 });
    const [stored] = await app.city.storage.problemsById(["a1"]);
    expect(stored?.closings).toEqual([{ closedAt: rectifiedAt, reopenedAt: null }]);
    expect((await count("")).byStatus).toEqual({ open: 2, overdue: 0, closed: 1 });

    app.clock.now += 14 * 24 * HOUR_MS;
    const visited = await done("a1", inspector, { act: "record-visit", outcome: "relapsed" });
    const [visit] = visited.visits;
    expect(visit).toMatchObject({ outcome: "relapsed" });
    const [again] = await app.city.storage.problemsById([visit?.followUpId ?? ""]);
    expect(again).toMatchObject({ source: "follow-up", category: "E0102", state: "reported" });
    expect(again?.placeId).toBe(stored?.placeId);
    const places = (await app.get("/api/recurrence/places")) as { places: unknown[] };
    expect(places.places).toHaveLength(1);
    const acts = (await caseOf("a1")).steps.map((step) => step.act);
    expect(acts).toEqual([
      "accept",
      "dispatch",
      "rectify",
      "rework",
      "rectify",
      "pass",
      "close",
      "record-visit",
    ]);
  });

  test("says who may not, what the case does not allow, what is missing, what is stale", async () => {
    expect((await act("a1", unit, { act: "accept" })).body).toMatchObject({
      error: { code: "forbidden", details: { reason: "case-barred", why: "wrong-role" } },
    });
    expect((await act("a1", operator, { act: "close" })).body).toMatchObject({
      error: { code: "conflict", details: { why: "wrong-state" } },
    });
    expect((await act("a1", operator, { act: "reject" })).body).toMatchObject({
      error: { code: "invalid", details: { why: "reason-missing" } },
    });
    await done("a1", operator, { act: "accept" });
    expect((await act("a1", operator, { act: "dispatch" }, '"1"')).body).toMatchObject({
      error: { code: "conflict", details: { reason: "stale-version" } },
    });
    expect((await caseOf("a1")).steps).toHaveLength(1);
    const leader = aViewer("leader");
    expect((await act("a1", leader, { act: "accept" })).body).toMatchObject({
      error: { details: { reason: "not-allowed" } },
    });
  });

  test("a unit sees what was handed to it wherever it lies, and nothing of it once it is elsewhere", async () => {
    const sees = async (viewer: Viewer) => {
      const response = await app.request("/api/problems/b1/case", { headers: headers(viewer) });
      return response.status === 200;
    };
    expect([await sees(unit), await sees(otherUnit)]).toEqual([false, true]);
    await done("b1", operator, { act: "accept" });
    const bare = await act("b1", operator, { act: "dispatch", unitId: "U1" });
    expect(bare.body).toMatchObject({ error: { details: { why: "reason-missing" } } });
    await done("b1", operator, { act: "dispatch", unitId: "U1", reason: "专业单位" });
    expect([await sees(unit), await sees(otherUnit)]).toEqual([true, true]);
    const list = await app.request("/api/problems?assignee=U1", { headers: headers(unit) });
    expect(((await list.json()) as { total: number }).total).toBe(1);
    await done("b1", unit, { act: "hand-back", reason: "不属我单位" });
    expect(await sees(unit)).toBe(false);
  });
});

describe("corrections past the case", () => {
  test("leave their steps, and a direct closing says that nobody checked", async () => {
    await app.patch("/api/problems/a1", { action: "reassign", unitId: "U2" }, "*");
    expect(await caseOf("a1")).toMatchObject({ state: "dispatched", unit: { id: "U2" } });
    await app.patch("/api/problems/a1", { action: "close" }, "*");
    expect(await caseOf("a1")).toMatchObject({ state: "closed", isUnverified: true });
    await app.patch("/api/problems/a1", { action: "reopen" }, "*");
    const { steps, state } = await caseOf("a1");
    expect(steps.map((step) => step.act)).toEqual([
      "accept",
      "dispatch",
      "close-directly",
      "reopen",
    ]);
    // A reopened report waits for its dispatch; the case follows the problem.
    expect(state).toBe("accepted");
    await app.patch("/api/problems/a1", { action: "withdraw" }, "*");
    expect((await caseOf("a1")).state).toBe("withdrawn");
  });
});

describe("many at once", () => {
  test("a preview says what the acts then do, each unit with its order, the others with why not", async () => {
    await many({ act: "accept", ids: ["a1", "a2", "b1"] });
    await done("b1", operator, { act: "withdraw", reason: "误报" });
    const body = { act: "dispatch", ids: ["a1", "a2", "b1", "none"] };
    const preview = await many({ ...body, preview: true });
    expect(preview).toMatchObject({ taken: 2, refused: 2, orders: [] });
    expect((await count("state=dispatched")).total).toBe(0);
    const acted = await many(body);
    expect(acted.results.map(({ refusal }) => refusal)).toEqual([
      null,
      null,
      "wrong-state",
      "not-found",
    ]);
    expect(acted.results.map(({ unit: to, dueAt }) => [to?.id, dueAt])).toEqual(
      preview.results.map(({ unit: to, dueAt }) => [to?.id, dueAt]),
    );
    expect(acted.orders).toHaveLength(1);
    expect((await count("state=dispatched&assignee=U1")).total).toBe(2);
    expect((await count("")).byState).toEqual({ dispatched: 2 });
  });

  test("what is one report is merged, and can be told apart again", async () => {
    await done("a1", operator, { act: "accept" });
    await done("a2", operator, { act: "merge", mergedInto: "a1" });
    expect((await caseOf("a1")).merged).toEqual(["a2"]);
    expect((await count("")).total).toBe(2);
    const apart = await done("a2", operator, { act: "unmerge" });
    expect(apart).toMatchObject({ state: "reported", mergedInto: null });
    expect((await caseOf("a1")).merged).toEqual([]);
    expect((await count("")).total).toBe(3);

    // What was told apart and is withdrawn later is no double any more; one that is merged elsewhere is that one's.
    await done("a2", operator, { act: "withdraw", reason: "误报" });
    expect((await caseOf("a1")).merged).toEqual([]);
    await done("b1", operator, { act: "merge", mergedInto: "a1" });
    expect((await caseOf("a1")).merged).toEqual(["b1"]);
    const ownCase = await app.request("/api/problems/a1/case", { headers: headers(unit) });
    expect(CaseBody.parse(await ownCase.json()).merged).toEqual([]);
  });
});
