import { beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "../../../domain/account.ts";
import { PlannedVisits } from "../../../domain/contract/cases.ts";
import { ProblemCount } from "../../../domain/contract/problems.ts";
import { CasesInHand, SuggestedVisits } from "../../../domain/contract/visits.ts";
import { DAY_MS, HOUR_MS } from "../../../domain/time.ts";
import { aCity, aProblem, at } from "../../support/city-builder.ts";
import { type TestApp, testApp } from "../../support/test-app.ts";
import { TODAY } from "../../support/test-city.ts";
import { as, aViewer } from "../../support/viewers.ts";

let app: TestApp;
const unit = { ...aViewer("unit"), account: "unit-1", unitId: "U1" };
const otherUnit = { ...aViewer("unit"), account: "unit-2", unitId: "U2" };
const inspector = { ...aViewer("inspector"), person: null };
const operator = aViewer("operator");

const closedDaysAgo = (days: number, reportedDaysAgo = days + 1) => ({
  state: "closed" as const,
  category: "E0102",
  reportedAt: TODAY - reportedDaysAgo * DAY_MS,
  closings: [{ closedAt: TODAY - days * DAY_MS, reopenedAt: null }],
});
const open = { reportedAt: TODAY - HOUR_MS, category: "E0102" };

beforeEach(async () => {
  const pack = aCity()
    .withZone("A", [0, 0, 5, 10])
    .withZone("B", [5, 0, 10, 10])
    .withDuty("implementing-unit", { type: "zone", id: "A" }, { unitId: "U1" })
    .withDuty("implementing-unit", { type: "zone", id: "B" }, { unitId: "U2" })
    .build();
  app = await testApp(pack, [
    aProblem({ id: "back-1", position: at(1, 1), ...closedDaysAgo(40) }),
    aProblem({ id: "back-2", position: at(1, 1), ...closedDaysAgo(5) }),
    aProblem({ id: "once-a", position: at(3, 3), ...closedDaysAgo(70) }),
    aProblem({ id: "once-b", position: at(8, 8), ...closedDaysAgo(50) }),
    aProblem({ id: "again-closed", position: at(7, 2), ...closedDaysAgo(9) }),
    aProblem({ id: "again-open", position: at(7, 2), ...open }),
    aProblem({ id: "long-ago", position: at(2, 8), ...closedDaysAgo(120) }),
    aProblem({ id: "a1", position: at(4, 1), ...open }),
    aProblem({ id: "a2", position: at(4, 5), ...open }),
    aProblem({ id: "foreign", position: at(4, 8), ...open, state: "dispatched" }),
  ]);
});

async function act(id: string, viewer: Viewer, body: object): Promise<Response> {
  const headers = { "Content-Type": "application/json", "If-Match": "*", ...as(viewer) };
  const sent = { method: "POST", headers, body: JSON.stringify(body) };
  const response = await app.request(`/api/problems/${id}/acts`, sent);
  expect(response.status, await response.clone().text()).toBe(200);
  return response;
}

async function ask<T>(path: string, viewer: Viewer, schema: { parse(body: unknown): T }) {
  const response = await app.request(path, { headers: as(viewer) });
  expect(response.status, await response.clone().text()).toBe(200);
  return schema.parse(await response.json());
}

const planned = async (viewer: Viewer) =>
  (await ask("/api/cases/visits", viewer, PlannedVisits)).visits;
const suggested = async (viewer: Viewer, query = "") => {
  const body = await ask(`/api/cases/visits/suggested${query}`, viewer, SuggestedVisits);
  return body.suggestions.map(({ feature }) => feature.properties.id);
};
const inHand = (viewer: Viewer, query = "") =>
  ask(`/api/cases/in-hand${query}`, viewer, CasesInHand);
const isoIn = (ms: number) => new Date(TODAY + ms).toISOString();

describe("suggested visits", () => {
  test("the place that came back first, then by age; nothing that is open again or long over", async () => {
    expect(await suggested(operator)).toEqual(["back-2", "once-a", "once-b"]);
    expect(await suggested(operator, "?limit=1")).toEqual(["back-2"]);
    const { suggestions, relapseDays } = await ask(
      "/api/cases/visits/suggested",
      operator,
      SuggestedVisits,
    );
    expect(relapseDays).toBe(90);
    expect(suggestions[0]).toMatchObject({ returns: 1 });
    expect(suggestions[0]?.lambda30).toBeGreaterThan(0);
    expect(suggestions[1]).toMatchObject({ returns: 0, lambda30: null });
  });

  test("what is planned or was visited goes, and comes again after another closing", async () => {
    await act("back-2", inspector, { act: "plan-visit", visitAt: isoIn(HOUR_MS) });
    await act("once-a", inspector, { act: "record-visit", outcome: "held" });
    expect(await suggested(operator)).toEqual(["once-b"]);
    app.clock.now += HOUR_MS;
    await act("once-a", operator, { act: "reopen", reason: "误报" });
    app.clock.now += HOUR_MS;
    await act("once-a", operator, { act: "close-directly" });
    expect(await suggested(operator)).toEqual(["once-b", "once-a"]);
  });

  test("each account is shown its own ground", async () => {
    expect(await suggested(unit)).toEqual(["back-2", "once-a"]);
    expect(await suggested(otherUnit)).toEqual(["once-b"]);
  });

  test("refuses what it does not know", async () => {
    expect((await app.request("/api/cases/visits/suggested?limit=0")).status).toBe(400);
    expect((await app.request("/api/cases/visits?limit=1")).status).toBe(400);
  });
});

describe("planned visits", () => {
  test("due first, due by the city's day, until they are recorded", async () => {
    await act("once-b", inspector, { act: "plan-visit", visitAt: isoIn(3 * DAY_MS) });
    await act("back-2", inspector, { act: "plan-visit", visitAt: isoIn(HOUR_MS) });
    const visits = await planned(inspector);
    expect(visits.map(({ feature, isDue, returns }) => [feature.id, isDue, returns])).toEqual([
      ["back-2", true, 1],
      ["once-b", false, 0],
    ]);
    expect((await planned(unit)).map(({ feature }) => feature.id)).toEqual(["back-2"]);
    expect((await planned(otherUnit)).map(({ feature }) => feature.id)).toEqual(["once-b"]);
    await act("back-2", inspector, {
      act: "record-visit",
      visitId: visits[0]?.id,
      outcome: "relapsed",
      note: "又堆上了",
    });
    expect((await planned(inspector)).map(({ feature }) => feature.id)).toEqual(["once-b"]);
  });

  test("a problem that was opened again has no visit to make", async () => {
    await act("once-a", inspector, { act: "plan-visit", visitAt: isoIn(HOUR_MS) });
    await act("once-a", operator, { act: "reopen", reason: "误报" });
    expect(await planned(inspector)).toEqual([]);
  });
});

describe("what a unit has in hand", () => {
  async function dispatched(id: string, dueInMs: number): Promise<void> {
    await act(id, operator, { act: "accept" });
    await act(id, operator, { act: "dispatch", dueAt: isoIn(dueInMs) });
  }

  test("by deadline, with the check's reason on what came back, and counts as the filter has them", async () => {
    await dispatched("a1", 48 * HOUR_MS);
    await dispatched("a2", HOUR_MS);
    await act("a1", unit, { act: "rectify", note: "已清理" });
    await act("a1", inspector, { act: "rework", reason: "仍有残留" });
    const { cases, counts, unit: named } = await inHand(unit);
    expect(named).toEqual({ id: "U1", name: "单位U1" });
    expect(cases.map(({ feature }) => feature.id)).toEqual(["a2", "a1", "foreign"]);
    expect(cases[0]).toMatchObject({ rework: null, orderNumber: expect.stringMatching(/^\d{4}-/) });
    expect(cases[0]?.at?.gcj02).toHaveLength(2);
    expect(cases[1]?.rework).toMatchObject({ reason: "仍有残留", times: 1 });
    expect(counts).toEqual({ toDo: 3, dueSoon: 1, overdue: 0, toCheck: 0, suspended: 0 });
    app.clock.now += 2 * HOUR_MS;
    const later = await inHand(unit);
    expect(later.counts).toMatchObject({ toDo: 3, dueSoon: 0, overdue: 1 });
    expect(later.cases[0]?.remainingMs).toBeLessThan(0);
    const counted = await ask("/api/problems/count?assignee=U1", unit, ProblemCount);
    expect(counted.byStatus.open).toBe(later.counts.toDo - 1);
    expect(counted.byStatus.overdue).toBe(later.counts.overdue);
  });

  test("what waits for its check comes last", async () => {
    await dispatched("a1", HOUR_MS);
    await act("a1", unit, { act: "rectify", note: "已清理" });
    const { cases, counts } = await inHand(unit);
    expect(cases.map(({ feature }) => feature.id)).toEqual(["foreign", "a1"]);
    expect(counts).toMatchObject({ toDo: 1, toCheck: 1 });
  });

  test("a unit sees its own and nobody else's; the office sees any", async () => {
    await dispatched("a1", HOUR_MS);
    expect((await inHand(otherUnit)).cases).toEqual([]);
    const other = await app.request("/api/cases/in-hand?unit=U1", { headers: as(otherUnit) });
    expect(other.status).toBe(404);
    expect((await inHand(operator, "?unit=U1")).cases).toHaveLength(2);
    expect((await app.request("/api/cases/in-hand", { headers: as(operator) })).status).toBe(400);
    expect((await app.request("/api/cases/in-hand?unit=U9")).status).toBe(400);
  });
});
