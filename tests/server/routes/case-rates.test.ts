import { expect, test } from "vitest";
import type { Viewer } from "../../../domain/account.ts";
import { CaseRates } from "../../../domain/contract/cases.ts";
import { DAY_MS, HOUR_MS } from "../../../domain/time.ts";
import { aCity, aProblem, at } from "../../support/city-builder.ts";
import { testApp } from "../../support/test-app.ts";
import { TODAY } from "../../support/test-city.ts";
import { as, aViewer } from "../../support/viewers.ts";

const operator = aViewer("operator");
const inspector = { ...aViewer("inspector"), person: null };

async function aDesk() {
  const pack = aCity()
    .withZone("A", [0, 0, 5, 10])
    .withZone("B", [5, 0, 10, 10])
    .withDuty("implementing-unit", { type: "city", id: "city" }, { unitId: "U1" })
    .build();
  const dueAt = TODAY + 2 * HOUR_MS;
  const problems = Array.from({ length: 30 }, (_, i) =>
    aProblem({
      id: `p${i}`,
      position: at(i < 20 ? 1 : 7, 1 + i / 10),
      reportedAt: TODAY - DAY_MS,
      dueAt,
    }),
  );
  const old = aProblem({
    id: "old",
    position: at(1, 1),
    reportedAt: TODAY - 90 * DAY_MS,
    dueAt: TODAY - 80 * DAY_MS,
  });
  const app = await testApp(pack, [...problems, old]);
  const act = async (id: string, viewer: Viewer, body: object) => {
    const response = await app.request(`/api/problems/${id}/acts`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "If-Match": "*", ...as(viewer) },
      body: JSON.stringify(body),
    });
    expect(response.status, await response.clone().text()).toBe(200);
  };
  const rates = async (query = "") => {
    const { rates: list, ...rest } = CaseRates.parse(await app.get(`/api/cases/rates?${query}`));
    const parts = list.map(({ name, numerator, denominator }) => [name, [numerator, denominator]]);
    return { ...rest, ...Object.fromEntries(parts) };
  };
  return { app, act, rates };
}

test("rates of a period are what was done in it, recounted by hand", async () => {
  const { app, act, rates } = await aDesk();
  // p0 is checked twice, p1 once; p2 is refused, p3 withdrawn, p4 waits at its unit.
  for (const id of ["p0", "p1", "p4"]) {
    await act(id, operator, { act: "accept" });
    await act(id, operator, { act: "dispatch" });
  }
  for (const id of ["p0", "p1"]) {
    await act(id, operator, { act: "rectify", note: "已清理", reason: "代办" });
    if (id === "p0") {
      await act(id, inspector, { act: "rework", reason: "未清净" });
      await act(id, operator, { act: "rectify", note: "再清理", reason: "代办" });
    }
    await act(id, inspector, { act: "pass" });
    await act(id, operator, { act: "close" });
  }
  await act("p2", operator, { act: "reject", reason: "不属实" });
  await act("p3", operator, { act: "withdraw", reason: "重复" });
  app.clock.now += 1;
  expect(await rates()).toMatchObject({
    accepted: [3, 29],
    rework: [1, 2],
    satisfied: [0, 0],
    unverified: 0,
  });
  await app.city.storage.write(async (writer) => {
    await writer.saveAnswer({ problemId: "p0", at: TODAY, isSatisfied: true, comment: "" });
    await writer.saveAnswer({ problemId: "p1", at: TODAY, isSatisfied: false, comment: "" });
    await writer.saveAnswer({ problemId: "p1", at: TODAY, isSatisfied: true, comment: "" });
  });
  expect(await rates()).toMatchObject({ satisfied: [2, 2] });
  expect(await rates("zone=B")).toMatchObject({ accepted: [0, 10], rework: [0, 0] });

  // Two days on everything had to be closed; those that stand in the case's own time limits too.
  app.clock.now += 2 * DAY_MS;
  const late = await rates();
  expect(late.closed[0]).toBe(2);
  expect(late["closed-in-time"][0]).toBe(2);
  expect(late.closed[1]).toBe(28);
  expect(await rates("from=2020-01-01&to=2020-02-01")).toMatchObject({ accepted: [0, 0] });
});

test("figures of the zones add up to those of the city, those of units are of what they hold", async () => {
  const { app, act } = await aDesk();
  for (const id of ["p0", "p25"]) {
    await act(id, operator, { act: "accept" });
    await act(id, operator, { act: "dispatch" });
  }
  app.clock.now += 1;
  const byZone = CaseRates.parse(await app.get("/api/cases/rates?by=zone"));
  expect(byZone.groups.map(({ id }) => id)).toEqual(["A", "B"]);
  for (const [i, { numerator, denominator }] of byZone.rates.entries()) {
    const sum = (part: "numerator" | "denominator") =>
      byZone.groups.reduce((all, { rates }) => all + (rates[i]?.[part] ?? 0), 0);
    expect([sum("numerator"), sum("denominator")]).toEqual([numerator, denominator]);
  }
  const byUnit = CaseRates.parse(await app.get("/api/cases/rates?by=unit"));
  expect(byUnit.groups.map(({ id, rates }) => [id, rates[0]?.denominator])).toEqual([["U1", 2]]);
});

test("closings in a heap without a check are flagged", async () => {
  const { app, rates } = await aDesk();
  const response = await app.request("/api/cases/acts", {
    method: "POST",
    headers: { "Content-Type": "application/json", ...as(operator) },
    body: JSON.stringify({
      act: "close-directly",
      ids: Array.from({ length: 12 }, (_, i) => `p${i}`),
    }),
  });
  expect(response.status).toBe(200);
  app.clock.now += 1;
  expect(await rates()).toMatchObject({ unverified: 12, bulkUnverified: 12 });
});
