import { beforeEach, describe, expect, it } from "vitest";
import { MyGrid } from "../../../domain/contract/my.ts";
import { ProblemHistory } from "../../../domain/contract/problems.ts";
import { Urge } from "../../../domain/contract/urge.ts";
import { HOUR_MS } from "../../../domain/time.ts";
import { aCity, aProblem } from "../../support/city-builder.ts";
import { type TestApp, testApp } from "../../support/test-app.ts";
import { TODAY } from "../../support/test-city.ts";

const pack = aCity()
  .withZone("Z1", [0, 0, 10, 10])
  .withLead("市领导 01", "Z1")
  .withLead("前任", "Z1", { to: TODAY - HOUR_MS })
  .build();
const reportedAt = TODAY - 50 * HOUR_MS;
const closings = [{ closedAt: TODAY - HOUR_MS, reopenedAt: null }];

let app: TestApp;
beforeEach(async () => {
  app = await testApp(pack, [
    aProblem({ id: "late", reportedAt, dueAt: TODAY - 5 * HOUR_MS }),
    aProblem({ id: "other", reportedAt }),
    aProblem({ id: "done", reportedAt, closings }),
  ]);
});

const body = { clientId: "c1", person: "市领导 01", note: " 请今天办结 " };

async function history(id: string) {
  return ProblemHistory.parse(await app.get(`/api/problems/${id}/history`)).entries;
}

describe("POST /api/problems/{id}/urge", () => {
  it("is kept once when it is sent twice, even at the same time", async () => {
    const answers = await Promise.all([
      app.post("/api/problems/late/urge", body),
      app.post("/api/problems/late/urge", body),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201]);
    const [first, second] = await Promise.all(answers.map((answer) => answer.json()));
    expect(second).toEqual(first);
    expect(Urge.parse(first)).toMatchObject({ problemId: "late", note: "请今天办结" });
    const urges = (await history("late")).filter(({ action }) => action === "urge");
    expect(urges).toHaveLength(1);
    expect(urges[0]?.after).toEqual({ person: "市领导 01", note: "请今天办结" });
    expect(await app.city.storage.urgesOf(["late", "other"])).toHaveLength(1);
  });

  it("answers the same urge after the problem was closed", async () => {
    await app.post("/api/problems/late/urge", body);
    await app.patch("/api/problems/late", { action: "close" }, "*");
    expect((await app.post("/api/problems/late/urge", body)).status).toBe(200);
    expect((await app.post("/api/problems/late/urge", { ...body, clientId: "c2" })).status).toBe(
      409,
    );
  });

  it("shows on the phone when it was, and leaves the problem's version", async () => {
    const before = await app.request("/api/problems/late");
    await app.post("/api/problems/late/urge", body);
    const query = new URLSearchParams({ person: "市领导 01" });
    const { overdue } = MyGrid.parse(await app.get(`/api/my?${query}`));
    expect(overdue.map(({ id, urgedAt }) => [id, Date.parse(urgedAt ?? "")])).toEqual([
      ["late", TODAY],
    ]);
    const after = await app.request("/api/problems/late");
    expect(after.headers.get("etag")).toBe(before.headers.get("etag"));
  });

  it.each([
    ["nowhere", body, 404],
    ["done", body, 409],
    ["late", { ...body, person: "前任" }, 404],
    ["late", { ...body, extra: 1 }, 400],
    ["late", { person: "市领导 01" }, 400],
  ])("refuses %s %o with %d and keeps nothing", async (id, sent, status) => {
    expect((await app.post(`/api/problems/${id}/urge`, sent)).status).toBe(status);
    expect(await app.city.storage.urgesOf([id])).toEqual([]);
  });

  it("refuses a client id that another problem's urge has", async () => {
    await app.post("/api/problems/late/urge", body);
    expect((await app.post("/api/problems/other/urge", body)).status).toBe(409);
  });
});
