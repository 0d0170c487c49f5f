import { beforeAll, describe, expect, test } from "vitest";
import {
  ClusterBlock,
  ProblemCount,
  ProblemFeature,
  ProblemPage,
  ProblemTrend,
} from "../../../domain/contract/problems.ts";
import { tilesCovering } from "../../../domain/spatial/web-mercator.ts";
import { aProblem, at, T0 } from "../../support/city-builder.ts";
import { filterQuery } from "../../support/filter-query.ts";
import { passes, standing } from "../../support/plain-filter.ts";
import { seeded } from "../../support/random.ts";
import { gridCity, randomProblems } from "../../support/random-city.ts";
import { randomFilter } from "../../support/random-filter.ts";
import { type TestApp, testApp } from "../../support/test-app.ts";
import { TODAY } from "../../support/test-city.ts";

const pack = gridCity();
const problems = randomProblems(seeded(71), 900);
let app: TestApp;
beforeAll(async () => {
  app = await testApp(pack, problems);
});

describe("problem reads", () => {
  test("list, count, clusters and trend agree with each other and with a plain reading, for random filters", async () => {
    const random = seeded(72);
    for (let round = 0; round < 25; round++) {
      const filter = randomFilter(random, pack);
      const query = filterQuery(filter).toString();
      const expected = problems.filter((problem) => passes(problem, filter, pack, TODAY));
      const t = filter.asOf ?? TODAY;

      const count = ProblemCount.parse(await app.get(`/api/problems/count?${query}`));
      expect(count.total, query).toBe(expected.length);
      expect(count.total).toBe(count.byStatus.open + count.byStatus.closed);
      expect(count.byStatus.overdue).toBe(
        expected.filter((p) => standing(p, t) === "overdue").length,
      );

      const page = ProblemPage.parse(await app.get(`/api/problems?limit=1000&${query}`));
      expect(page.total).toBe(expected.length);
      expect(page.features.map(({ properties }) => properties.id).sort()).toEqual(
        expected.map(({ id }) => id as string).sort(),
      );
      for (const { properties } of page.features) {
        const problem = problems.find(({ id }) => id === properties.id)!;
        const status = standing(problem, t);
        expect(properties.status).toBe(status === "closed" ? "closed" : "open");
        expect(properties.isOverdue).toBe(status === "overdue");
      }

      const z = random.below(12);
      let [points, open, overdue] = [0, 0, 0];
      for (const tile of tilesCovering([...at(-10, -10), ...at(60, 60)] as never, z)) {
        const block = await app.get(`/api/problems/clusters/${z}/${tile.x}/${tile.y}?${query}`);
        for (const { properties } of ClusterBlock.parse(block).features) {
          points += properties.point_count;
          open += properties.open;
          overdue += properties.overdue;
        }
      }
      expect([points, open, overdue]).toEqual([
        count.total,
        count.byStatus.open,
        count.byStatus.overdue,
      ]);

      const trend = ProblemTrend.parse(await app.get(`/api/problems/trend?days=800&${query}`));
      expect(trend.open.at(-1)).toBe(count.byStatus.open);
      expect(trend.reported.reduce((a, b) => a + b, 0)).toBe(count.total);
    }
  });

  test("the cursor leads through every problem once", async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const next: string = cursor === "" ? "" : `&cursor=${cursor}`;
      const page = ProblemPage.parse(await app.get(`/api/problems?limit=97${next}`));
      seen.push(...page.features.map(({ properties }) => properties.id));
      cursor = page.nextCursor;
    }
    const { total } = ProblemCount.parse(await app.get("/api/problems/count"));
    expect(seen).toHaveLength(total);
    expect(new Set(seen).size).toBe(total);
  });

  test("what waits for a position is in the tray and in no total", async () => {
    const tray = ProblemPage.parse(await app.get("/api/problems/unplaced?limit=1000"));
    const { unplaced } = ProblemCount.parse(await app.get("/api/problems/count"));
    expect(tray.total).toBe(unplaced);
    expect(tray.features.length).toBeGreaterThan(5);
    expect(tray.features.every(({ geometry }) => geometry === null)).toBe(true);
  });

  test("the same request gives the same bytes and answers 304 to its tag", async () => {
    const path = "/api/problems/clusters/9/418/211?asOf=2026-05-01";
    const [first, second] = [await app.request(path), await app.request(path)];
    expect(await second.text()).toBe(await first.text());
    const tag = first.headers.get("etag") ?? "";
    const third = await app.request(path, { headers: { "If-None-Match": tag } });
    expect(third.status).toBe(304);
  });

  test("a date means local midnight of the city", async () => {
    const count = async (query: string) =>
      ProblemCount.parse(await app.get(`/api/problems/count?${query}`)).total;
    expect(await count("from=2026-03-01&to=2026-04-01")).toBe(
      await count("from=2026-02-28T16:00:00Z&to=2026-04-01T00:00:00%2B08:00"),
    );
  });
});

describe("refusals name what is wrong", () => {
  const cases: [path: string, reason: string, part: string][] = [
    ["/api/problems?colour=red", "unknown-parameter", "colour"],
    ["/api/problems?status=open&status=closed", "repeated-parameter", "status"],
    ["/api/problems?status=late", "unknown-value", "late"],
    ["/api/problems?category=E0599", "unknown-category", "E05"],
    ["/api/problems?category=", "unknown-category", ""],
    ["/api/problems?zone=Z99", "unknown-value", "Z99"],
    ["/api/problems?person=nobody", "unknown-value", "nobody"],
    ["/api/problems?from=yesterday", "bad-parameter", "yesterday"],
    ["/api/problems?from=2026-02-30", "bad-parameter", "2026-02-30"],
    ["/api/problems?from=2026-03-02&to=2026-03-01", "bad-parameter", "to"],
    ["/api/problems?asOf=2026-11-21T10:42:00", "bad-parameter", "asOf"],
    ["/api/problems?bbox=1,2,3", "bad-parameter", "bbox"],
    ["/api/problems?bbox=10,0,5,1", "bad-parameter", "bbox"],
    ["/api/problems?bbox=0,0,NaN,1", "bad-parameter", "bbox"],
    ["/api/problems?bbox=-200,0,5,1", "bad-parameter", "bbox"],
    ["/api/problems?limit=0", "bad-parameter", "limit"],
    ["/api/problems?limit=1001", "bad-parameter", "limit"],
    ["/api/problems?limit=1e2", "bad-parameter", "limit"],
    ["/api/problems?cursor=zzz", "bad-parameter", "cursor"],
    ["/api/problems?sort=name", "bad-parameter", "sort"],
    ["/api/problems/clusters/19/0/0", "bad-parameter", "19/0/0"],
    ["/api/problems/clusters/3/8/0", "bad-parameter", "3/8/0"],
    ["/api/problems/clusters/-1/0/0", "bad-parameter", "-1/0/0"],
    ["/api/problems/clusters/1.5/0/0", "bad-parameter", "1.5/0/0"],
    ["/api/problems/clusters/3/0/0?radius=50", "bad-parameter", "radius"],
    ["/api/problems/density/30/0/0.png", "bad-parameter", "30/0/0"],
    ["/api/recurrence/cells?res=7", "bad-parameter", "res"],
    ["/api/recurrence/heat/10/0/0.png?theme=pink", "bad-parameter", "theme"],
    ["/api/duty-at?lng=200&lat=1", "bad-parameter", "lng"],
    ["/api/duty-at?lng=114", "bad-parameter", "lat"],
    ["/api/zones?level=street", "bad-parameter", "level"],
    ["/api/duties?role=king", "bad-parameter", "role"],
    ["/api/search?q=", "bad-parameter", "q"],
    ["/api/health?x=1", "unknown-parameter", "x"],
  ];
  test.each(cases)("%s → 400 %s", async (path, reason, part) => {
    const response = await app.request(path);
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as {
      error: { code: string; message: string; details: { reason: string } };
    };
    expect(error.code).toBe("invalid");
    expect(error.details.reason).toBe(reason);
    expect(error.message).toContain(part);
    expect(error.message).not.toMatch(/\bat .*\.ts/);
  });

  test("an unknown route or problem is 404, in the reader's language", async () => {
    const route = await app.request("/api/nothing", { headers: { "Accept-Language": "en-GB,en" } });
    expect(route.status).toBe(404);
    expect(((await route.json()) as { error: { message: string } }).error.message).toMatch(
      /[a-z]{3}/i,
    );
    expect((await app.request("/api/problems/none")).status).toBe(404);
  });
});

describe("POST and PATCH", () => {
  const report = {
    clientId: "phone-1",
    category: "E0102",
    position: at(12.3, 17.9),
    source: "citizen",
    description: "菜场门口",
    reportedAt: "2026-10-01T08:00:00+08:00",
  };

  test("a report is accepted once, counted at once, and its repetition answers the same problem", async () => {
    const before = ProblemCount.parse(await app.get("/api/problems/count")).total;
    const first = await app.post("/api/problems", report);
    expect(first.status).toBe(201);
    const made = ProblemFeature.parse(await first.json());
    const again = await app.post("/api/problems", { ...report, description: "again" });
    expect(again.status).toBe(200);
    expect(ProblemFeature.parse(await again.json())).toEqual(made);
    expect(ProblemCount.parse(await app.get("/api/problems/count")).total).toBe(before + 1);
    expect(made.properties).toMatchObject({
      status: "open",
      description: "菜场门口",
      dueAt: "2026-10-01T20:00:00+08:00",
    });
    expect(made.geometry?.coordinates).toEqual(
      report.position.map((v) => Math.round(v * 1e7) / 1e7),
    );
    const one = await app.request(`/api/problems/${made.properties.id}`);
    expect(one.headers.get("etag")).toBe('"1"');
  });

  test("many at once with one clientId make one problem", async () => {
    const body = { ...report, clientId: "phone-many" };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => app.post("/api/problems", body)),
    );
    const ids = await Promise.all(
      answers.map(async (r) => ProblemFeature.parse(await r.json()).properties.id),
    );
    expect(new Set(ids).size).toBe(1);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  test("a change needs the version that was seen: 428 without, 409 when stale, and each is on record", async () => {
    const made = ProblemFeature.parse(
      await (await app.post("/api/problems", { ...report, clientId: "p2" })).json(),
    );
    const path = `/api/problems/${made.properties.id}`;
    expect((await app.patch(path, { action: "close" })).status).toBe(428);
    const closed = await app.patch(path, { action: "close", at: "2026-10-02" }, '"1"');
    expect(closed.status).toBe(200);
    expect(ProblemFeature.parse(await closed.json()).properties).toMatchObject({
      status: "closed",
      version: 2,
    });
    expect((await app.patch(path, { action: "reopen" }, '"1"')).status).toBe(409);
    expect((await app.patch(path, { action: "reopen", at: "2026-10-03" }, "2")).status).toBe(200);
    expect((await app.patch(path, { action: "reopen" }, "*")).status).toBe(409);
    const moved = await app.patch(path, { action: "relocate", position: at(33, 33) }, "3");
    expect(ProblemFeature.parse(await moved.json()).geometry?.coordinates).toEqual([
      114.333, 30.633,
    ]);
    const { entries } = (await app.get(`${path}/history`)) as { entries: { action: string }[] };
    expect(entries.map(({ action }) => action)).toEqual(["report", "close", "reopen", "relocate"]);
  });

  test("placing a report from the tray by hand moves it from the tray to the map", async () => {
    const made = ProblemFeature.parse(
      await (await app.post("/api/problems", { ...report, clientId: "p3", position: null })).json(),
    );
    const counts = async () => ProblemCount.parse(await app.get("/api/problems/count"));
    const before = await counts();
    const position = at(1.5, 1.5);
    await app.patch(`/api/problems/${made.properties.id}`, { action: "relocate", position }, "1");
    const after = await counts();
    expect([after.total, after.unplaced]).toEqual([before.total + 1, before.unplaced - 1]);
  });

  const refused: [what: string, body: unknown, status: number, reason: string][] = [
    ["an unknown category", { ...report, category: "E0103" }, 400, "unknown-category"],
    ["an unknown source", { ...report, source: "owl" }, 400, "unknown-value"],
    ["a time in the future", { ...report, reportedAt: "2027-01-01" }, 400, "time-in-future"],
    ["a position off the map", { ...report, position: [0, 0] }, 400, "position-off-map"],
    ["swapped axes", { ...report, position: [30.6, 114.3] }, 400, "position-off-map"],
    ["an unknown field", { ...report, colour: "red" }, 400, "bad-body"],
    ["no client id", { ...report, clientId: undefined }, 400, "bad-body"],
    ["broken JSON", "{", 400, "body-not-json"],
    ["an array", [], 400, "bad-body"],
  ];
  test.each(refused)("%s is refused and nothing is kept", async (_, body, status, reason) => {
    const before = ProblemCount.parse(await app.get("/api/problems/count")).total;
    const withId =
      typeof body === "object" &&
      !Array.isArray(body) &&
      body !== null &&
      "clientId" in body &&
      body.clientId;
    const response = await app.post(
      "/api/problems",
      withId ? { ...body, clientId: `x${reason}` } : body,
    );
    expect(response.status).toBe(status);
    expect(
      ((await response.json()) as { error: { details: { reason: string } } }).error.details.reason,
    ).toBe(reason);
    expect(ProblemCount.parse(await app.get("/api/problems/count")).total).toBe(before);
  });

  test("another content type is 415, a body over the limit 413", async () => {
    const text = await app.post("/api/problems", report, { "Content-Type": "text/plain" });
    expect(text.status).toBe(415);
    const large = await app.post("/api/problems", { ...report, description: "x".repeat(400_000) });
    expect(large.status).toBe(413);
  });

  test("closing before the report or twice is refused", async () => {
    const problem = aProblem({ id: "early", reportedAt: T0 + 5_000_000 });
    const other = await testApp(pack, [problem]);
    const path = "/api/problems/early";
    expect((await other.patch(path, { action: "close", at: "2026-01-01" }, "1")).status).toBe(400);
    expect((await other.patch(path, { action: "close" }, "1")).status).toBe(200);
    expect((await other.patch(path, { action: "close" }, "2")).status).toBe(409);
  });
});
