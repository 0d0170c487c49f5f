import { beforeEach, expect, test } from "vitest";
import type { AlertList } from "../../../domain/contract/screen.ts";
import { AlertRule } from "../../../domain/screen/alert-rule.ts";
import { defaultScreen } from "../../../domain/screen/default-screen.ts";
import { DAY_MS, HOUR_MS } from "../../../domain/time.ts";
import type { City } from "../../../server/city/city.ts";
import { openCity } from "../../../server/city/open-city.ts";
import { findFor } from "../../../server/screen/alert-findings.ts";
import { AlertWatch } from "../../../server/screen/alert-watch.ts";
import { CityScreen } from "../../../server/screen/city-screen.ts";
import { aCity, aProblem, at } from "../../support/city-builder.ts";
import { type TestApp, testApp } from "../../support/test-app.ts";
import { TODAY } from "../../support/test-city.ts";

const pack = aCity().withZone("A", [0, 0, 5, 10]).withZone("B", [5, 0, 10, 10]).build();
const rule = (given: object) => AlertRule.parse({ id: "r", name: "规则", ...given });
const alerts = [
  rule({ id: "overdue", kind: "overdue-count", above: 2 }),
  rule({ id: "deadline", kind: "deadline", withinMinutes: 60 }),
  rule({ id: "broken", kind: "overdue-count", above: 0, filter: { zone: "gone" } }),
];
let app: TestApp;
let failures: string[];
beforeEach(async () => {
  failures = [];
  app = await testApp(pack, [
    aProblem({ id: "late1", dueAt: TODAY - 1000 }),
    aProblem({ id: "late2", dueAt: TODAY - 1000, position: at(1, 1) }),
    aProblem({ id: "soon", dueAt: TODAY + HOUR_MS / 2 }),
    aProblem({ id: "later", dueAt: TODAY + 2 * HOUR_MS }),
    aProblem({ id: "hard", dueAt: TODAY + HOUR_MS / 2, isHardDeduction: true }),
  ]);
});

function watchOf(city: City): AlertWatch {
  const packPlan = { ...defaultScreen, alerts };
  const screen = new CityScreen({ city, packPlan, build: () => "", failed: () => undefined });
  return new AlertWatch({ city, screen, failed: (message) => failures.push(message) });
}
const list = async () => ((await app.get("/api/screen/alerts")) as AlertList).alerts;

test("rules are looked at one by one; one that cannot be fails alone, and says so once", async () => {
  const watch = watchOf(app.city);
  await watch.look();
  expect(await list()).toMatchObject([{ rule: "deadline", count: 1, problems: ["soon"] }]);
  app.clock.now += HOUR_MS;
  await watch.look();
  expect(await list()).toMatchObject([
    { rule: "overdue", count: 3, limit: 2, endedAt: null },
    { rule: "deadline", count: 1, endedAt: expect.stringMatching(/^2026/) },
  ]);
  expect(failures).toEqual([expect.stringContaining("gone")]);
});

test("a hard deadline is one of a report that somebody in office has urged on", async () => {
  const leader = "市领导 01";
  const { city, post } = await testApp(
    aCity().withZone("A", [0, 0, 10, 10]).withLead(leader, "A").build(),
    [
      aProblem({ id: "due", dueAt: TODAY + HOUR_MS / 2 }),
      aProblem({ id: "urged", dueAt: TODAY + HOUR_MS / 2, position: at(1, 1) }),
      aProblem({ id: "urged-later", dueAt: TODAY + 2 * HOUR_MS, position: at(2, 2) }),
    ],
  );
  for (const id of ["urged", "urged-later"]) {
    const done = await post(`/api/problems/${id}/urge`, {
      clientId: `client-${id}`,
      person: leader,
    });
    expect(done.status, await done.clone().text()).toBeLessThan(300);
  }
  const dueOf = async (of: string) => {
    const found = await findFor(city, rule({ kind: "deadline", of }), TODAY);
    return found.kind === "deadline" ? found.due.map(({ id }) => id).sort() : [];
  };
  expect(await dueOf("urged")).toEqual(["urged"]);
  expect(await dueOf("any")).toEqual(["due", "urged"]);
});

test("nothing is written where nothing is new", async () => {
  const watch = watchOf(app.city);
  await watch.look();
  const { revision } = app.city;
  await watch.look();
  expect(app.city.revision).toBe(revision);
});

test("what was raised and acknowledged stays so when the server starts again", async () => {
  await watchOf(app.city).look();
  const [alert] = await list();
  const answer = await app.post(`/api/screen/alerts/${alert?.id}/acknowledge`, {});
  expect(await answer.json()).toMatchObject({ acknowledgedBy: "演示操作员" });
  expect((await app.post("/api/screen/alerts/none/acknowledge", {})).status).toBe(404);
  const again = await openCity(pack, app.city.storage, () => app.clock.now);
  await watchOf(again).look();
  expect(await list()).toMatchObject([{ id: alert?.id, acknowledgedBy: "演示操作员", count: 1 }]);
  await app.post(`/api/screen/alerts/${alert?.id}/acknowledge`, {});
  const rows = await app.city.storage.auditOf("alert", alert?.id ?? "");
  expect(rows.map(({ action }) => action).sort()).toEqual(["acknowledge-alert", "raise-alert"]);
  expect(rows.find(({ action }) => action === "acknowledge-alert")).toMatchObject({
    actor: "demo-operator",
    at: app.clock.now,
    before: { acknowledgedBy: null },
    after: { acknowledgedBy: "演示操作员" },
  });
  expect(rows.find(({ action }) => action === "raise-alert")).toMatchObject({ actor: "system" });
});

test("an alert of deadlines says what is still open, each change on record", async () => {
  const one = { dueAt: TODAY + HOUR_MS / 2 };
  app = await testApp(pack, [
    aProblem({ id: "a", ...one }),
    aProblem({ id: "b", ...one, position: at(1, 1) }),
  ]);
  const watch = watchOf(app.city);
  await watch.look();
  const close = async (id: string) => {
    const done = await app.patch(`/api/problems/${id}`, { action: "close" }, "*");
    expect(done.status, await done.clone().text()).toBeLessThan(300);
    await watch.look();
  };
  await close("a");
  expect(await list()).toMatchObject([{ count: 1, limit: 60, problems: ["b"], endedAt: null }]);
  await close("b");
  const [alert] = await list();
  expect(alert?.endedAt).not.toBeNull();
  const rows = await app.city.storage.auditOf("alert", alert?.id ?? "");
  expect(rows.map(({ action }) => action).sort()).toEqual([
    "end-alert",
    "lessen-alert",
    "raise-alert",
  ]);
});

test("two processes that look at one city raise one alert", async () => {
  const other = await openCity(pack, app.city.storage, () => app.clock.now);
  await Promise.all([watchOf(app.city).look(), watchOf(other).look()]);
  expect(await list()).toHaveLength(1);
});

test("a line of a wall hears of an alert, and of its acknowledgement", async () => {
  const response = await app.request("/api/live?screen=wall-0001");
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const until = async (part: string) => {
    while (!text.includes(part)) text += (await reader?.read())?.value ?? "";
  };
  await until("screen.alive");
  await watchOf(app.city).look();
  await until("alert.raised");
  const [alert] = await list();
  await app.post(`/api/screen/alerts/${alert?.id}/acknowledge`, {});
  await until("alert.acknowledged");
  await reader?.cancel();
  expect(text).toContain(`"id":"${alert?.id}"`);
});

test("a surge is the last hour against the same hour of the days before", async () => {
  const usual = Array.from({ length: 28 }, (_, day) =>
    aProblem({ reportedAt: TODAY - (day + 1) * DAY_MS - 60_000 }),
  );
  const beside = Array.from({ length: 28 }, (_, day) =>
    aProblem({ reportedAt: TODAY - (day + 1) * DAY_MS - 2 * HOUR_MS }),
  );
  const now = [1, 2, 3].map((n) => aProblem({ reportedAt: TODAY - n * 60_000 }));
  const { city } = await testApp(pack, [...usual, ...beside, ...now]);
  const surge = rule({ kind: "surge" });
  expect(await findFor(city, surge, TODAY)).toEqual({ kind: "surge", count: 3, usual: 1 });
});

test("a place is news when it turns, not while it stays as it is", async () => {
  const times = [200, 150, 60, 40, 25, 14, 8, 5, 3].map((days) => TODAY - days * DAY_MS);
  const returns = times.map((reportedAt) =>
    aProblem({ reportedAt, closings: [{ closedAt: reportedAt + HOUR_MS, reopenedAt: null }] }),
  );
  const { city } = await testApp(pack, returns);
  const place = rule({ kind: "place-intensifying" });
  const turnedAt = async (t: number) => {
    const found = await findFor(city, place, t);
    return found.kind === "place-intensifying" ? found.turned.map(({ id }) => id) : [];
  };
  const turns: number[] = [];
  for (let day = 30; day >= 0; day--) {
    if ((await turnedAt(TODAY - day * DAY_MS)).length > 0) turns.push(day);
  }
  expect(turns.length).toBeGreaterThan(0);
  expect(turns.length).toBeLessThan(4);
});
