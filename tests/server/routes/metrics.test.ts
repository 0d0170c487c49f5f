import { beforeEach, expect, test } from "vitest";
import { RequestMetrics } from "../../../server/operations/request-metrics.ts";
import { aCity, aProblem, at } from "../../support/city-builder.ts";
import { type TestApp, testApp } from "../../support/test-app.ts";
import { as, aViewer } from "../../support/viewers.ts";

let app: TestApp;
beforeEach(async () => {
  const pack = aCity().withZone("A", [0, 0, 10, 10]).build();
  app = await testApp(pack, [aProblem({ id: "330106199001011234", position: at(1, 1) })]);
});

const admin = { headers: as(aViewer("admin")) };
const lines = () => app.logged.filter(({ message }) => message === "request");

/** Value of a row, by its beginning. */
function figure(text: string, start: string): number {
  const line = text.split("\n").find((each) => each.startsWith(start));
  return Number(line?.split(" ").at(-1));
}

test("figures are for administrators", async () => {
  expect((await app.request("/metrics", admin)).status).toBe(200);
  expect((await app.request("/metrics", { headers: as(aViewer("operator")) })).status).toBe(403);
  expect((await app.request("/metrics", { headers: as("none") })).status).toBe(401);
});

test("figures follow what is asked and changed", async () => {
  await app.request("/api/zones");
  await app.request("/api/problems/no-such");
  const before = await (await app.request("/metrics", admin)).text();
  const count = (route: string, status: string) =>
    `wangge_request_duration_seconds_count{method="GET",route="${route}",status="${status}"}`;
  expect(figure(before, count("/api/zones", "2xx"))).toBe(1);
  expect(figure(before, count("/api/problems/:id", "4xx"))).toBe(1);
  expect(figure(before, "wangge_problems")).toBe(1);
  expect(figure(before, "wangge_revision")).toBe(app.city.revision);
  expect(figure(before, "wangge_log_lag")).toBe(0);
  const body = { clientId: "c", category: "E0102", source: "hotline", position: at(2, 2) };
  expect((await app.post("/api/problems", body)).status).toBe(201);
  const after = await (await app.request("/metrics", admin)).text();
  expect(figure(after, "wangge_problems")).toBe(2);
  expect(figure(after, "wangge_revision")).toBe(figure(before, "wangge_revision") + 1);
  expect(figure(after, "wangge_memory_bytes")).toBeGreaterThan(1e6);
});

test("figures are what Prometheus reads: every family described, every row a name and a number", async () => {
  await app.request("/api/zones");
  const text = await (await app.request("/metrics", admin)).text();
  expect(text.endsWith("\n")).toBe(true);
  const described = new Set([...text.matchAll(/^# TYPE (\S+) /gm)].map(([, name]) => name));
  for (const line of text
    .trimEnd()
    .split("\n")
    .filter((each) => !each.startsWith("#"))) {
    const [, name = ""] = /^([a-z_]+)(?:\{(?:[a-zA-Z]+="[^"]*",?)+\})? [\d.e+-]+$/.exec(line) ?? [];
    expect(described, line).toContain(nameIn(described, name));
  }
});

function nameIn(described: ReadonlySet<string | undefined>, name: string): string {
  return described.has(name) ? name : name.replace(/_(bucket|sum|count)$/, "");
}

test("times fall into the first class that holds them, classes add up", () => {
  const metrics = new RequestMetrics();
  for (const ms of [5, 6, 20_000]) {
    metrics.observe({ method: "GET", route: "/", status: 200, ms, requestId: "", account: null });
  }
  const text = metrics.text();
  const bucket = (le: string) =>
    figure(
      text,
      `wangge_request_duration_seconds_bucket{method="GET",route="/",status="2xx",le="${le}"}`,
    );
  expect([bucket("0.005"), bucket("0.01"), bucket("10"), bucket("+Inf")]).toEqual([1, 2, 2, 3]);
  expect(figure(text, "wangge_request_duration_seconds_sum")).toBeCloseTo(20.011);
});

test("a request is one line that says who asked and which route, never the values asked with", async () => {
  await app.request("/api/problems/330106199001011234?asOf=13800000000", {
    headers: { ...as(aViewer("operator")), Accept: "x" },
  });
  await app.request("/api/search?q=%E5%BC%A0%E4%B8%89");
  await app.request("/api/no-such/13800000000");
  expect(lines()).toHaveLength(3);
  expect(lines()[0]).toMatchObject({
    level: "info",
    method: "GET",
    route: "/api/problems/:id",
    status: 400,
    account: aViewer("operator").account,
    requestId: expect.stringMatching(/^[\w-]{36}$/),
    ms: expect.any(Number),
  });
  expect(JSON.stringify(lines())).not.toMatch(/330106|13800000000|张三|%E5/);
});

test("signs of life and tiles are for the close look alone", async () => {
  await app.request("/api/health");
  await app.request("/api/tiles/basemap/3/6/3.pbf");
  await app.request("/api/zones");
  expect(lines().map(({ level }) => level)).toEqual(["debug", "debug", "info"]);
  expect(lines()[1]?.route).toBe("/api/tiles/basemap/:z/:x/:y");
});
